package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;
import org.jsoup.nodes.Element;

/// Finds the title of an article, without the name of its site.
///
/// What readers see as a heading and what machines are told must agree; where they do not, the page
/// is known by what its source listed it as, by the only large heading, or by the machines' title.
public final class Titles {
  private static final int LONGEST = GivenTitles.LONGEST;

  /// Headings are looked for among so many blocks.
  private static final int MOST_BLOCKS = 600;

  /// Different headings that agree with what machines are told: a page has a few.
  private static final int MOST_EQUAL = 50;

  /// Titles that say nothing of the page.
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "home", "blog", "start", "startseite", "index", "news", "новости", "главная", "untitled");

  private final PageScan scan;
  private final SiteNames site;
  private final GivenTitles given;
  private final Map<Element, HeadingText> read = new IdentityHashMap<>();
  private List<String> headings = List.of();
  private List<PageNotes.Note> large = List.of();
  private boolean looked;

  private Titles(PageScan scan, PageData data, SiteNames site) {
    this.scan = scan;
    this.site = site;
    this.given = new GivenTitles(scan, data);
  }

  /// @param listed the title under which a feed or listing has the page; may be empty
  public static Optional<String> find(PageScan scan, PageData data, SiteNames site, String listed) {
    Titles titles = new Titles(scan, data, site);
    return titles
        .asListed(TitlePieces.fold(listed))
        .or(
            () ->
                titles
                    .agreed()
                    .or(titles::onlyHeading)
                    .or(titles::headingOverText)
                    .or(titles::told)
                    .or(titles::firstHeading)
                    .or(() -> titles.given.texts().stream().findFirst())
                    .map(TitlePieces::withoutDay));
  }

  /// The page bears the title that its source listed, as a heading or as a piece of its own title.
  private Optional<String> asListed(String listed) {
    String wanted = TitlePieces.key(listed);
    if (wanted.length() < 4) {
      return Optional.empty();
    }
    for (String heading : headings()) {
      if (TitlePieces.key(heading).equals(wanted)) {
        return Optional.of(heading);
      }
    }
    return Optional.ofNullable(given.runs().get(wanted));
  }

  /// The heading that the given titles agree with: equal to one, or to a piece at an end of one;
  /// else one that makes up most of one.
  private Optional<String> agreed() {
    Set<String> equal = new LinkedHashSet<>();
    for (PageNotes.Note note : scan.notes.headings) {
      String whole = ShownText.of(note.element());
      if (equal.size() < MOST_EQUAL
          && whole.length() <= LONGEST
          && !isCrumb(note)
          && given.holdsRun(TitlePieces.key(whole))) {
        heading(note).agreeing(given.keys(), given.runs().keySet()).ifPresent(equal::add);
      }
    }
    for (String heading : headings()) {
      if (equal.size() < MOST_EQUAL
          && given.runs().containsKey(TitlePieces.key(heading))
          && equal.stream().noneMatch(heading::endsWith)) {
        equal.add(heading);
      }
    }
    Optional<String> best = best(equal);
    if (best.isPresent()) {
      return best.map(this::shorter);
    }
    for (PageNotes.Note note : large()) {
      String text = heading(note).withoutKicker();
      if (text.length() <= LONGEST
          && !site.isExactly(text)
          && given.keys().stream().anyMatch(title -> mostOf(text, title))) {
        return Optional.of(text);
      }
      Optional<String> begun =
          given.texts().stream()
              .filter(title -> opensMost(title, text) || closesMost(title, text))
              .findFirst();
      if (begun.isPresent()) {
        return begun;
      }
    }
    return Optional.empty();
  }

  /// The first of the headings with the highest rank above 0.
  private Optional<String> best(Set<String> headings) {
    Optional<String> best = Optional.empty();
    int highest = 0;
    for (String heading : headings) {
      if (TitlePieces.key(heading).length() >= 4 && !site.repeats(heading)) {
        int rank = rank(heading);
        best = rank > highest ? Optional.of(heading) : best;
        highest = Math.max(highest, rank);
      }
    }
    return best;
  }

  /// The last step of the path to a page is often an `<h1>`, worded for search engines.
  private static boolean isCrumb(PageNotes.Note note) {
    return note.box().distanceTo(Box.Kind.NAVIGATION) <= 4
        || note.box().distanceTo(Hint.NAVIGATION) <= 1
        || note.box().distanceTo(Box.Kind.LIST) <= 2 && note.box().distanceTo(Hint.NAVIGATION) <= 3;
  }

  /// A heading with a kicker before it, when machines are told the title alone.
  private String shorter(String heading) {
    String key = TitlePieces.key(heading);
    return given.texts().stream()
        .filter(title -> !title.equals(heading) && key.endsWith(TitlePieces.key(title)))
        .filter(title -> TitlePieces.key(title).length() * 2 >= key.length())
        .filter(title -> heading.endsWith(title))
        .findFirst()
        .orElse(heading);
  }

  /// Of two headings that are both pieces of the title one is the site's, most often the last.
  private int rank(String heading) {
    boolean frame = site.isExactly(heading) || given.frames(heading);
    return frame ? 0 : (site.is(heading) ? 1 : 3) + (given.open(heading) ? 1 : 0);
  }

  private static boolean mostOf(String heading, String titleKey) {
    String key = TitlePieces.key(heading);
    return key.length() >= 4 && titleKey.contains(key) && key.length() * 2 >= titleKey.length();
  }

  /// A heading may go on with a date or a section behind its title.
  private static boolean opensMost(String title, String heading) {
    String key = TitlePieces.key(title);
    return key.length() >= 12
        && heading.length() < LONGEST
        && TitlePieces.key(heading).startsWith(key)
        && key.length() * 2 >= TitlePieces.key(heading).length();
  }

  /// Or begin with a kicker that nothing but its look tells from the title.
  private static boolean closesMost(String title, String heading) {
    String key = TitlePieces.key(title);
    return key.length() >= 12
        && heading.length() < LONGEST
        && TitlePieces.key(heading).endsWith(key)
        && key.length() * 2 >= TitlePieces.key(heading).length();
  }

  /// The only large heading of a page needs less agreement: a title for search engines is often
  /// worded otherwise.
  private Optional<String> onlyHeading() {
    List<String> large = new ArrayList<>();
    for (PageNotes.Note note : large()) {
      String text = heading(note).withoutKicker();
      if (text.length() >= 4
          && text.length() <= LONGEST
          && !site.isExactly(text)
          && !site.repeats(text)
          && !large.contains(text)) {
        large.add(text);
      }
    }
    return large.size() == 1 && related(large.getFirst())
        ? Optional.of(large.getFirst())
        : Optional.empty();
  }

  /// Where machines are told one name only, and it has nothing of the only large heading: that
  /// heading, where it stands over the text. Some sites name every page after themselves.
  private Optional<String> headingOverText() {
    if (given.texts().size() != 1 || large().size() != 1) {
      return Optional.empty();
    }
    PageNotes.Note note = large().getFirst();
    String text = heading(note).withoutKicker();
    boolean linked = note.element().selectFirst("a") != null || note.element().closest("a") != null;
    boolean chrome =
        note.box().distanceTo(Box.Kind.ASIDE) < Box.FAR
            || note.box().hidden
            || note.box().article == null && note.box().distanceTo(Box.Kind.HEADER) < Box.FAR;
    if (linked || chrome || words(text).size() < 3 || text.length() > LONGEST || site.is(text)) {
      return Optional.empty();
    }
    for (int i = note.block() + 1; i < Math.min(scan.blocks.size(), note.block() + 5); i++) {
      Block block = scan.blocks.get(i);
      if (block.size() >= 12 && block.linkShare() < 0.2) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private boolean related(String heading) {
    Set<String> words = words(heading);
    if (words.size() < 3) {
      return false;
    }
    for (String title : given.texts()) {
      Set<String> shared = words(title);
      shared.retainAll(words);
      if (shared.size() * 3 >= words.size()
          || shared.size() > 1 && shared.size() * 3 >= words(title).size()) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }

  /// The machines' title without the site, when it says something.
  private Optional<String> told() {
    return given.texts().stream()
        .map(title -> TitlePieces.of(title).withoutSite(site))
        .filter(title -> !title.isBlank() && !site.isExactly(title))
        .filter(title -> !EMPTY_WORDS.contains(TitlePieces.key(title)))
        .findFirst();
  }

  /// Where all given titles name only the site: the first heading that does not.
  private Optional<String> firstHeading() {
    for (List<PageNotes.Note> notes : List.of(large(), scan.notes.headings)) {
      for (PageNotes.Note note : notes) {
        String text = heading(note).withoutKicker();
        boolean chrome =
            note.box().distanceTo(Box.Kind.NAVIGATION) < Box.FAR
                || note.box().distanceTo(Box.Kind.ASIDE) < Box.FAR
                || note.box().hidden;
        if (text.length() >= 4 && text.length() <= LONGEST && !chrome && !site.is(text)) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  private List<PageNotes.Note> large() {
    look();
    return large;
  }

  /// The texts of all elements that are headings by tag or by name.
  private List<String> headings() {
    look();
    return headings;
  }

  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    large =
        scan.notes.headings.stream()
            .filter(note -> note.element().normalName().equals("h1") && !isCrumb(note))
            .filter(note -> !heading(note).whole().isEmpty())
            .toList();
    headings = new ArrayList<>();
    for (Block block : scan.blocks.subList(0, Math.min(MOST_BLOCKS, scan.blocks.size()))) {
      if (block.text.length() <= LONGEST
          && (block.box.distanceTo(Box.Kind.HEADING) <= 1
              || block.box.distanceTo(Hint.TITLE) <= 1)) {
        headings.add(TitlePieces.fold(block.text));
      }
    }
  }

  private HeadingText heading(PageNotes.Note note) {
    return read.computeIfAbsent(note.element(), HeadingText::of);
  }
}
