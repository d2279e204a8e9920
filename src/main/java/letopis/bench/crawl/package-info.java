/// What a crawl costs and what it takes for a copy, over webs made for it.
@NullMarked
package letopis.bench.crawl;

import org.jspecify.annotations.NullMarked;
