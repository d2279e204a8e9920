/// One address through the write path: fetch, archive, journal, read, file; and what had to wait
/// for Elasticsearch, later.
@NullMarked
package letopis.crawl.visit;

import org.jspecify.annotations.NullMarked;
