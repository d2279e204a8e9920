/// Patterns over text that cost nothing where they cannot match: words, runs of digits, regular
/// expressions with a sieve before them.
@NullMarked
package letopis.parse.pattern;

import org.jspecify.annotations.NullMarked;
