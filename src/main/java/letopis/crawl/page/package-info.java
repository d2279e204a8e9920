/// From an archived answer to a finding: an article with its address and times, or what else it is.
@NullMarked
package letopis.crawl.page;

import org.jspecify.annotations.NullMarked;
