/// One look at what a source lists: fetched, sorted into new, changed and gone, judged, and when
/// the next is due.
@NullMarked
package letopis.crawl.look;

import org.jspecify.annotations.NullMarked;
