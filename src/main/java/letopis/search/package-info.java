/// Reading the archive. In: validated requests ([SearchRequest]). Out: hits with facets and a
/// timeline in one round trip, exports, batches, analytics, and what is known of one document.
@NullMarked
package letopis.search;

import org.jspecify.annotations.NullMarked;
