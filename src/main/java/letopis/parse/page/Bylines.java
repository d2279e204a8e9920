package letopis.parse.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import letopis.parse.page.PersonNames.Trust;
import org.jsoup.nodes.Element;

/// Finds the authors that readers see: by the names of elements, by links to pages of authors, and
/// by lines that begin with "By", near the title and at the end of the text. The surest kind of
/// sign decides, and of its places the one nearest to the title.
final class Bylines {
  /// So many blocks before the title may still be its byline.
  private static final int BEFORE = 6;

  /// So many blocks after the title, or after the end of the text.
  private static final int AFTER = 10;

  private static final int MOST_LINKS = 6;

  /// So many elements of one kind are looked at: each may hold all those after it.
  private static final int MOST_ELEMENTS = 24;

  /// A longer line is a sentence.
  private static final int LONGEST = 100;

  private static final Pattern LINES = Pattern.compile("\\s*[\\n|·•]\\s*");

  /// "21. April 2020 von Anna Berg".
  private static final Pattern DATE_BEFORE =
      Pattern.compile(
          "^.{0,40}\\d{2}\\P{L}{0,8}(?=(?:von|by|par|por|di|redaktion|autor(?:in)?|text|автор|текст)[:\\s])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// A link to whatever stands about its author on the site.
  private static final Pattern PROFILE =
      Pattern.compile(
          "/(?:authors?|autor(?:en|es|in|a)?|auteurs?|autori|avtor[yi]?|people|persons?|profiles?|profil|members?|staff"
              + "|team|user|users|redaktion|redakteure?|experten|contributors?|columnists?|journalists?|by)/[^/?#]+"
              + "|[?&]author=|linkedin\\.com/in/",
          Pattern.CASE_INSENSITIVE);

  /// Parts of a byline that hold no name.
  private static final Pattern BESIDE_NAME =
      Pattern.compile(
          "(?:author|byline)\\S*?(?:desc|bio|title|role|image|avatar|photo|position|follow|twitter|social|job|date|links)");

  private static final Pattern NAME =
      Pattern.compile("(?:author|byline)[-_]*(?:name|link)|authors?__name|auth_name");

  private final PageScan scan;
  private final PersonNames names;
  private final int title;
  private final int bodyStart;
  private final int bodyEnd;
  private final Map<String, String> found = new LinkedHashMap<>();

  Bylines(PageContext context, BodyText body, PersonNames names) {
    this.scan = context.scan;
    this.names = names;
    int first = body.blocks().isEmpty() ? 0 : body.blocks().getFirst().index;
    int last = body.blocks().isEmpty() ? 0 : body.blocks().getLast().index;
    boolean titled = context.titleBlock >= 0 && (last == 0 || context.titleBlock <= last);
    this.title = titled ? context.titleBlock : first;
    this.bodyStart = Math.max(first, title);
    this.bodyEnd = Math.max(last, title);
  }

  /// The names, in the page's order; none when nothing is sure enough.
  List<String> find() {
    properties();
    if (found.isEmpty()) {
      nearest(scan.bylines, note -> isName(note.element()));
    }
    if (found.isEmpty()) {
      nearest(scan.bylines, note -> !isName(note.element()));
    }
    if (found.isEmpty()) {
      lines(Math.max(0, title - 3), title + AFTER);
    }
    if (found.isEmpty()) {
      profiles(Math.max(0, title - 3), title + AFTER);
    }
    if (found.isEmpty()) {
      dated(title - 2, title + 4);
    }
    if (found.isEmpty()) {
      signature();
    }
    if (found.isEmpty()) {
      labelled();
    }
    return List.copyOf(found.values());
  }

  /// Data often names the first of several authors alone, or by the first name: takes the line
  /// under the title that names all who are known, and more.
  ///
  /// @param known names by their keys, changed
  void besides(Map<String, String> known) {
    for (PageScan.Note note : scan.bylines) {
      boolean head =
          note.block() >= title - 1 && note.block() <= Math.min(bodyStart, title + AFTER);
      if (head && note.block() < scan.blocks.size() && isOfThisArticle(note)) {
        Map<String, String> line = new LinkedHashMap<>();
        for (String name : names.in(scan.blocks.get(note.block()).text, Trust.SEEN)) {
          line.put(PersonNames.key(name), name);
        }
        if (line.size() > known.size() && line.keySet().containsAll(known.keySet())
            || line.size() == 1 && isShort(known.values(), line.values().iterator().next())) {
          known.forEach(line::replace);
          known.clear();
          known.putAll(line);
          return;
        }
      }
    }
  }

  /// Whether the only known name is the first of a full one.
  private static boolean isShort(Collection<String> known, String full) {
    String name = known.size() == 1 ? known.iterator().next() : " ";
    return name.indexOf(' ') < 0 && full.startsWith(name + " ");
  }

  private void properties() {
    int left = MOST_ELEMENTS;
    for (PageScan.Note note : scan.properties) {
      String property = " " + note.element().attr("itemprop") + " ";
      boolean author = property.contains(" author ") || property.contains(" creator ");
      if (author && isOfThisArticle(note) && left-- > 0) {
        Element name = note.element().selectFirst("[itemprop=name]");
        Element best = name == null ? note.element() : name;
        add(best.hasAttr("content") ? best.attr("content") : best.text(), Trust.GIVEN);
      }
    }
  }

  /// The elements of one kind that stand nearest to the title: after it before those above it.
  private void nearest(List<PageScan.Note> notes, Predicate<PageScan.Note> kind) {
    List<PageScan.Note> near = new ArrayList<>();
    for (PageScan.Note note : notes) {
      if (kind.test(note) && isOfThisArticle(note)) {
        near.add(note);
      }
    }
    near.sort(Comparator.comparingInt(this::distance));
    PageScan.Note first = null;
    for (PageScan.Note note : near.subList(0, Math.min(MOST_ELEMENTS, near.size()))) {
      boolean besideTheFirst =
          first == null
              || Math.abs(note.block() - first.block()) <= 1
                  && note.element().normalName().equals(first.element().normalName());
      if (besideTheFirst) {
        int before = found.size();
        byline(note.element(), note.block(), first == null ? Trust.GIVEN : Trust.SEEN);
        first = first == null && found.size() > before ? note : first;
      }
    }
  }

  private int distance(PageScan.Note note) {
    return note.block() >= title ? note.block() - title : 3 * (title - note.block());
  }

  private boolean isOfThisArticle(PageScan.Note note) {
    return note.block() >= title - BEFORE
        && note.block() <= bodyEnd + AFTER
        && isOfThisArticle(note.block(), note.box());
  }

  /// Between title and text stands no teaser, whatever its elements are called.
  private boolean isOfThisArticle(int block, Box box) {
    boolean head = block >= title - 1 && block <= Math.min(bodyStart, title + AFTER);
    return box.distanceTo(Hint.COMMENT) > (head ? 1 : 5)
        && (head || box.distanceTo(Hint.RELATED) > 3)
        && box.distanceTo(Box.Kind.NAVIGATION) == Box.FAR;
  }

  private static String label(Element element) {
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }

  private static boolean isBesideName(Element element) {
    return BESIDE_NAME.matcher(label(element)).find();
  }

  private static boolean isName(Element element) {
    return element.attr("rel").equals("author")
        || NAME.matcher(label(element)).find() && !isBesideName(element);
  }

  /// Whether the element is the author and nothing else: `class="author"`, a card of hCard.
  private boolean isAuthor(Element element) {
    return element.hasClass("author") || element.hasClass("fn") || element.hasClass("byline");
  }

  /// What an element named after the author says: its links to authors where it has them, or the
  /// part of it that is named after a name, or all of it. One word is a name only where more than
  /// the element's name speaks for it.
  private void byline(Element element, int block, Trust trust) {
    int before = found.size();
    element.select("a[href]").stream()
        .filter(a -> a.attr("rel").equals("author") || PROFILE.matcher(a.attr("href")).find())
        .limit(MOST_LINKS)
        .forEach(a -> add(a.text(), found.size() == before ? trust : Trust.SEEN));
    if (found.size() == before) {
      element.select("[class*=name]").stream().limit(1).forEach(name -> add(name.text(), trust));
    }
    if (found.size() == before && block < scan.blocks.size()) {
      String opening = scan.blocks.get(block).text;
      if (PersonNames.isFull(opening)) {
        add(opening, Trust.SEEN);
      }
    }
    if (found.size() == before && !isBesideName(element)) {
      String text = element.text();
      boolean sure = isName(element) || isAuthor(element) || PersonNames.leads(text);
      add(text, sure ? trust : Trust.SEEN);
    }
  }

  /// "By Anna Berg" in one block or in two.
  private void lines(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      line(i);
    }
  }

