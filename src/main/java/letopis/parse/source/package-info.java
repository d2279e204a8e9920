/// What was fetched for a configured source in, entries out: chooses the reader by the kind of
/// access.
@NullMarked
package letopis.parse.source;

import org.jspecify.annotations.NullMarked;
