/// Traces a claim through the archive. In: a text, an address or a document. Out: every appearance
/// with its evidence of time, oldest first; who took it from whom; its wordings; known fact-checks;
/// and what the archive could not see.
@NullMarked
package letopis.trace;

import org.jspecify.annotations.NullMarked;
