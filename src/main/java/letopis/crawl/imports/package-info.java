/// Files of others into the archive: JSON Lines and WARC, by the same filing as what we fetch.
@NullMarked
package letopis.crawl.imports;

import org.jspecify.annotations.NullMarked;
