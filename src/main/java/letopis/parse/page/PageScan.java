package letopis.parse.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// One walk over a page: its boxes in document order with sums of their text, and its blocks with
/// what their characters and words say. Costs time and memory in proportion to the page.
final class PageScan {
  /// More text than this is not read; no article is longer.
  private static final int MAX_BLOCKS = 20_000;

  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();

  /// Hashes of all words in order, see [WordTable#hash]; blocks point into it.
  final int[] words;

  private final Words wordList = new Words();

  /// Elements that are not text but may speak of it, in document order.
  final List<Element> metas = new ArrayList<>();

  final List<Element> linkElements = new ArrayList<>();
  final List<Element> jsonScripts = new ArrayList<>();
  final List<Note> times = new ArrayList<>();

  /// Elements whose names speak of an author, or of a date.
  final List<Note> bylines = new ArrayList<>();

  final List<Note> dateLines = new ArrayList<>();

  /// Elements with `itemprop`.
  final List<Note> properties = new ArrayList<>();

  final List<Note> headings = new ArrayList<>();

  /// An element to come back to.
  ///
  /// @param block index of the first block at or after its start
  /// @param box the box it is, or is in
  record Note(Element element, int block, Box box) {}

  private final HintFinder hints = new HintFinder();
  private final StringBuilder text = new StringBuilder();
  private final List<Element> links = new ArrayList<>();
  private int linkDepth;
  private int boldDepth;
  private int linkChars;
  private int boldChars;
  private int inlineHints;

  PageScan(Document document) {
    for (Element element : document.head().getAllElements()) {
      note(element, 0, null);
    }
    Element body = document.body();
    Box root = open(body, null, Box.Kind.OTHER);
    walk(body, root);
    flush(root);
    words = wordList.first(wordList.count);
    sum();
  }

  private void walk(Element start, Box root) {
    Box box = root;
    Node node = start.firstChild();
    while (node != null) {
      boolean enter = false;
      if (node instanceof TextNode textNode) {
        append(textNode.getWholeText());
      } else if (node instanceof Element element) {
        Tags.Role role = Tags.role(element.normalName());
        enter = role != Tags.Role.SKIP && blocks.size() < MAX_BLOCKS;
        if (role == Tags.Role.SKIP || role == Tags.Role.INLINE || role == Tags.Role.LINK) {
          int found = role == Tags.Role.SKIP ? 0 : hintsOf(element);
          note(element, found, box);
          if (text.isEmpty()) {
            inlineHints |= found;
          }
        }
        if (enter) {
          box = enter(element, role, box);
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

  private Box enter(Element element, Tags.Role role, Box box) {
    switch (role) {
      case BLOCK -> {
        flush(box);
        return open(element, box, Tags.kind(element.normalName()));
      }
      case BREAK -> lineBreak(box);
      case LINK -> {
        linkDepth++;
        links.add(element);
      }
      case BOLD -> boldDepth++;
      case INLINE, SKIP -> {}
    }
    return box;
  }

  private Box leave(Element element, Box box) {
    switch (Tags.role(element.normalName())) {
      case BLOCK -> {
        flush(box);
        return box.parent;
      }
      case LINK -> linkDepth = Math.max(0, linkDepth - 1);
      case BOLD -> boldDepth = Math.max(0, boldDepth - 1);
      case BREAK, INLINE, SKIP -> {}
    }
    return box;
  }

  private Box open(Element element, Box parent, Box.Kind kind) {
    String classes = element.attr("class");
    int found = parent == null ? 0 : hintsOf(element);
    int signature =
        kind.ordinal() * 31 + Arrays.hashCode(new Object[] {element.normalName(), classes});
    if (parent != null) {
      signature = signature * 31 + parent.kind.ordinal();
    }
    Box box = new Box(element, parent, boxes.size(), kind, found, signature);
    box.hidden |= hides(element);
    boxes.add(box);
    note(element, found, box);
    return box;
  }

  private int hintsOf(Element element) {
    int found = element.normalName().indexOf('-') > 0 ? hints.find(element.normalName()) : 0;
    return element.attributesSize() == 0
        ? found
        : found
            | hints.find(element.attr("class"))
            | hints.find(element.attr("id"))
            | hints.find(element.attr("role"))
            | hints.find(element.attr("itemprop"))
            | hints.find(element.attr("data-testid"))
            | hints.find(element.attr("data-component"));
  }

  private void note(Element element, int found, Box box) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "link" -> linkElements.add(element);
      case "script" -> {
        if (element.attr("type").contains("ld+json")) {
          jsonScripts.add(element);
        }
      }
      default -> {
        if (box != null) {
          noteVisible(new Note(element, blocks.size(), box), found);
        }
      }
    }
  }

  private void noteVisible(Note note, int found) {
    Element element = note.element();
    switch (element.normalName()) {
      case "time" -> times.add(note);
      case "h1", "h2" -> headings.add(note);
      default -> {}
    }
    if ((found & 1 << Hint.BYLINE.ordinal()) != 0 || element.attr("rel").equals("author")) {
      bylines.add(note);
    }
    if ((found & 1 << Hint.DATA.ordinal()) != 0) {
      dateLines.add(note);
    }
    if (element.hasAttr("itemprop")) {
      properties.add(note);
    }
  }

  private static boolean hides(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("display: none");
  }

  /// White space folds to one space, as a browser shows it.
  private void append(String raw) {
    boolean space = text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
    int before = text.length();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff') {
        if (!space && c != '\u200b' && c != '\ufeff') {
          text.append(' ');
          space = true;
        }
      } else if (c != '\u00ad') {
        text.append(c);
        space = false;
      }
    }
    int added = text.length() - before;
    if (linkDepth > 0) {
      linkChars += added;
    }
    if (boldDepth > 0) {
      boldChars += added;
    }
  }

