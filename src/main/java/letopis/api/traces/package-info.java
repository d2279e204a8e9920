/// Traces of claims over HTTP: one, or many as JSON Lines; and the known reviews of claims.
@NullMarked
package letopis.api.traces;

import org.jspecify.annotations.NullMarked;
