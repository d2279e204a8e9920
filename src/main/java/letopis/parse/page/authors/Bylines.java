package letopis.parse.page.authors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import letopis.parse.page.authors.PersonNames.Trust;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;
import letopis.parse.page.titles.SiteNames;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Finds the authors that readers see: by the names of elements, by links to pages of authors, and
/// by lines that begin with "By", near the title and at the end of the text. The surest kind of
/// sign decides, and of its places the one nearest to the title.
final class Bylines {
  /// So many blocks before the title may still be its byline.
  private static final int BEFORE = 6;

  static final int MOST_LINKS = 6;

  /// A line of authors stands among the first blocks below the title.
  private static final int BELOW = 6;

  /// A link around blocks is looked for so many elements above one.
  private static final int LINK_LEVELS = 6;

  /// So many elements of one kind are looked at: each may hold all those after it.
  private static final int MOST_ELEMENTS = 24;

  /// A link to whatever stands about its author on the site.
  private static final SievedPattern PROFILE =
      new SievedPattern(
          "/(?:authors?|autor(?:en|es|in|a)?|auteurs?|autori|avtor[yi]?|people|persons?|profiles?|profil|members?|staff"
              + "|team|user|users|redaktion|redakteure?|experten|contributors?|columnists?|journalists?|editors?|writers?|reporters?|correspondents?|by)/[^/?#]+"
              + "|[?&]author=|linkedin\\.com/in/",
          Pattern.CASE_INSENSITIVE);

  /// Parts of a byline that hold no name.
  private static final SievedPattern BESIDE_NAME =
      new SievedPattern(
          "(?:author|byline)\\S*?(?:desc|bio|title|role|image|avatar|photo|position|follow|twitter|social|job|date|links)");

  private static final SievedPattern NAME =
      new SievedPattern("(?:author|byline)[-_]*(?:name|link)|authors?__name|auth_name");

  private static final Evaluator LINK = QueryParser.parse("a[href]");
  private static final Evaluator NAMED = QueryParser.parse("[class*=name]");
  private static final Evaluator ITS_NAME = QueryParser.parse("[itemprop=name]");

  private final PageScan scan;
  private final ArticlePlace place;
  private final PersonNames names;
  private final SiteNames site;
  private final Map<String, String> found = new LinkedHashMap<>();

  Bylines(PageContext context, BodyText body, PersonNames names, SiteNames site) {
    this.scan = context.scan;
    this.place = new ArticlePlace(context, body);
    this.names = names;
    this.site = site;
  }

  /// What the links of a block to pages of authors say, the one around it among them.
  static List<String> profileNames(Block block) {
    Element around = block.links.isEmpty() ? block.box.element : null;
    for (int i = 0; i < LINK_LEVELS && around != null && block.linkShare() > 0.8; i++) {
      if (isProfile(around)) {
        return List.of(block.text);
      }
      around = around.parent();
    }
    if (block.links.isEmpty()) {
      return List.of();
    }
    return block.links.stream()
        .filter(Bylines::isProfile)
        .limit(MOST_LINKS)
        .map(ShownText::of)
        .toList();
  }

  /// What the page's links to a profile say: some data give an author's address alone.
  static Optional<String> linkedFrom(List<Block> blocks, String profile) {
    return blocks.stream()
        .flatMap(block -> block.links.stream())
        .filter(
            link ->
                link.attr("abs:href").equals(profile)
                    || Addresses.written(link, "href").equals(profile))
        .map(ShownText::of)
        .filter(PersonNames::isFull)
        .findFirst();
  }

  private static boolean isProfile(Element link) {
    return PROFILE.in(Addresses.written(link, "href"));
  }

  /// The names, in the page's order; none when nothing is sure enough. That of the site leaves the
  /// question open.
  List<String> find() {
    List<String> sites = List.of();
    List<Runnable> kinds =
        List.of(
            this::properties,
            () -> nearest(scan.notes.bylines, note -> isName(note.element())),
            () -> nearest(scan.notes.bylines, note -> !isName(note.element())),
            () -> new SignedLines(place, scan, names, found).find());
    for (Runnable kind : kinds) {
      kind.run();
      if (!found.isEmpty() && !found.values().stream().allMatch(site::isExactly)) {
        return List.copyOf(found.values());
      }
      sites = sites.isEmpty() ? List.copyOf(found.values()) : sites;
      found.clear();
    }
    return sites;
  }

