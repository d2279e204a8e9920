/// Channel pages and API answers of social platforms in, entries out. Only what outlets and public
/// channels publish: comments and private persons' pages are not read.
@NullMarked
package letopis.parse.social;

import org.jspecify.annotations.NullMarked;
