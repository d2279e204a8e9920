package letopis.parse.page.scan;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The elements of a page that speak of its article without being its text, in document order:
/// found on the walk over the page, read when somebody asks for them.
public final class PageNotes {
  /// The first `<title>` that is not of a picture.
  public @Nullable Element title;

  /// `<meta>` elements.
  public final List<Element> metas = new ArrayList<>();

  /// `<link>` elements.
  public final List<Element> links = new ArrayList<>();

  /// Scripts of JSON-LD.
  public final List<Element> jsonScripts = new ArrayList<>();

  /// The other scripts.
  public final List<Element> scripts = new ArrayList<>();

  /// `<time>` elements.
  public final List<Note> times = new ArrayList<>();

  /// Elements whose names speak of an author.
  public final List<Note> bylines = new ArrayList<>();

  /// Elements whose names speak of a date.
  public final List<Note> dateLines = new ArrayList<>();

  /// Elements with `itemprop`.
  public final List<Note> properties = new ArrayList<>();

  /// First and second headings.
  public final List<Note> headings = new ArrayList<>();

  /// An element to come back to.
  ///
  /// @param block index of the first block at or after its start
  /// @param box the box it is, or is in
  public record Note(Element element, int block, Box box) {}

  /// Takes an element that only machines read; says whether it is one.
  boolean add(Element element) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "link" -> links.add(element);
      case "script" -> {
        boolean json = Addresses.written(element, "type").contains("ld+json");
        (json ? jsonScripts : scripts).add(element);
      }
      case "title" -> {
        title = title == null ? element : title;
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Takes an element whose text is not that of the page.
  void addUnread(Element element, Box box, int block) {
    if (!add(element)) {
      addVisible(element, ElementNames.of(element), 0, box, block);
    }
  }

  /// Takes an element that readers see.
  ///
  /// @param hints of its names, bits of [Hint#ordinal]
  void addVisible(Element element, ElementNames names, int hints, Box box, int block) {
    boolean time = element.normalName().equals("time");
    boolean heading = box.level <= 2 && box.element == element;
    boolean byline =
        (hints & 1 << Hint.BYLINE.ordinal()) != 0 || names.other("rel").equals("author");
    boolean data = (hints & 1 << Hint.DATA.ordinal()) != 0;
    boolean property = names.others().hasKey("itemprop");
    if (!(time || heading || byline || data || property)) {
      return;
    }
    Note note = new Note(element, block, box);
    if (time) {
      times.add(note);
    }
    if (heading) {
      headings.add(note);
    }
    if (byline) {
      bylines.add(note);
    }
    if (data) {
      dateLines.add(note);
    }
    if (property) {
      properties.add(note);
    }
  }
}
