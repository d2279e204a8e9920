/// What a page says of itself to machines (`<meta>` elements, JSON-LD, microdata), and what its
/// blocks are compared with.
@NullMarked
package letopis.parse.page.data;

import org.jspecify.annotations.NullMarked;