  /// One break is a new line of the same block, two make a new block.
  private void lineBreak(Box box) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    if (end > 0 && text.charAt(end - 1) == '\n') {
      flush(box);
    } else if (end > 0) {
      text.append('\n');
    }
  }

  private void flush(Box box) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end > 0) {
      text.setLength(end);
      add(box);
    }
    text.setLength(0);
    links.clear();
    linkChars = 0;
    boldChars = 0;
    inlineHints = 0;
  }

  private void add(Box box) {
    int wordStart = wordList.count;
    String content = text.toString();
    TextMeter meter = new TextMeter(content, wordList);
    if (wordList.count == wordStart && meter.cjk == 0) {
      return;
    }
    Block block =
        new Block(
            box,
            blocks.size(),
            content,
            links.isEmpty() ? List.of() : List.copyOf(links),
            wordStart,
            wordList.count - wordStart);
    block.linkChars = linkChars;
    block.boldChars = boldChars;
    block.inlineHints = inlineHints;
    meter.fill(block);
    blocks.add(block);
  }

  /// A growing list of word hashes.
  static final class Words {
    private int[] hashes = new int[1024];
    private int count;

    void add(int hash) {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, count * 2);
      }
      hashes[count++] = hash;
    }

    int[] first(int number) {
      return Arrays.copyOf(hashes, number);
    }
  }

  /// Adds the blocks up into their boxes, from the leaves to the root.
  private void sum() {
    Map<Integer, Integer> repeats = new HashMap<>();
    for (Block block : blocks) {
      Box box = block.box;
      box.chars += block.text.length();
      box.linkChars += Math.min(block.linkChars, block.text.length());
      box.words += block.size();
      box.blocks++;
      box.punctuation += block.punctuation;
      box.ownWords += block.size();
      box.ownBlocks++;
      if (block.linkShare() < 0.5 && block.size() >= 8) {
        box.paragraphWords += block.size();
      }
      repeats.merge(block.text.hashCode(), 1, Integer::sum);
    }
    for (Block block : blocks) {
      block.repeats = repeats.get(block.text.hashCode());
    }
    for (int i = boxes.size() - 1; i > 0; i--) {
      Box box = boxes.get(i);
      Box parent = box.parent;
      parent.chars += box.chars;
      parent.linkChars += box.linkChars;
      parent.words += box.words;
      parent.blocks += box.blocks;
      parent.punctuation += box.punctuation;
      parent.paragraphWords += box.paragraphWords;
      if (box.kind == Box.Kind.PARAGRAPH && box.paragraphWords > 0) {
        parent.childParagraphs++;
        parent.childParagraphWords += box.paragraphWords;
      }
    }
  }
}
