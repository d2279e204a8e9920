package letopis.parse.page.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.date.DateText;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.ShownText;
import org.jsoup.nodes.Element;

/// The dates that readers see, weighed by where they stand: near the title of this article, not
/// with a teaser, a comment or a copyright line.
final class VisibleDates {
  /// A date with this weight stands where articles show theirs.
  static final double SURE = 30;

  /// A date with this weight is believed rather than data of unclear meaning.
  static final double LIKELY = 15;

  private static final double LISTED = 20;

  /// A time counts for a day that weighs so much more.
  private static final double AS_NEAR = 10;

  /// A line that says when and by whom is shorter, and has fewer elements.
  private static final int LONGEST_LINE = 300;

  private static final int MOST_CHILDREN = 12;

  private static final List<String> MACHINE_ATTRIBUTES =
      List.of("datetime", "content", "data-datetime", "data-time", "title");

  private final PageScan scan;
  private final PageContext context;
  private final DateText text;
  private final int first;
  private final int last;
  private final int title;
  private final boolean titleInChrome;
  private final List<Candidate> candidates = new ArrayList<>();
  private boolean looked;

  /// @param yearKnown false where the year was filled in from the time of capture
  record Candidate(Claimed claim, double score, boolean yearKnown, int block, Box box) {
    Candidate lowered(double by) {
      return new Candidate(claim, score - by, yearKnown, block, box);
    }
  }

  VisibleDates(PageContext context, BodyText body, DateText text) {
    this.scan = context.scan;
    this.context = context;
    this.text = text;
    this.first =
        body.blocks().isEmpty() ? Math.max(0, context.titleBlock) : body.blocks().getFirst().index;
    this.last = body.blocks().isEmpty() ? first : body.blocks().getLast().index;
    this.title = context.titleBlock < 0 ? first : context.titleBlock;
    this.titleInChrome =
        context.titleBlock >= 0 && inChrome(scan.blocks.get(context.titleBlock).box);
  }

  /// Looked for once, and only on pages that need it: most say all in their metadata.
  List<Candidate> all() {
    if (!looked) {
      looked = true;
      times();
      lines();
      blocks();
      lists();
    }
    return candidates;
  }

  /// The best one, when any stands where it may be this article's.
  Optional<Candidate> best() {
    return all().stream()
        .filter(candidate -> candidate.score() > 0)
        .max(Comparator.comparingDouble(Candidate::score))
        .map(this::timed);
  }

  /// A day whose time stands about as near is told with it: some templates show the day and keep
  /// the time for machines.
  private Candidate timed(Candidate best) {
    if (best.claim().precision() != Precision.DAY) {
      return best;
    }
    return candidates.stream()
        .filter(one -> one.claim().precision() != Precision.DAY)
        .filter(one -> one.yearKnown() && one.score() > best.score() - AS_NEAR)
        .filter(one -> text.day(one.claim()).equals(text.day(best.claim())))
        .max(Comparator.comparingDouble(Candidate::score))
        .orElse(best);
  }

  /// The best one, with its year, when it weighs so much.
  Optional<Claimed> sure(double weight) {
    return best().filter(one -> one.yearKnown() && one.score() >= weight).map(Candidate::claim);
  }

  private void times() {
    for (PageNotes.Note note : scan.notes.times) {
      Element time = note.element();
      read(machineText(time))
          .ifPresent(
              date -> {
                boolean own =
                    time.hasAttr("pubdate") || time.attr("itemprop").contains("datePublished");
                add(date, ShownText.of(time), note.block(), note.box(), own ? 80 : 50);
              });
    }
  }

  private void lines() {
    for (PageNotes.Note note : scan.notes.dateLines) {
      Element line = note.element();
      if (ShownText.mayDate(line, LONGEST_LINE) && hasFewChildren(line)) {
        String words = ShownText.of(line);
        if (words.length() < LONGEST_LINE) {
          read(words).ifPresent(date -> add(date, words, note.block(), note.box(), 42));
        }
      }
    }
  }

