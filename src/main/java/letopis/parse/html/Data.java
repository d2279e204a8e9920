package letopis.parse.html;

import org.jsoup.nodes.DataNode;

/// The content of a script or style: a string only when somebody asks for it, as hardly anybody
/// does. Half of a page is of this kind.
final class Data extends DataNode {
  private final Slices slices;
  private final int from;
  private final int to;

  Data(Slices slices, int from, int to) {
    super("");
    this.slices = slices;
    this.from = from;
    this.to = to;
  }

  @Override
  public String getWholeData() {
    return slices.raw(from, to);
  }
}
