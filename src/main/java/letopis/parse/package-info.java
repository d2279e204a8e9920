/// Bytes to facts: character sets, feeds, pages, social previews. What comes out knows nothing of
/// outside formats.
@NullMarked
package letopis.parse;

import org.jspecify.annotations.NullMarked;
