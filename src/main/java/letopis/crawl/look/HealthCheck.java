package letopis.crawl.look;

import java.util.Optional;
import letopis.index.state.Health;

/// Compares a look at a source with the source's own history. A list that turns empty, or loses its
/// texts or dates, is taken for a changed layout at the second such look in a row.
public final class HealthCheck {
  /// Looks before the history means anything.
  private static final int ENOUGH = 2;

  private static final double LEARNING = 0.2;
  private static final double USUAL = 0.7;
  private static final double LOST = 0.2;
  private static final double FEW_ENTRIES = 3;
  private static final int FEW_PAGES = 3;
  private static final int ALARM_AFTER = 2;

  /// How an alarm about pages begins. A list that looks as ever does not end it; an article does.
  private static final String PAGES = "none of ";

  private HealthCheck() {}

  /// What one look found.
  ///
  /// @param readable the document was what the source is configured to be
  /// @param entries how many it listed
  /// @param texts how many had a text
  /// @param dates how many had a date
  public record Look(boolean readable, int entries, int texts, int dates) {}

  /// The health after a look. Odd looks are not learned from, else the history would forget what
  /// is usual.
  public static Health after(Health before, Look look) {
    Optional<String> odd = oddity(before, look);
    if (odd.isPresent()) {
      int odds = before.oddLooks() + 1;
      Optional<String> alarm = odds >= ALARM_AFTER ? odd : before.alarm();
      return with(before, odds, alarm);
    }
    Optional<String> ofPages = before.alarm().filter(alarm -> alarm.startsWith(PAGES));
    if (look.entries() == 0) {
      return with(before, 0, ofPages);
    }
    long looks = before.looks() + 1;
    double rate = Math.max(LEARNING, 1.0 / looks);
    return new Health(
        looks,
        mix(before.entries(), look.entries(), rate),
        mix(before.textShare(), share(look.texts(), look.entries()), rate),
        mix(before.dateShare(), share(look.dates(), look.entries()), rate),
        before.pageShare(),
        0,
        ofPages,
        before.lies());
  }

  /// The health after the pages of a look were fetched: a site whose pages all stop being articles
  /// has changed its layout too.
  public static Health afterPages(Health before, int articles, int others) {
    int pages = articles + others;
    if (pages == 0) {
      return before;
    }
    if (articles == 0 && others >= FEW_PAGES && before.pageShare() >= USUAL) {
      return with(
          before,
          before.oddLooks() + 1,
          Optional.of(PAGES + others + " pages was an article; usually they are"));
    }
    double rate = before.pageShare() == 0 ? 1 : LEARNING;
    return new Health(
        before.looks(),
        before.entries(),
        before.textShare(),
        before.dateShare(),
        mix(before.pageShare(), share(articles, pages), rate),
        before.oddLooks(),
        before.alarm().filter(alarm -> articles == 0 || !alarm.startsWith(PAGES)),
        before.lies());
  }

  /// Marks a server whose 304 cannot be trusted.
  public static Health liar(Health before) {
    return new Health(
        before.looks(),
        before.entries(),
        before.textShare(),
        before.dateShare(),
        before.pageShare(),
        before.oddLooks(),
        before.alarm(),
        true);
  }

  private static Optional<String> oddity(Health before, Look look) {
    if (!look.readable() && before.looks() > 0) {
      return Optional.of("it is no longer what it was configured as");
    }
    if (before.looks() < ENOUGH) {
      return Optional.empty();
    }
    if (look.entries() == 0) {
      return before.entries() >= FEW_ENTRIES
          ? Optional.of("no entries; usually about " + Math.round(before.entries()))
          : Optional.empty();
    }
    if (before.textShare() >= USUAL && share(look.texts(), look.entries()) < LOST) {
      return Optional.of("entries without text; usually they have one");
    }
    if (before.dateShare() >= USUAL && share(look.dates(), look.entries()) < LOST) {
      return Optional.of("entries without dates; usually they have one");
    }
    return Optional.empty();
  }

  private static Health with(Health before, int oddLooks, Optional<String> alarm) {
    return new Health(
        before.looks(),
        before.entries(),
        before.textShare(),
        before.dateShare(),
        before.pageShare(),
        oddLooks,
        alarm,
        before.lies());
  }

  private static double mix(double before, double now, double rate) {
    return before + rate * (now - before);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
