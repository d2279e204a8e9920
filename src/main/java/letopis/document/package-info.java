/// One publication and everything the archive says of it: the record that the write path makes and
/// the read path serves.
@NullMarked
package letopis.document;

import org.jspecify.annotations.NullMarked;
