package letopis.parse.page.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// One walk over a page: its boxes in document order with sums of their text, and its blocks with
/// what their characters and words say. Costs time and memory in proportion to the page.
public final class PageScan {
  /// More text than this is not read; no article is longer.
  private static final int MAX_BLOCKS = 20_000;

  /// A `<noscript>` with so many paragraphs has the text, not an excuse for its lack.
  private static final int TOLD_WITHOUT_SCRIPT = 3;

  /// In document order, parents before what is in them.
  public final List<Box> boxes = new ArrayList<>();
  /// In document order; what goes beyond a limit is left out.
  public final List<Block> blocks = new ArrayList<>();

  /// Hashes of all words in order, see [WordTable#hash]; blocks point into it.
  public final int[] words;

  private final WordHashes wordList = new WordHashes();

  /// Elements to come back to.
  public final PageNotes notes = new PageNotes();

  private final HintFinder hints = new HintFinder();
  private final Numbering templates = new Numbering();
  private final Numbering kins = new Numbering();
  private final Line line = new Line();
  private final List<Element> links = new ArrayList<>();
  private final ArrayDeque<Element> openLinks = new ArrayDeque<>();
  private final ArrayDeque<Element> openBolds = new ArrayDeque<>();
  private int linkChars;
  private int boldChars;
  private int inlineHints;

  /// How many different [Box#alike] there are.
  public int templates() {
    return templates.count();
  }

  /// How many different [Block#kin] there are.
  public int kins() {
    return kins.count();
  }

  /// Walks over a page once; what is asked of it later costs no second walk.
  public PageScan(Document document) {
    readHead(document.head());
    Element body = document.body();
    Box root = open(body, null, Box.Kind.OTHER);
    walk(body, root);
    flush(root);
    words = wordList.all();
    BoxSums.add(boxes, blocks);
  }

  private void readHead(Element head) {
    Node node = head.firstChild();
    while (node != null) {
      if (node instanceof Element element) {
        notes.add(element);
      }
      node = NodeWalk.next(node, head);
    }
  }

  private void walk(Element start, Box root) {
    Box box = root;
    Node node = start.firstChild();
    while (node != null) {
      boolean enter = false;
      if (node instanceof TextNode textNode) {
        append(textNode.getWholeText());
      } else if (node instanceof Element element) {
        Tags.Meaning meaning = meaning(element);
        enter = meaning.role() != Tags.Role.SKIP && blocks.size() < MAX_BLOCKS;
        switch (meaning.role()) {
          case SKIP -> notes.addUnread(element, box, blocks.size());
          case INLINE, LINK -> inline(element, box);
          case BLOCK, BOLD, BREAK -> {}
        }
        if (enter) {
          box = enter(element, meaning, box);
        }
      }
      Node next = enter ? node.firstChild() : null;
      if (enter && next == null) {
        box = leave((Element) node, box);
      }
      while (next == null && node != start) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
          if (node == null || node == start) {
            return;
          }
          box = leave((Element) node, box);
        }
      }
      node = next;
    }
  }

  /// Some blogs give their text to browsers without scripts only as it is, and to all others as a
  /// script's template.
  private static Tags.Meaning meaning(Element element) {
    Tags.Meaning meaning = Tags.meaning(element.normalName());
    boolean told =
        meaning.role() == Tags.Role.SKIP
            && element.normalName().equals("noscript")
            && paragraphs(element) >= TOLD_WITHOUT_SCRIPT;
    return told ? Tags.meaning("div") : meaning;
  }

  private static int paragraphs(Element element) {
    int count = 0;
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      count += child.normalName().equals("p") ? 1 : 0;
    }
    return count;
  }

  private void inline(Element element, Box box) {
    ElementNames names = ElementNames.of(element);
    int found = names.hints(element.normalName(), hints);
    notes.addVisible(element, names, found, box, blocks.size());
    if (line.isEmpty()) {
      inlineHints |= found;
    }
  }

  private Box enter(Element element, Tags.Meaning meaning, Box box) {
    switch (meaning.role()) {
      case BLOCK -> {
        flush(box);
        return open(element, box, meaning.kind());
      }
      case BREAK -> {
        if (line.breaks()) {
          flush(box);
        }
      }
      case LINK -> {
        openLinks.addLast(element);
        links.add(element);
      }
      case BOLD -> openBolds.addLast(element);
      case INLINE, SKIP -> {}
    }
    return box;
  }

  private Box leave(Element element, Box box) {
    if (box.element == element) {
      flush(box);
      return box.parent;
    }
    if (element == openLinks.peekLast()) {
      openLinks.removeLast();
    } else if (element == openBolds.peekLast()) {
      openBolds.removeLast();
    }
    return box;
  }

  private Box open(Element element, Box parent, Box.Kind kind) {
    ElementNames names = ElementNames.of(element);
    int found = parent == null ? 0 : names.hints(element.normalName(), hints);
    int signature =
        kind.ordinal() * 31
            + 31 * (31 + element.normalName().hashCode())
            + unnumbered(names.classes()).hashCode();
    if (parent != null) {
      signature = signature * 31 + parent.kind.ordinal();
    }
    Box.Template template = new Box.Template(signature, templates.of(signature));
    Box box = new Box(element, parent, boxes.size(), kind, found, template);
    box.hidden |= names.hides();
    boxes.add(box);
    notes.addVisible(element, names, found, box, blocks.size());
    return box;
  }

  /// Some sites number their paragraphs: `text1`, `text2`.
  private static String unnumbered(String names) {
    int end = names.length();
    while (end > 0 && Character.isDigit(names.charAt(end - 1))) {
      end--;
    }
    return names.substring(0, end);
  }

  private void append(String raw) {
    int added = line.append(raw);
    if (!openLinks.isEmpty()) {
      linkChars += added;
    }
    if (!openBolds.isEmpty()) {
      boldChars += added;
    }
  }

  private void flush(Box box) {
    line.trim();
    if (!line.isEmpty()) {
      add(box);
    }
    line.clear();
    links.clear();
    linkChars = 0;
    boldChars = 0;
    inlineHints = 0;
  }

  private void add(Box box) {
    int wordStart = wordList.size();
    TextMeter meter = new TextMeter(line.chars(), line.length(), wordList);
    if (wordList.size() == wordStart && meter.cjk == 0) {
      return;
    }
    Block block =
        new Block(
            box,
            blocks.size(),
            line.toString(),
            links.isEmpty() ? List.of() : List.copyOf(links),
            wordStart,
            meter);
    block.kin = kins.of(box.kin);
    block.linkChars = linkChars;
    block.boldChars = boldChars;
    block.inlineHints = inlineHints;
    blocks.add(block);
  }
}
