package letopis.parse.page.blocks;

import java.util.List;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageScan;

/// What the second model is told about a block besides what [Features] say of it: what the first
/// model thought of the blocks and boxes around. Made when all blocks have their [Block#first].
final class Surroundings {
  private static final int[] WINDOWS = {3, 8, 20};
  private static final int NEIGHBOURS = 4;
  private static final int ANCESTORS = 5;

  /// The first model is sure of a paragraph from here on.
  private static final float LIKELY = 0.7f;

  private static final int PARAGRAPH = 12;

  private final List<Block> blocks;
  private final int[] wordsBefore;

  /// Words before each block, each counted by the chance that it is of the article.
  private final double[] likelyBefore;

  private final double likelyTotal;
  private final int firstLikely;
  private final int lastLikely;

  /// The same sum and behind it all words, in pairs: by box, by the look of boxes, by that of three
  /// levels.
  private final double[] byBox;

  private final double[] byLook;

  private final double[] byKin;

  Surroundings(PageScan scan, BlockCounts counts) {
    this.blocks = scan.blocks;
    this.wordsBefore = counts.words;
    this.likelyBefore = new double[blocks.size() + 1];
    this.byBox = new double[scan.boxes.size() * 2];
    this.byLook = new double[scan.templates() * 2];
    this.byKin = new double[scan.kins() * 2];
    int from = -1;
    int to = blocks.size();
    for (Block block : blocks) {
      double mass = block.first * block.size();
      add(byBox, block.box.index, mass, block.size());
      add(byLook, block.box.alike, mass, block.size());
      add(byKin, block.kin, mass, block.size());
      likelyBefore[block.index + 1] = likelyBefore[block.index] + mass;
      if (block.first > LIKELY && block.size() >= PARAGRAPH) {
        from = from < 0 ? block.index : from;
        to = block.index;
      }
    }
    for (int i = scan.boxes.size() - 1; i > 0; i--) {
      add(byBox, scan.boxes.get(i).parent.index, byBox[i * 2], byBox[i * 2 + 1]);
    }
    this.firstLikely = from;
    this.lastLikely = to;
    this.likelyTotal = likelyBefore[blocks.size()];
  }

  private static void add(double[] sums, int at, double mass, double words) {
    sums[at * 2] += mass;
    sums[at * 2 + 1] += words;
  }

  /// Adds what it has to say of a block to a row.
  void addTo(FeatureRow row, Block block) {
    row.put(block.first);
    for (int step = 1; step <= NEIGHBOURS; step++) {
      row.put(first(block.index - step));
      row.put(first(block.index + step));
    }
    for (int width : WINDOWS) {
      row.put(density(block.index - width, block.index));
      row.put(density(block.index + 1, block.index + 1 + width));
    }
    Box box = block.box;
    for (int up = 0; up < ANCESTORS; up++) {
      row.put(share(byBox, box.index));
      row.put((float) (byBox[box.index * 2] / Math.max(1, likelyTotal)));
      box = box.parent == null ? box : box.parent;
    }
    row.put((float) (likelyBefore[block.index] / Math.max(1, likelyTotal)));
    row.put((float) likelyTotal);
    row.put(block.index - firstLikely);
    row.put(block.index - lastLikely);
    row.put(share(byLook, block.box.alike));
    row.put(share(byKin, block.kin));
    row.put((float) (byKin[block.kin * 2] / Math.max(1, likelyTotal)));
  }

  private float first(int at) {
    return at >= 0 && at < blocks.size() ? blocks.get(at).first : -1;
  }

  private static float share(double[] sums, int at) {
    return (float) (sums[at * 2] / Math.max(1, sums[at * 2 + 1]));
  }

  private float density(int from, int to) {
    int low = Math.max(0, from);
    int high = Math.min(blocks.size(), to);
    return low >= high
        ? -1
        : (float)
            ((likelyBefore[high] - likelyBefore[low]) / (wordsBefore[high] - wordsBefore[low]));
  }
}