  /// Data often names the first of several authors alone, or by the first name: takes the line
  /// under the title that names all who are known, and more.
  ///
  /// @param known names by their keys, changed
  void besides(Map<String, String> known) {
    BitSet lines = new BitSet();
    for (PageNotes.Note note : scan.notes.bylines) {
      if (place.isHead(note.block()) && isOfThisArticle(note)) {
        lines.set(note.block());
      }
    }
    int end = Math.min(scan.blocks.size(), place.title() + BELOW);
    for (int i = place.title() + 1; i < end; i++) {
      Block block = scan.blocks.get(i);
      boolean signed = BylineLead.begins(block.text) || !profileNames(block).isEmpty();
      lines.set(i, lines.get(i) || signed && place.has(i, block.box));
    }
    lines.stream()
        .filter(i -> i < scan.blocks.size())
        .filter(i -> completes(scan.blocks.get(i).text, known))
        .findFirst();
  }

  private boolean completes(String text, Map<String, String> known) {
    Map<String, String> line = new LinkedHashMap<>();
    for (String name : names.in(text, Trust.SEEN)) {
      line.put(PersonNames.key(name), name);
    }
    boolean more =
        line.size() > known.size() && line.keySet().containsAll(known.keySet())
            || line.size() == 1 && isShort(known.values(), line.values().iterator().next());
    if (more) {
      known.forEach(line::replace);
      known.clear();
      known.putAll(line);
    }
    return more;
  }

  /// Whether the only known name is the first of a full one.
  private static boolean isShort(Collection<String> known, String full) {
    String name = known.size() == 1 ? known.iterator().next() : " ";
    return name.indexOf(' ') < 0 && full.startsWith(name + " ");
  }

  /// The authors that the page marks for machines; away from the title and the text only the one
  /// full name that all marks agree on, outside of comments.
  private void properties() {
    List<PageNotes.Note> authors =
        scan.notes.properties.stream()
            .filter(note -> isAuthorProperty(note.element()))
            .limit(MOST_ELEMENTS)
            .toList();
    authors.stream().filter(this::isOfThisArticle).forEach(this::property);
    if (found.isEmpty()) {
      authors.stream()
          .filter(note -> note.box().distanceTo(Hint.COMMENT) > 5)
          .forEach(this::property);
      if (found.size() > 1 || !found.values().stream().allMatch(PersonNames::isFull)) {
        found.clear();
      }
    }
  }

  private static boolean isAuthorProperty(Element element) {
    String property = " " + element.attr("itemprop") + " ";
    return property.contains(" author ") || property.contains(" creator ");
  }

  private void property(PageNotes.Note note) {
    Element name = note.element().selectFirst(ITS_NAME);
    Element best = name == null ? note.element() : name;
    add(best.hasAttr("content") ? best.attr("content") : ShownText.of(best), Trust.GIVEN);
  }

  /// The elements of one kind that stand nearest to the title: after it before those above it.
  private void nearest(List<PageNotes.Note> notes, Predicate<PageNotes.Note> kind) {
    List<PageNotes.Note> near = new ArrayList<>();
    for (PageNotes.Note note : notes) {
      if (kind.test(note) && isOfThisArticle(note)) {
        near.add(note);
      }
    }
    near.sort(Comparator.comparingInt(this::distance));
    PageNotes.Note first = null;
    for (PageNotes.Note note : near.subList(0, Math.min(MOST_ELEMENTS, near.size()))) {
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

  private int distance(PageNotes.Note note) {
    int title = place.title();
    return note.block() >= title ? note.block() - title : 3 * (title - note.block());
  }

  private boolean isOfThisArticle(PageNotes.Note note) {
    return note.block() >= place.title() - BEFORE
        && note.block() <= place.bodyEnd() + ArticlePlace.AFTER
        && place.has(note.block(), note.box());
  }

  private static String label(Element element) {
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }

  private static boolean isBesideName(Element element) {
    return BESIDE_NAME.in(label(element));
  }

  private static boolean isName(Element element) {
    return Addresses.written(element, "rel").equals("author")
        || NAME.in(label(element)) && !isBesideName(element);
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
    element.select(LINK).stream()
        .filter(a -> Addresses.written(a, "rel").equals("author") || isProfile(a))
        .limit(MOST_LINKS)
        .forEach(a -> add(ShownText.of(a), found.size() == before ? trust : Trust.SEEN));
    if (found.size() == before) {
      Element name = element.selectFirst(NAMED);
      if (name != null) {
        add(ShownText.of(name), trust);
      }
    }
    if (found.size() == before && block < scan.blocks.size()) {
      String opening = scan.blocks.get(block).text;
      if (PersonNames.isFull(opening)) {
        add(opening, Trust.SEEN);
      }
    }
    if (found.size() == before && !isBesideName(element)) {
      String text = ShownText.of(element);
      boolean sure = isName(element) || isAuthor(element) || BylineLead.begins(text);
      add(text, sure ? trust : Trust.SEEN);
    }
  }

  private void add(String line, Trust trust) {
    names.in(line, trust).forEach(name -> found.putIfAbsent(PersonNames.key(name), name));
  }
}
