/// A saved page to an article: text, title, date, authors and the rest, or the reason why it is
/// not one. In go bytes and what is known of the address; out comes a `PageResult`.
@NullMarked
package letopis.parse.page;

import org.jspecify.annotations.NullMarked;
