/// Which texts are copies of each other: candidates by fingerprints, then counted word by word.
@NullMarked
package letopis.crawl.copies;

import org.jspecify.annotations.NullMarked;
