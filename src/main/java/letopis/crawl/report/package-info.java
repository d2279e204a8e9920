/// What became of every address that the crawler took up: one outcome each, counted once.
@NullMarked
package letopis.crawl.report;

import org.jspecify.annotations.NullMarked;
