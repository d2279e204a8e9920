/// What is safe on disk before it is in the index: captures of answers, and the journal of those
/// that are still to be filed.
@NullMarked
package letopis.crawl.spool;

import org.jspecify.annotations.NullMarked;
