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

  /// The shipped weights, made by `bench extract --train`.
  static BlockModel shipped() {
    return Shipped.MODEL;
  }

  /// Sets [Block#first] and [Block#second] of every block; the second only as far as it is at least
  /// [BodyText#IN_DOUBT], below it some value below it.
  void judge(Features features, List<Block> blocks) {
    float[][] rows = new float[blocks.size()][];
    float[] row = new float[WIDTH];
    int[] keys = new int[WIDTH];
    int filled = 0;
    for (Block block : blocks) {
      filled = features.first(block, row);
      rows[block.index] = Arrays.copyOf(row, filled);
      block.first = first.chance(Forest.keys(row, filled, keys));
    }
    features.prepareSecond();
    for (Block block : blocks) {
      System.arraycopy(rows[block.index], 0, row, 0, filled);
      int all = features.second(block, row, filled);
      block.second = second.chanceFrom(BodyText.IN_DOUBT, Forest.keys(row, all, keys));
    }
  }

  private static final class Shipped {
    static final BlockModel MODEL =
        new BlockModel(Forest.resource("blocks-1.bin"), Forest.resource("blocks-2.bin"));
  }
}
