/// The write path of one process, a source at a time: which is due, one turn of it (a look at its
/// list, then visits to its pages), and the rights that keep processes apart.
@NullMarked
package letopis.crawl;

import org.jspecify.annotations.NullMarked;
