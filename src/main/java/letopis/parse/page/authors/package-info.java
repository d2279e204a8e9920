/// Who wrote an article: the names of people, out of its data and its bylines.
@NullMarked
package letopis.parse.page.authors;

import org.jspecify.annotations.NullMarked;
