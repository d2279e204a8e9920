package letopis.parse.page.scan;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Goes over what is in an element in document order, a step at a time: its callers stop early, and
/// jsoup's own walk calls a visitor twice for each node.
public final class NodeWalk {
  private NodeWalk() {}

  /// The node behind a node; null at the end of the element that both are in.
  public static @Nullable Node next(Node node, Element within) {
    Node last = node;
    Node next = node.firstChild();
    while (next == null && last != within) {
      next = last.nextSibling();
      last = next == null ? last.parent() : last;
    }
    return next;
  }
}
