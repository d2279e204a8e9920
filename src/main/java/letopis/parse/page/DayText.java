package letopis.parse.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![.,:])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|»|-(?:е|го))?[ \\u00a0/-]*(?:de |of"
              + " )?(\\p{L}[\\p{L}\\p{M}]{2,12})\\.?,?[ \\u00a0/-]*(?:de |del"
              + " )?((?:19|20|25)\\d\\d)?(?:(?<=\\d{4})[гр])?(?![\\p{L}])(?! ?\\d{4}(?![\\d:]))");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{Lu})(\\p{L}{3,12})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(?:at"
              + " )?((?:19|20)\\d\\d)(?!\\d)");

  /// "2026. november 20.", "2026 жылғы 20 қараша" has its day first.
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "((?:19|20)\\d\\d)(?:\\.|,| m\\.| г\\.)? (\\p{L}{3,12}) (\\d{1,2})(?![\\d:])");

  private static final Map<String, Integer> DAYS_BACK =
      Map.ofEntries(
          Map.entry("сегодня", 0),
          Map.entry("сьогодні", 0),
          Map.entry("today", 0),
          Map.entry("heute", 0),
          Map.entry("aujourd'hui", 0),
          Map.entry("aujourd’hui", 0),
          Map.entry("hoy", 0),
          Map.entry("hoje", 0),
          Map.entry("oggi", 0),
          Map.entry("dziś", 0),
          Map.entry("dzisiaj", 0),
          Map.entry("bugün", 0),
          Map.entry("dnes", 0),
          Map.entry("idag", 0),
          Map.entry("vandaag", 0),
          Map.entry("днес", 0),
          Map.entry("сёння", 0),
          Map.entry("бүгін", 0),
          Map.entry("tänään", 0),
          Map.entry("今天", 0),
          Map.entry("今日", 0),
          Map.entry("오늘", 0),
          Map.entry("вчера", 1),
          Map.entry("вчора", 1),
          Map.entry("учора", 1),
          Map.entry("кеше", 1),
          Map.entry("gisteren", 1),
          Map.entry("igår", 1),
          Map.entry("eilen", 1),
          Map.entry("včera", 1),
          Map.entry("昨天", 1),
          Map.entry("昨日", 1),
          Map.entry("어제", 1),
          Map.entry("yesterday", 1),
          Map.entry("gestern", 1),
          Map.entry("hier", 1),
          Map.entry("ayer", 1),
          Map.entry("ontem", 1),
          Map.entry("ieri", 1),
          Map.entry("wczoraj", 1),
          Map.entry("dün", 1),
          Map.entry("позавчера", 2),
          Map.entry("vorgestern", 2));
  private static final int LONGEST_WORD = 11;
  private static final int LONGEST_LABEL = 30;

  /// What these words begin with, in both cases.
  private static final String FIRST_LETTERS = firstLetters();

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

  /// Whether a text without digits that begins with this letter may name a day.
  static boolean mayBegin(char first) {
    return FIRST_LETTERS.indexOf(first) >= 0 || AgoText.mayBegin(first);
  }

  private static String firstLetters() {
    StringBuilder letters = new StringBuilder();
    for (String word : DAYS_BACK.keySet()) {
      letters.append(word.charAt(0)).append(Character.toUpperCase(word.charAt(0)));
    }
    return letters.toString();
  }

  /// The first day of a text, one with its year before one without.
  Optional<Found> find(String text) {
    DigitRuns.Lengths digits = DigitRuns.lengths(text);
    if (digits.none()) {
      return relative(text);
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
    return best.isPresent() ? best : relative(text);
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

  /// "сегодня, 14:05", also behind a label: "Опубликовано: сегодня", "Publié hier".
  private Optional<Found> relative(String text) {
    Optional<Found> first = relative(text, 0);
    int label = first.isPresent() ? -1 : text.indexOf(": ");
    if (label >= 0 && label <= LONGEST_LABEL) {
      return relative(text, label + 2);
    }
    int word = first.isPresent() ? -1 : text.indexOf(' ');
    boolean says =
        word > 0
            && word <= LONGEST_LABEL
            && (DateNames.PUBLISHED_WORDS.in(text.substring(0, word))
                || DateNames.UPDATED_WORDS.in(text.substring(0, word)));
    return says ? relative(text, word + 1) : first;
  }

  private Optional<Found> relative(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= LONGEST_WORD && isOfWord(text.charAt(end))) {
      end++;
    }
    if (end == start || end - start > LONGEST_WORD) {
      return Optional.empty();
    }
    Integer back = DAYS_BACK.get(text.substring(start, end).toLowerCase(Locale.ROOT));
    return back == null
        ? Optional.empty()
        : Optional.of(new Found(here.minusDays(back), start, end, false));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’';
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
