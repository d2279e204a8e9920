/// Bytes in, text out: which character set a page, feed or file is in, by its labels and its
/// bytes.
@NullMarked
package letopis.parse.charset;

import org.jspecify.annotations.NullMarked;