  private void line(int index) {
    Block block = scan.blocks.get(index);
    boolean tooLong = block.text.length() > 2 * PersonNames.LONGEST_LINE;
    if (index == title || tooLong || !isOfThisArticle(index, block.box)) {
      return;
    }
    boolean last = index + 1 >= scan.blocks.size();
    if (PersonNames.leadsAlone(block.text) && !last && scan.blocks.get(index + 1).size() <= 8) {
      add(scan.blocks.get(index + 1).text, Trust.SEEN);
      return;
    }
    boolean linked = block.links.stream().anyMatch(a -> PROFILE.matcher(a.attr("href")).find());
    for (String line : LINES.split(block.text)) {
      String undated = DATE_BEFORE.matcher(line).replaceFirst("");
      if (found.isEmpty() && line.length() < LONGEST && PersonNames.leads(undated)) {
        add(undated, linked ? Trust.GIVEN : Trust.SEEN);
      }
    }
  }

  /// "23.11.2026 | 14:05 | Anna Berg" by the title.
  private void dated(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      Block block = scan.blocks.get(i);
      if (i != title && block.digits >= 4 && block.size() <= 16 && isOfThisArticle(i, block.box)) {
        String[] parts = LINES.split(block.text);
        for (int p = 0; p < parts.length && parts.length > 1; p++) {
          add(DATE_BEFORE.matcher(parts[p]).replaceFirst(""), Trust.SEEN);
        }
      }
    }
  }

  /// "Autorin: Anna Berg" anywhere in the text, as under a picture of her.
  private void labelled() {
    for (int i = bodyStart; i <= bodyEnd && i < scan.blocks.size() && found.isEmpty(); i++) {
      Block block = scan.blocks.get(i);
      if (block.size() <= 16 && PersonNames.isLabelled(block.text)) {
        line(i);
      }
    }
  }

  /// Links to pages of authors.
  private void profiles(int from, int to) {
    for (int i = from; i < Math.min(scan.blocks.size(), to) && found.isEmpty(); i++) {
      Block block = scan.blocks.get(i);
      if (i != title && block.size() <= 30 && isOfThisArticle(i, block.box)) {
        block.links.stream()
            .filter(a -> PROFILE.matcher(a.attr("href")).find())
            .limit(MOST_LINKS)
            .forEach(a -> add(a.text(), Trust.SEEN));
      }
    }
  }

  /// A name alone as the first or the last paragraph, or a line of an author below the text.
  private void signature() {
    alone(bodyStart);
    alone(bodyEnd);
    alone(bodyEnd + 1);
    if (found.isEmpty()) {
      lines(bodyEnd - 1, bodyEnd + 6);
    }
    if (found.isEmpty()) {
      profiles(bodyEnd, bodyEnd + 6);
    }
  }

  private void alone(int index) {
    if (!found.isEmpty() || index <= title || index >= scan.blocks.size()) {
      return;
    }
    Block block = scan.blocks.get(index);
    boolean plain = block.box.kind == Box.Kind.PARAGRAPH || block.box.kind == Box.Kind.OTHER;
    if (plain
        && block.size() <= 4
        && block.linkShare() < 0.5
        && isOfThisArticle(index, block.box)) {
      add(block.text, Trust.SEEN);
    }
  }

  private void add(String line, Trust trust) {
    names.in(line, trust).forEach(name -> found.putIfAbsent(PersonNames.key(name), name));
  }
}
