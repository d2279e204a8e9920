package letopis.parse.page.blocks;

import java.util.List;
import letopis.parse.page.scan.Block;

/// The two models that judge the blocks of a page. Has no state; may be shared by threads.
///
/// @param first judges a block by itself and its place
/// @param second judges it by its surroundings as the first sees them
public record BlockModel(Forest first, Forest second) {
  /// Room for the features of one block.
  public static final int WIDTH = 256;

  /// Blocks that the first model gives less are not shown to the second: of most blocks of a
  /// page the first is sure, and the second was never found to want one of them.
  static final float UNLIKELY = 0.05f;

  /// After so many trees the first model gives up blocks whose odds are less: more than half of
  /// all, and none of those that the second would keep.
  private static final int OPENING = 20;

  /// A logarithm.
  private static final float HOPELESS = -2f;

  /// The shipped weights, made by `bench extract --train`.
  public static BlockModel shipped() {
    return Shipped.MODEL;
  }

  /// Sets [Block#first] and [Block#second] of every block; the second only as far as it is at least
  /// [ArticleBlocks#IN_DOUBT], below it some value below it, and 0 where the first is [#UNLIKELY].
  public void judge(Features features, List<Block> blocks) {
    int[][] kept = new int[blocks.size()][];
    FeatureRow row = new FeatureRow();
    for (Block block : blocks) {
      features.fill(row, block);
      block.first = chance(first, row);
      if (block.first >= UNLIKELY) {
        kept[block.index] = row.copy();
      }
    }
    Surroundings surroundings = features.surroundings();
    for (Block block : blocks) {
      int[] known = kept[block.index];
      if (known == null) {
        block.second = 0;
      } else {
        row.restore(known);
        surroundings.addTo(row, block);
        block.second = second.chanceFrom(ArticleBlocks.IN_DOUBT, row.keys());
      }
    }
  }

  /// What a first model thinks of a block.
  static float chance(Forest first, FeatureRow row) {
    return first.chance(row.keys(), OPENING, HOPELESS);
  }

  private static final class Shipped {
    static final BlockModel MODEL =
        new BlockModel(Forest.resource("blocks-1.bin"), Forest.resource("blocks-2.bin"));
  }
}
