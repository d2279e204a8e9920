/// One walk over a page: its tree in, boxes and blocks of text in page order out, with what their
/// characters, words and element names say.
@NullMarked
package letopis.parse.page.scan;

import org.jspecify.annotations.NullMarked;
