/// Which blocks of a page are the article: their features in, the two models' judgement and the
/// text out.
@NullMarked
package letopis.parse.page.blocks;

import org.jspecify.annotations.NullMarked;
