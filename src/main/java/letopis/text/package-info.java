/// What can be said of a text without knowing where it comes from. In: plain text. Out: words with
/// offsets and stems, sentences, the language, passage fingerprints, statements of attribution.
@NullMarked
package letopis.text;

import org.jspecify.annotations.NullMarked;
