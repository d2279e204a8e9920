/// Traces of claims over HTTP: one, or many as JSON Lines.
@NullMarked
package letopis.api.traces;

import org.jspecify.annotations.NullMarked;
