/// The cases of fact-checkers over HTTP: read, kept, and packed with their evidence.
@NullMarked
package letopis.api.cases;

import org.jspecify.annotations.NullMarked;
