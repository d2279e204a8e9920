package letopis.parse.page.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.Link;
import org.jsoup.nodes.Element;

/// The text of an article put together from the blocks that belong to it.
///
/// @param text one block a line; list items begin with a hyphen, cells of a row are split by bars
/// @param links absolute, in order, each address once
public record BodyText(String text, List<Link> links, List<Block> blocks) {
  /// The text of the elements that configuration names; empty when they have none.
  public static Optional<BodyText> inside(PageScan scan, List<Element> elements) {
    Set<Element> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(elements);
    List<Block> kept = new ArrayList<>();
    for (Block block : scan.blocks) {
      for (Box box = block.box; box != null; box = box.parent) {
        if (wanted.contains(box.element)) {
          kept.add(block);
          break;
        }
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(of(kept));
  }

  /// The text of blocks that are kept.
  public static BodyText of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Set<String> seen = new HashSet<>();
    List<Link> links = new ArrayList<>();
    Box row = null;
    Box cell = null;
    for (Block block : blocks) {
      Box itsRow = block.box.kind == Box.Kind.CELL ? block.box.parent : null;
      if (!text.isEmpty()) {
        boolean nextCell = itsRow != null && itsRow == row && block.box != cell;
        text.append(nextCell ? " | " : "\n");
      }
      cell = block.box;
      if (block.box.kind == Box.Kind.ITEM) {
        text.append("- ");
      }
      row = itsRow;
      text.append(withoutSpacesAroundBreaks(block.text));
      for (Element a : block.links) {
        String url = Addresses.absolute(a, "href");
        if (url.startsWith("http") && seen.add(url)) {
          links.add(new Link(url, ShownText.of(a)));
        }
      }
    }
    return new BodyText(text.toString(), links, blocks);
  }

  private static String withoutSpacesAroundBreaks(String text) {
    return text.indexOf('\n') < 0 ? text : text.replace(" \n", "\n").replace("\n ", "\n");
  }
}
