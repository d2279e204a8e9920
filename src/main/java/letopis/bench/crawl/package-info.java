/// What a crawl costs, over webs made for it, and as the archive grows.
@NullMarked
package letopis.bench.crawl;

import org.jspecify.annotations.NullMarked;
