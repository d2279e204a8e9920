/// Whether a page is an article, or a listing, a forum, a product, a stub that stands in its place.
@NullMarked
package letopis.parse.page.kind;

import org.jspecify.annotations.NullMarked;