  /// jsoup's own count makes a list of them.
  private static boolean hasFewChildren(Element line) {
    int children = 0;
    for (int i = 0; i < line.childNodeSize() && children <= MOST_CHILDREN; i++) {
      children += line.childNode(i) instanceof Element ? 1 : 0;
    }
    return children <= MOST_CHILDREN;
  }

  private void blocks() {
    int from = Math.max(0, Math.min(title, first) - 8);
    int to = Math.min(scan.blocks.size(), Math.max(last, first) + 6);
    for (int i = from; i < to; i++) {
      Block block = scan.blocks.get(i);
      boolean near = i < first + 2 || i > last - 2;
      if (near && block.size() <= 40 && hasDigit(block) && i != context.titleBlock) {
        Optional<DateText.Reading> date = read(block.text);
        if (date.isPresent()) {
          add(date.get(), block.text, i, block.box, 34 - block.size() / 2.0);
        }
      }
    }
  }

  private static boolean hasDigit(Block block) {
    return block.digits > 0 || block.size() < 8;
  }

  private Optional<DateText.Reading> read(String machine) {
    return text.reading(machine, PublishedFrom.PAGE_TEXT);
  }

  private void add(DateText.Reading date, String words, int block, Box box, double base) {
    double score = base + place(block) - chrome(block, box);
    // Without its year a date is only as good as our knowledge of when the page was saved.
    score -= date.yearKnown() ? 0 : 12;
    score -= DateNames.UPDATED_WORDS.in(words) ? 15 : 0;
    score += DateNames.PUBLISHED_WORDS.in(words) ? 8 : 0;
    score += date.claim().precision() != Precision.DAY ? 4 : 0;
    candidates.add(new Candidate(date.claim(), score, date.yearKnown(), block, box));
  }

  /// Columns are named after their place; what stands right by the title is of the article even so.
  private double chrome(int block, Box box) {
    boolean beside = context.titleBlock >= 0 && Math.abs(block - context.titleBlock) <= 3;
    return titleInChrome || !inChrome(box) ? 0 : beside ? 10 : 30;
  }

  /// Three and more days in elements of one kind are the days of teasers, or of comments; that of
  /// the article itself stands by its title.
  private void lists() {
    Map<Integer, Set<LocalDate>> days = new HashMap<>();
    for (Candidate one : candidates) {
      days.computeIfAbsent(one.box().signature, _ -> new HashSet<>()).add(text.day(one.claim()));
    }
    for (int i = 0; i < candidates.size(); i++) {
      Candidate one = candidates.get(i);
      boolean beside = context.titleBlock >= 0 && Math.abs(one.block() - context.titleBlock) <= 3;
      if (days.get(one.box().signature).size() >= 3 && !beside) {
        candidates.set(i, one.lowered(LISTED));
      }
    }
  }

  private double place(int block) {
    if (block >= first && block > title + 1) {
      return block > last
          ? -12 - Math.min(25, (block - last) * 3)
          : -Math.min(25, (block - first) * 4);
    }
    return -Math.min(35, Math.abs(block - title) * 2.5);
  }

  /// What an element says to machines, else to readers.
  static String machineText(Element element) {
    for (String attribute : MACHINE_ATTRIBUTES) {
      String value = Addresses.written(element, attribute).strip();
      if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
        return value;
      }
    }
    return ShownText.of(element);
  }

  static boolean inChrome(Box box) {
    return box.distanceTo(Hint.COMMENT) < 6
        || box.distanceTo(Hint.RELATED) < 4
        || box.distanceTo(Hint.SIDE) < 4
        || box.distanceTo(Box.Kind.ASIDE) < Box.FAR
        || box.distanceTo(Box.Kind.NAVIGATION) < Box.FAR
        || box.distanceTo(Hint.FOOTER) < 5;
  }
}
