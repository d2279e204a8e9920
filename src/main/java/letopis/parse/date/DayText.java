package letopis.parse.date;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.pattern.DigitRuns;

/// Finds the day that a text names. Most texts name none, so that every pattern is tried only at
/// the digits where it could begin.
final class DayText {
  /// Clocks differ, and a date without a zone may be of tomorrow already.
  static final Duration AHEAD = Duration.ofHours(26);

  /// Digits of a year, and of a day in one piece.
  private static final int YEAR = 4;

  private static final int COMPACT_LENGTH = 8;

  /// Nothing on the web was published earlier.
  private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:19|20)\\d\\d) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})(?![\\d/])");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?!\\d)");
  /// "23-11-26" is a number to call.
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![.,/])(\\d{1,2}) ?([./-]) ?(\\d{1,2}) ?\\2"
              + " ?((?:19|20)\\d\\d|(?<!-)\\d\\d)(?![\\d%])");

  /// What stands behind a number that is no year: how often the page was read.
  private static final String COUNTED =
      " (?:просмотр|прочтен|переглядів|коммент|views?\\b|reads?\\b|comments?\\b|aufrufe|vues\\b|visitas"
          + "|lecturas)";

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![.,:])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|»|-(?:е|го))?[ \\u00a0/-]*(?:de |of"
              + " )?(\\p{L}[\\p{L}\\p{M}]{2,12})\\.?,?[ \\u00a0/-]*(?:de |del"
              + " )?(?:((?:19|20|25)\\d\\d)[гр]?|(?! ?\\d{4}(?![\\d:]|"
              + COUNTED
              + ")))(?!\\p{L})");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{Lu})(\\p{L}{3,12})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(?:at"
              + " )?((?:19|20)\\d\\d)(?!\\d)");

  /// "2026. november 20.", "2026 жылғы 20 қараша" has its day first.
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "((?:19|20)\\d\\d)(?:\\.|,| m\\.| г\\.)? (\\p{L}{3,12}) (\\d{1,2})(?![\\d:])");

  private final LocalDate here;
  private final LocalDate latestHere;
  private final LocalDate latest;
  private final boolean monthFirst;

  /// @param captured relative days are counted from here; later days are refused
  DayText(Instant captured, ZoneId zone, boolean monthFirst) {
    this.here = captured.atZone(zone).toLocalDate();
    this.latestHere = captured.plus(AHEAD).atZone(zone).toLocalDate();
    this.latest = captured.plus(AHEAD).atZone(ZoneOffset.UTC).toLocalDate();
    this.monthFirst = monthFirst;
  }

  /// A day that begins at some place of a text.
  record Found(LocalDate date, int start, int end, boolean yearKnown) {}

  /// The first day of a text, one with its year before one without.
  Optional<Found> find(String text) {
    DigitRuns.Lengths digits = DigitRuns.lengths(text);
    if (digits.none()) {
      return RelativeDay.find(text, here);
    }
    Optional<Found> best = digits.has(YEAR) ? yearFirst(text) : Optional.empty();
    if (best.filter(found -> found.start() == 0).isPresent()) {
      // What machines write: nothing can be earlier.
      return best;
    }
    if (digits.has(1) || digits.has(2)) {
      best = earlier(best, dayFirst(text));
      best = earlier(best, dayMonth(text));
      if (digits.has(YEAR)) {
        best = earlier(best, monthDay(text));
        best = best.isPresent() ? best : yearMonthDay(text);
      }
    }
    if (best.isEmpty() && digits.has(COMPACT_LENGTH)) {
      best = compact(text);
    }
    return best.isPresent() ? best : RelativeDay.find(text, here);
  }

  private static Optional<Found> earlier(Optional<Found> a, Optional<Found> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    if (a.get().yearKnown() != b.get().yearKnown()) {
      return a.get().yearKnown() ? a : b;
    }
    return b.get().start() < a.get().start() ? b : a;
  }

  private Optional<Found> yearFirst(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      if (runs.length() == YEAR && "-/.年".indexOf(runs.after()) >= 0) {
        Matcher m = runs.matcher(YEAR_FIRST);
        if (m.lookingAt()) {
          Optional<Found> found = found(m, number(m, 1), number(m, 2), number(m, 3), true);
          if (found.isPresent()) {
            return found;
          }
          runs.skipTo(m.end());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> yearMonthDay(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      Matcher m = runs.matcher(YEAR_MONTH_DAY);
      int month = runs.length() == YEAR && m.lookingAt() ? Months.of(m.group(2)) : 0;
      if (month > 0) {
        return found(m, number(m, 1), month, number(m, 3), true);
      }
    }
    return Optional.empty();
  }

  private Optional<Found> compact(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      if (runs.length() == COMPACT_LENGTH) {
        Matcher m = runs.matcher(COMPACT);
        if (m.lookingAt()) {
          return found(m, number(m, 1), number(m, 2), number(m, 3), true);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> dayFirst(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      if (runs.length() > 2 || "./-".indexOf(runs.after()) < 0) {
        continue;
      }
      Matcher m = runs.matcher(DAY_FIRST);
      if (m.lookingAt()) {
        Optional<Found> found = dayFirst(m);
        if (found.isPresent()) {
          return found;
        }
        runs.skipTo(m.end());
      }
    }
    return Optional.empty();
  }

  private Optional<Found> dayFirst(Matcher m) {
    int a = number(m, 1);
    int b = number(m, 3);
    int year = number(m, 4) < 100 ? 2000 + number(m, 4) : number(m, 4);
    boolean swap = b > 12 || (monthFirst && a <= 12 && m.group(2).equals("/"));
    return swap ? found(m, year, a, b, true) : found(m, year, b, a, true);
  }

  private Optional<Found> dayMonth(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      if (runs.length() > 2 || !mayPrecedeMonth(text, at, at + runs.length())) {
        continue;
      }
      Matcher m = runs.matcher(DAY_MONTH);
      int month = m.lookingAt() ? Months.of(m.group(2)) : 0;
      if (month > 0) {
        int year = m.group(3) == null ? 0 : number(m, 3);
        // The Thai calendar counts from 543 BC.
        Optional<Found> found =
            year == 0
                ? recent(m, month, number(m, 1))
                : found(m, year > 2400 ? year - 543 : year, month, number(m, 1), true);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a number stands as [#DAY_MONTH] wants it: not in a time or a decimal, and with a
  /// letter, a space or the sign of an ordinal behind it.
  private static boolean mayPrecedeMonth(String text, int start, int end) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    if (end == text.length() || ".,:".indexOf(before) >= 0) {
      return false;
    }
    char after = text.charAt(end);
    return " \u00a0./-º»".indexOf(after) >= 0
        || Character.isLetter(after)
        || Character.isSurrogate(after);
  }

  /// The day stands after the name of its month: only there is looked back for one.
  private Optional<Found> monthDay(String text) {
    DigitRuns runs = new DigitRuns(text);
    for (int at = runs.next(); at >= 0; at = runs.next()) {
      int name = runs.length() > 2 ? -1 : wordBefore(text, at);
      if (name < 0) {
        continue;
      }
      Matcher m = runs.matcher(MONTH_DAY).region(name, text.length());
      int month = m.lookingAt() ? Months.of(m.group(1)) : 0;
      if (month > 0) {
        return found(m, number(m, 3), month, number(m, 2), true);
      }
    }
    return Optional.empty();
  }

  /// Where the word begins that stands before a place, with a space between; -1 when none does.
  private static int wordBefore(String text, int at) {
    int end = at;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end == at) {
      return -1;
    }
    if (end > 0 && text.charAt(end - 1) == '.') {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
      boolean glued = start > 0 && Character.isLowerCase(text.charAt(start - 1));
      if (glued && Character.isUpperCase(text.charAt(start))) {
        // "Anna BergDec 5, 2026": two elements without a space between them.
        break;
      }
    }
    return end - start < 3 ? -1 : start;
  }

  /// A day and month without a year: the last such day before the capture.
  private Optional<Found> recent(Matcher m, int month, int day) {
    Optional<Found> thisYear = found(m, latestHere.getYear(), month, day, false);
    return thisYear.isPresent() ? thisYear : found(m, latestHere.getYear() - 1, month, day, false);
  }

  private Optional<Found> found(Matcher m, int year, int month, int day, boolean yearKnown) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return date.isBefore(EARLIEST) || date.isAfter(latest)
          ? Optional.empty()
          : Optional.of(new Found(date, m.start(), m.end(), yearKnown));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
