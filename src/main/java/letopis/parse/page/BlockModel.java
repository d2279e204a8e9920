package letopis.parse.page;

import java.util.Arrays;
import java.util.List;

/// The two models that judge the blocks of a page. Has no state; may be shared by threads.
///
/// @param first judges a block by itself and its place
/// @param second judges it by its surroundings as the first sees them
public record BlockModel(Forest first, Forest second) {
  /// Room for the features of one block.
  public static final int WIDTH = 256;

  /// Blocks that the first model gives less are not shown to the second: of most blocks of a
  /// page the first is sure, and the second was never found to want one of them.
  static final float UNLIKELY = 0.03f;

  /// The shipped weights, made by `bench extract --train`.
  static BlockModel shipped() {
    return Shipped.MODEL;
  }

  /// Sets [Block#first] and [Block#second] of every block; the second only as far as it is at least
  /// [BodyText#IN_DOUBT], below it some value below it, and 0 where the first is [#UNLIKELY].
  void judge(Features features, List<Block> blocks) {
    int[][] kept = new int[blocks.size()][];
    float[] row = new float[WIDTH];
    int[] keys = new int[WIDTH];
    int filled = 0;
    for (Block block : blocks) {
      filled = features.first(block, row);
      block.first = first.chance(Forest.keys(row, 0, filled, keys));
      if (block.first >= UNLIKELY) {
        kept[block.index] = Arrays.copyOf(keys, filled);
      }
    }
    features.prepareSecond();
    for (Block block : blocks) {
      int[] known = kept[block.index];
      if (known == null) {
        block.second = 0;
      } else {
        System.arraycopy(known, 0, keys, 0, filled);
        int all = features.second(block, row, filled);
        Forest.keys(row, filled, all, keys);
        block.second = second.chanceFrom(BodyText.IN_DOUBT, keys);
      }
    }
  }

  private static final class Shipped {
    static final BlockModel MODEL =
        new BlockModel(Forest.resource("blocks-1.bin"), Forest.resource("blocks-2.bin"));
  }
}
