/// Finding and counting over HTTP: searches, many at once, what is in a result, every row of it as
/// a file or feed.
@NullMarked
package letopis.api.search;

import org.jspecify.annotations.NullMarked;
