/// Feeds, sitemaps and listing pages in, entries out; whatever is broken in them is mended or
/// named.
@NullMarked
package letopis.parse.feed;

import org.jspecify.annotations.NullMarked;
