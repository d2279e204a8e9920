package letopis.parse.page.titles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;

/// Finds the title of an article, without the name of its site.
///
/// What readers see as a heading and what machines are told must agree; where they do not, the page
/// is known by what its source listed it as, by the only large heading, or by the machines' title.
public final class Titles {
  private static final int LONGEST = GivenTitles.LONGEST;

  /// Different headings that agree with what machines are told: a page has a few.
  private static final int MOST_EQUAL = 50;

  /// Titles that say nothing of the page.
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "home", "blog", "start", "startseite", "index", "news", "новости", "главная", "untitled");

  private final PageScan scan;
  private final SiteNames site;
  private final GivenTitles given;
  private final Headings headings;

  private Titles(PageScan scan, PageData data, SiteNames site) {
    this.scan = scan;
    this.site = site;
    this.given = new GivenTitles(scan, data);
    this.headings = new Headings(scan);
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
    for (String heading : headings.texts()) {
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
          && !Headings.isCrumb(note)
          && given.holdsRun(TitlePieces.key(whole))) {
        headings.of(note).agreeing(given.keys(), given.runs().keySet()).ifPresent(equal::add);
      }
    }
    for (String heading : headings.texts()) {
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
    for (PageNotes.Note note : headings.large()) {
      String text = headings.of(note).withoutKicker();
      if (text.length() <= LONGEST
          && !site.isExactly(text)
          && given.keys().stream().anyMatch(title -> mostOf(text, title))) {
        return Optional.of(text);
      }
      Optional<String> begun =
          given.texts().stream().filter(title -> isMostOf(title, text)).findFirst();
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

  /// A heading may go on with a date or a section behind its title, or begin with a kicker that
  /// nothing but its look tells from the title.
  private static boolean isMostOf(String title, String heading) {
    String key = TitlePieces.key(title);
    String whole = TitlePieces.key(heading);
    return key.length() >= 12
        && heading.length() < LONGEST
        && (whole.startsWith(key) || whole.endsWith(key))
        && key.length() * 2 >= whole.length();
  }

  /// The only large heading of a page needs less agreement: a title for search engines is often
  /// worded otherwise.
  private Optional<String> onlyHeading() {
    List<String> large = new ArrayList<>();
    for (PageNotes.Note note : headings.large()) {
      String text = headings.of(note).withoutKicker();
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
    if (given.texts().size() != 1 || headings.large().size() != 1) {
      return Optional.empty();
    }
    PageNotes.Note note = headings.large().getFirst();
    String text = headings.of(note).withoutKicker();
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
    for (List<PageNotes.Note> notes : List.of(headings.large(), scan.notes.headings)) {
      for (PageNotes.Note note : notes) {
        String text = headings.of(note).withoutKicker();
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
}
