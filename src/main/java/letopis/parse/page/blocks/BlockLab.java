package letopis.parse.page.blocks;

import java.util.Objects;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageScan;
import org.jspecify.annotations.Nullable;

/// The blocks of one page with their features, opened for training and for looking at mistakes.
public final class BlockLab {
  private final PageScan scan;
  private final Features features;
  private final FeatureRow row = new FeatureRow();
  private @Nullable Surroundings surroundings;

  /// Reads a page as far as the features.
  public BlockLab(PageContext context) {
    this.scan = context.scan;
    this.features = new Features(context);
  }

  /// How many blocks the page has.
  public int size() {
    return scan.blocks.size();
  }

  /// See [Block#text].
  public String text(int block) {
    return scan.blocks.get(block).text;
  }

  /// Whether the block is an item of a list or a cell of a table.
  public boolean isItem(int block) {
    Box box = scan.blocks.get(block).box;
    return box.distanceTo(Box.Kind.ITEM) <= 2 || box.distanceTo(Box.Kind.TABLE) <= 4;
  }

  /// See [Block#linkShare].
  public float linkShare(int block) {
    return scan.blocks.get(block).linkShare();
  }

  /// See [Block#size].
  public int words(int block) {
    return scan.blocks.get(block).size();
  }

  /// What the first model is told about a block.
  public float[] first(int block) {
    features.fill(row, scan.blocks.get(block));
    return row.values();
  }

  /// Sets what the first model thinks of every block.
  public void judge(Forest first) {
    for (Block block : scan.blocks) {
      features.fill(row, block);
      block.first = BlockModel.chance(first, row);
    }
    surroundings = features.surroundings();
  }

  /// Whether the second model is asked about a block; after [#judge].
  public boolean isAsked(int block) {
    return scan.blocks.get(block).first >= BlockModel.UNLIKELY;
  }

  /// What the second model is told about a block; after [#judge].
  public float[] second(int block) {
    Objects.requireNonNull(surroundings);
    features.fill(row, scan.blocks.get(block));
    surroundings.addTo(row, scan.blocks.get(block));
    return row.values();
  }
}
