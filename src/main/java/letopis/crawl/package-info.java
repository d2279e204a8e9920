/// Configured sources in, archived and indexed documents out: which source is due, what each look
/// at it found, and what became of every address.
@NullMarked
package letopis.crawl;

import org.jspecify.annotations.NullMarked;
