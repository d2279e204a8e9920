/// When an article says that it was published and changed: its data, its scripts and what readers
/// see.
@NullMarked
package letopis.parse.page.dates;

import org.jspecify.annotations.NullMarked;
