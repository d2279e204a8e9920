/// A day and a time of day as machines and people write them, in the languages of our sources: text
/// in, an instant with its precision out.
@NullMarked
package letopis.parse.date;

import org.jspecify.annotations.NullMarked;
