package letopis.parse.page;

import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// The blocks of one page with their features, opened for training and for looking at mistakes.
public final class BlockLab {
  private final PageScan scan;
  private final Features features;
  private final float[] row = new float[BlockModel.WIDTH];

  private BlockLab(PageScan scan, Features features) {
    this.scan = scan;
    this.features = features;
  }

  /// Reads a page as [PageExtractor] does, as far as the features.
  public static BlockLab open(PageInput page) {
    Document document = PageExtractor.parse(page);
    PageScan scan = new PageScan(document);
    PageData data = new PageData(scan);
    Optional<String> title = PageExtractor.title(page, document, scan, data);
    return new BlockLab(scan, new Features(new PageContext(scan, title, data)));
  }

  public int size() {
    return scan.blocks.size();
  }

  public String text(int block) {
    return scan.blocks.get(block).text;
  }

  public int words(int block) {
    return scan.blocks.get(block).size();
  }

  public String path(int block) {
    StringBuilder path = new StringBuilder();
    int steps = 0;
    for (Box box = scan.blocks.get(block).box; box != null && steps++ < 5; box = box.parent) {
      path.insert(0, "/" + box.element.normalName() + "." + box.element.attr("class"));
    }
    return path.toString();
  }

  /// What the first model is told about a block.
  public float[] first(int block) {
    return Arrays.copyOf(row, features.first(scan.blocks.get(block), row));
  }

  /// Sets what the first model thinks of every block.
  public void judged(float[] chances) {
    for (Block block : scan.blocks) {
      block.first = chances[block.index];
    }
    features.prepareSecond();
  }

  /// What the second model is told about a block; after [#judged].
  public float[] second(int block) {
    return Arrays.copyOf(
        row,
        features.second(scan.blocks.get(block), row, features.first(scan.blocks.get(block), row)));
  }
}
