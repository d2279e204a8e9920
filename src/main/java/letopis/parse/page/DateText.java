package letopis.parse.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;

/// Reads dates as machines and people write them: ISO 8601, RFC 9110, "23 ноября 2026 г., 14:05",
/// "November 23, 2026", "23.11.2026", "сегодня, 14:05", "2 hours ago", "2026年11月23日".
///
/// @param captured relative dates are counted from here; later dates are refused
/// @param zone of times that have none
/// @param monthFirst 11/12/2026 is the 12th of November
record DateText(Instant captured, ZoneId zone, boolean monthFirst) {
  /// Nothing on the web was published earlier.
  private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

  /// Clocks differ, and a date without a zone may be of tomorrow already.
  private static final Duration AHEAD = Duration.ofHours(26);

  private static final int LONGEST = 400;
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})(?![\\d/])");
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d.,/])(\\d{1,2}) ?([./-]) ?(\\d{1,2}) ?\\2 ?((?:19|20)\\d\\d|\\d\\d)(?![\\d%])");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d.,:])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[ \\u00a0/-]*(?:de |of"
              + " )?(\\p{L}[\\p{L}\\p{M}]{2,12})\\.?,?[ \\u00a0/-]*(?:de |del"
              + " )?((?:19|20|25)\\d\\d)?(?![\\p{L}])");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(?:at"
              + " )?((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d.:])([01]?\\d|2[0-3]) ?(?::|h|\\.(?=\\d\\d"
              + " ?(?:uhr|Uhr)))([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d{1,9})?)?"
              + " ?([aApP]\\.?[mM]\\.?)?(?!\\d)");
  private static final Pattern ZONE =
      Pattern.compile(
          "^ ?(?:\\()?(Z\\b|(?:UTC|GMT)?"
              + " ?[+\\-−]\\d\\d?:?(?:\\d\\d)?\\b|UTC|GMT|MSK|МСК|мск|EST|EDT|CST|CDT|PST|PDT|CET|CEST"
              + "|MEZ|MESZ|BST|IST|JST|ET|PT)");
  private static final Pattern AGO =
      Pattern.compile(
          "(?:vor |il y a |hace |há )?(\\d{1,3}|an?|one|einer|eine|un|une|una|uma) "
              + "(min|minut\\p{L}*|минут\\p{L}*|мин|хвилин\\p{L}*|hours?|hrs?|час\\p{L}*|годин\\p{L}*|stunden?|heures?|horas?|h|days?|дн\\p{L}*|день|дні|tag\\p{L}*|jours?|días?|dias?|weeks?|недел\\p{L}*|wochen?)\\.?("
              + " ago| назад| тому| atrás)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
          Map.entry("вчера", 1),
          Map.entry("вчора", 1),
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
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("MSK", "+03:00"),
          Map.entry("МСК", "+03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("ET", "America/New_York"),
          Map.entry("PT", "America/Los_Angeles"));

  /// A date that begins at some place of a text.
  private record Found(LocalDate date, int start, int end, boolean yearKnown) {}

  /// The first date of a text, when it has one that is possible.
  Optional<Claimed> read(String raw, PublishedFrom from) {
    String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    text = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Found> found = date(text);
    if (found.isPresent()) {
      return claim(text, found.get(), from);
    }
    return epoch(text, from).or(() -> ago(raw, from));
  }

  /// The clock on the wall where the claim was written.
  LocalDateTime local(Claimed claim) {
    ZoneId own = claim.offset().map(ZoneId.class::cast).orElse(zone);
    return claim.at().atZone(own).toLocalDateTime();
  }

  /// The day on that wall's calendar.
  LocalDate day(Claimed claim) {
    return local(claim).toLocalDate();
  }

  /// Whether the text holds a date with its year.
  boolean hasDate(String text) {
    return date(text).filter(Found::yearKnown).isPresent();
  }

  private Optional<Found> date(String text) {
    Optional<Found> best = Optional.empty();
    best = earlier(best, yearFirst(text));
    best = earlier(best, dayFirst(text));
    best = earlier(best, dayMonth(text));
    best = earlier(best, monthDay(text));
    if (best.isEmpty()) {
      best = compact(text);
    }
    return best.isPresent() ? best : relativeDay(text);
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
    Matcher m = YEAR_FIRST.matcher(text);
    while (m.find()) {
      Optional<Found> found = found(m, number(m, 1), number(m, 2), number(m, 3), true);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> compact(String text) {
    Matcher m = COMPACT.matcher(text);
    return m.find() ? found(m, number(m, 1), number(m, 2), number(m, 3), true) : Optional.empty();
  }

  private Optional<Found> dayFirst(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    while (m.find()) {
      int a = number(m, 1);
      int b = number(m, 3);
      int year = number(m, 4) < 100 ? 2000 + number(m, 4) : number(m, 4);
      boolean swap = b > 12 || (monthFirst && a <= 12 && m.group(2).equals("/"));
      Optional<Found> found = swap ? found(m, year, a, b, true) : found(m, year, b, a, true);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> dayMonth(String text) {
    Matcher m = DAY_MONTH.matcher(text);
    int from = 0;
    while (m.find(from)) {
      from = m.end(1);
      int month = Months.of(m.group(2));
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

  private Optional<Found> monthDay(String text) {
    Matcher m = MONTH_DAY.matcher(text);
    int from = 0;
    while (m.find(from)) {
      from = m.end(1);
      int month = Months.of(m.group(1));
      if (month > 0) {
        return found(m, number(m, 3), month, number(m, 2), true);
      }
    }
    return Optional.empty();
  }

  /// A day and month without a year: the last such day before the capture.
  private Optional<Found> recent(Matcher m, int month, int day) {
    LocalDate limit = captured.plus(AHEAD).atZone(zone).toLocalDate();
    Optional<Found> thisYear = found(m, limit.getYear(), month, day, false);
    return thisYear.isPresent() ? thisYear : found(m, limit.getYear() - 1, month, day, false);
  }

  private Optional<Found> relativeDay(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length()
        && (Character.isLetter(lower.charAt(end)) || "'’".indexOf(lower.charAt(end)) >= 0)) {
      end++;
    }
    Integer back = DAYS_BACK.get(lower.substring(0, end));
    return back == null
        ? Optional.empty()
        : Optional.of(
            new Found(captured.atZone(zone).toLocalDate().minusDays(back), 0, end, false));
  }

  private Optional<Found> found(Matcher m, int year, int month, int day, boolean yearKnown) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return possible(date)
          ? Optional.of(new Found(date, m.start(), m.end(), yearKnown))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean possible(LocalDate date) {
    return !date.isBefore(EARLIEST)
        && !date.isAfter(captured.plus(AHEAD).atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private Optional<Claimed> claim(String text, Found found, PublishedFrom from) {
    Matcher m = TIME.matcher(text);
    boolean after = m.find(found.end()) && m.start() - found.end() < 25;
    if (!after) {
      m = TIME.matcher(text.substring(0, found.start()));
      after = m.find() && found.start() - m.end() < 12;
    }
    if (!after) {
      return Optional.of(
          new Claimed(
              found.date().atStartOfDay(zone).toInstant(), from, Precision.DAY, Optional.empty()));
    }
    LocalTime time = time(m);
    Optional<ZoneId> written = zone(text, m.end());
    ZonedDateTime at = found.date().atTime(time).atZone(written.orElse(zone));
    Optional<ZoneOffset> offset = written.map(_ -> at.getOffset());
    if (at.toInstant().isAfter(captured.plus(AHEAD))) {
      return Optional.empty();
    }
    // Midnight to the second is how machines write a day.
    boolean dayOnly = m.group(3) != null && time.toSecondOfDay() == 0;
    Precision precision =
        dayOnly ? Precision.DAY : m.group(3) == null ? Precision.MINUTE : Precision.SECOND;
    return Optional.of(new Claimed(at.toInstant(), from, precision, offset));
  }

  private static LocalTime time(Matcher m) {
    int hour = number(m, 1);
    String half = m.group(4);
    if (half != null && hour <= 12) {
      boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return LocalTime.of(hour, number(m, 2), m.group(3) == null ? 0 : number(m, 3));
  }

  private static Optional<ZoneId> zone(String text, int after) {
    Matcher m = ZONE.matcher(text.substring(Math.min(after, text.length())));
    if (!m.find()) {
      return Optional.empty();
    }
    String name = m.group(1).replace('−', '-').replace(" ", "");
    String known = ZONES.get(name.toUpperCase(Locale.ROOT));
    try {
      if (known != null) {
        return Optional.of(ZoneId.of(known));
      }
      String offset = name.replaceFirst("^(?:UTC|GMT)(?=.)", "");
      return Optional.of(
          switch (offset) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(offset.matches(".\\d") ? offset + ":00" : offset);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Seconds or milliseconds since 1970, as some metadata has it.
  private Optional<Claimed> epoch(String text, PublishedFrom from) {
    if (!text.matches("1\\d{9}(?:\\d{3})?")) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    Instant at = Instant.ofEpochMilli(text.length() == 10 ? value * 1000 : value);
    return at.isAfter(captured.plus(AHEAD))
        ? Optional.empty()
        : Optional.of(new Claimed(at, from, Precision.SECOND, Optional.of(ZoneOffset.UTC)));
  }

  private Optional<Claimed> ago(String text, PublishedFrom from) {
    Matcher m = AGO.matcher(text.strip());
    boolean marked =
        m.lookingAt() && (m.group(3) != null || m.group().matches("(?i)(vor|il y a|hace|há) .*"));
    if (!marked) {
      return Optional.empty();
    }
    long count = Character.isDigit(m.group(1).charAt(0)) ? Long.parseLong(m.group(1)) : 1;
    String unit = m.group(2).toLowerCase(Locale.ROOT);
    if (unit.startsWith("min") || unit.startsWith("мин") || unit.startsWith("хв")) {
      return Optional.of(before(Duration.ofMinutes(count), Precision.MINUTE, from));
    }
    if (unit.startsWith("h")
        || unit.startsWith("час")
        || unit.startsWith("год")
        || unit.startsWith("st")) {
      return Optional.of(before(Duration.ofHours(count), Precision.HOUR, from));
    }
    boolean weeks = unit.startsWith("w") || unit.startsWith("нед");
    return Optional.of(before(Duration.ofDays(weeks ? count * 7 : count), Precision.DAY, from));
  }

  private Claimed before(Duration ago, Precision precision, PublishedFrom from) {
    Instant at = captured.minus(ago);
    Instant start =
        precision == Precision.DAY
            ? at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
            : at.truncatedTo(
                precision == Precision.HOUR
                    ? java.time.temporal.ChronoUnit.HOURS
                    : java.time.temporal.ChronoUnit.MINUTES);
    return new Claimed(start, from, precision, Optional.empty());
  }
}
