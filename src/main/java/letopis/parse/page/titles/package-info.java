/// What an article is called without the name of its site, and what that site is called.
@NullMarked
package letopis.parse.page.titles;

import org.jspecify.annotations.NullMarked;
