package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import org.jsoup.nodes.Element;

/// The headings of a page, each read when it is asked for and once: many titles are clear without.
final class Headings {
  /// They are looked for among so many blocks.
  private static final int MOST_BLOCKS = 600;

  private final PageScan scan;
  private final Map<Element, HeadingText> read = new IdentityHashMap<>();
  private List<String> texts = List.of();
  private List<PageNotes.Note> large = List.of();
  private boolean looked;

  Headings(PageScan scan) {
    this.scan = scan;
  }

  /// The `<h1>` elements.
  List<PageNotes.Note> large() {
    look();
    return large;
  }

  /// The texts of all elements that are headings by tag or by name.
  List<String> texts() {
    look();
    return texts;
  }

  HeadingText of(PageNotes.Note note) {
    return read.computeIfAbsent(note.element(), HeadingText::of);
  }

  /// The last step of the path to a page is often an `<h1>`, worded for search engines.
  static boolean isCrumb(PageNotes.Note note) {
    return note.box().distanceTo(Box.Kind.NAVIGATION) <= 4
        || note.box().distanceTo(Hint.NAVIGATION) <= 1
        || note.box().distanceTo(Box.Kind.LIST) <= 2 && note.box().distanceTo(Hint.NAVIGATION) <= 3;
  }

  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    large =
        scan.notes.headings.stream()
            .filter(note -> note.element().normalName().equals("h1") && !isCrumb(note))
            .filter(note -> !of(note).whole().isEmpty())
            .toList();
    texts = new ArrayList<>();
    for (Block block : scan.blocks.subList(0, Math.min(MOST_BLOCKS, scan.blocks.size()))) {
      if (block.text.length() <= GivenTitles.LONGEST
          && (block.box.distanceTo(Box.Kind.HEADING) <= 1
              || block.box.distanceTo(Hint.TITLE) <= 1)) {
        texts.add(TitlePieces.fold(block.text));
      }
    }
  }
}
