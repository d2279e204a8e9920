package letopis.parse.page;

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

  /// Sets [Block#first] and [Block#second] of every block.
  void judge(Features features, List<Block> blocks) {
    float[] row = new float[WIDTH];
    for (Block block : blocks) {
      features.first(block, row);
      block.first = first.chance(row);
    }
    features.prepareSecond();
    for (Block block : blocks) {
      features.second(block, row);
      block.second = second.chance(row);
    }
  }

  private static final class Shipped {
    static final BlockModel MODEL =
        new BlockModel(Forest.resource("blocks-1.bin"), Forest.resource("blocks-2.bin"));
  }
}
