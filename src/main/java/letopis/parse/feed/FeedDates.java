package letopis.parse.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.date.WallClock;

/// Reads dates as feeds, listings and channels write them: RFC 822 with its usual mistakes, ISO
/// 8601, epoch seconds and milliseconds, month names of a dozen languages, «сегодня, 16:27».
///
/// The day of the week is ignored (it is often wrong). A time without a zone is in the source's
/// zone. Dates before 1971 and after 2100 are placeholders of software, not dates.
public final class FeedDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:(?:\\s*[Tt]\\s*|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*(.*)");
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?(?:\\.\\d+)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt]?(\\d{2}):?(\\d{2}):?(\\d{2})?)?\\s*(.*)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d.+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?\\s?m\\b\\.?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})\\b");
  private static final Pattern NUMERIC =
      Pattern.compile("\\b(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4}|\\d{2})\\b");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b(\\d{1,2})(?:st|nd|rd|th|-го|\\.|º)?[\\s.-]*(?:de |of"
              + " )?(\\p{L}{3,12})\\.?(?:[\\s.,-]+(?:de )?(\\d{4}|\\d{2,3}(?![\\d:])))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:[\\s,]+(\\d{4}))?");
  private static final Pattern AGO =
      Pattern.compile(
          "(\\d{1,3}|an?|one)?\\s*(мин|час|сут|день|дня|дней|нед|minute|min|hour|day|week)\\p{L}*\\.?\\s*(?:тому\\s+)?(?:назад|ago)");

  private final ZoneId zone;
  private final Instant now;
  private final PublishedFrom from;

  /// @param zone of times that name none
  /// @param now when the text was fetched: «сегодня» and dates without a year are relative to it
  public FeedDates(ZoneId zone, Instant now, PublishedFrom from) {
    this.zone = zone;
    this.now = now;
    this.from = from;
  }

  /// The time that a text states; empty when it states none that can be believed.
  public Optional<Claimed> read(String written) {
    String text = written.length() > 200 ? written.substring(0, 200) : written;
    text = PlainText.oneLine(text).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return parse(text).filter(FeedDates::believable);
    } catch (DateTimeException e) {
      // A thirtieth of February, an hour 25: written, but no date.
      return Optional.empty();
    }
  }

  private Optional<Claimed> parse(String text) {
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      return Optional.of(
          new Claimed(
              Instant.ofEpochSecond(Long.parseLong(epoch.group(1))),
              from,
              Precision.SECOND,
              Optional.of(ZoneOffset.UTC)));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(ofGroups(iso));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return Optional.of(ofGroups(compact));
    }
    return relative(text).or(() -> free(text));
  }

  private Claimed ofGroups(Matcher matcher) {
    LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
    if (matcher.group(4) == null) {
      return day(date, DateWords.offset(matcher.group(7)));
    }
    String seconds = matcher.group(6);
    return at(
        date,
        new Clock(
            Integer.parseInt(matcher.group(4)),
            Integer.parseInt(matcher.group(5)),
            seconds == null ? -1 : Integer.parseInt(seconds)),
        DateWords.offset(matcher.group(7)));
  }

  private Optional<Claimed> relative(String text) {
    Matcher ago = AGO.matcher(text);
    if (!ago.find()) {
      return Optional.empty();
    }
    String count = ago.group(1);
    long amount = count == null || !Character.isDigit(count.charAt(0)) ? 1 : Long.parseLong(count);
    String unit = ago.group(2);
    if (unit.startsWith("мин") || unit.startsWith("min")) {
      return Optional.of(claim(now.minus(amount, ChronoUnit.MINUTES), Precision.MINUTE));
    }
    if (unit.startsWith("час") || unit.startsWith("hour")) {
      return Optional.of(claim(now.minus(amount, ChronoUnit.HOURS), Precision.HOUR));
    }
    boolean weeks = unit.startsWith("нед") || unit.startsWith("week");
    return Optional.of(day(today().minusDays(weeks ? amount * 7 : amount), Optional.empty()));
  }

  private Claimed claim(Instant at, Precision precision) {
    return new Claimed(
        at.truncatedTo(precision == Precision.HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES),
        from,
        precision,
        Optional.empty());
  }

  /// A date and a time somewhere in the text, in any order.
  private Optional<Claimed> free(String text) {
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    String rest =
        timed ? text.substring(0, time.start()) + " \n " + text.substring(time.end()) : text;
    Optional<LocalDate> date = freeDate(rest);
    if (!timed) {
      return date.map(day -> day(day, Optional.empty()));
    }
    Clock clock = clock(time);
    Optional<ZoneOffset> offset = DateWords.offset(text.substring(time.end()));
    if (date.isEmpty() && rest.isBlank()) {
      Claimed claimed = at(today(), clock, offset);
      boolean yesterday = claimed.at().isAfter(now.plusSeconds(300));
      return Optional.of(yesterday ? at(today().minusDays(1), clock, offset) : claimed);
    }
    return date.map(day -> at(day, clock, offset));
  }

  private Optional<LocalDate> freeDate(String text) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      return Optional.of(date(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    matcher = NUMERIC.matcher(text);
    if (matcher.find()) {
      return Optional.of(numeric(matcher));
    }
    matcher = DAY_MONTH.matcher(text);
    while (matcher.find()) {
      int month = DateWords.month(matcher.group(2));
      if (month > 0) {
        return Optional.of(named(matcher.group(1), month, matcher.group(3)));
      }
    }
    matcher = MONTH_DAY.matcher(text);
    while (matcher.find()) {
      int month = DateWords.month(matcher.group(1));
      if (month > 0) {
        String year = matcher.group(3) == null ? trailingYear(text) : matcher.group(3);
        return Optional.of(named(matcher.group(2), month, year));
      }
    }
    return DateWords.daysBefore(text).map(days -> today().minusDays(days));
  }

  /// `Jan 1 [time] 2004`, as C's `asctime` writes it.
  private static String trailingYear(String text) {
    Matcher matcher = Pattern.compile("\\b((?:19|20)\\d{2})\\s*$").matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  /// 31.12.2026, 12/31/2026: with points the day comes first; with strokes too, unless it cannot.
  private static LocalDate numeric(Matcher matcher) {
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(3));
    boolean monthFirst = second > 12 && first <= 12;
    return LocalDate.of(
        year(matcher.group(4)), monthFirst ? first : second, monthFirst ? second : first);
  }

  private LocalDate named(String day, int month, String year) {
    int dayOfMonth = Integer.parseInt(day);
    if (year != null) {
      return LocalDate.of(year(year), month, dayOfMonth);
    }
    // No year: the last such day that is not in the future.
    LocalDate date = LocalDate.of(today().getYear(), month, dayOfMonth);
    return date.isAfter(today().plusDays(1)) ? date.minusYears(1) : date;
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  /// RFC 2822 section 4.3: two digits below 50 are 20xx, other two and three digits follow 1900.
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 3
        ? year
        : year < 50 && digits.length() == 2 ? 2000 + year : 1900 + year;
  }

  private record Clock(int hour, int minute, int second) {}

  private static Clock clock(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    String half = time.group(4);
    if (half != null) {
      hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
    }
    return new Clock(
        hour,
        Integer.parseInt(time.group(2)),
        time.group(3) == null ? -1 : Integer.parseInt(time.group(3)));
  }

  private Claimed at(LocalDate date, Clock clock, Optional<ZoneOffset> offset) {
    boolean midnight = clock.hour() == 24 && clock.minute() == 0;
    LocalTime time =
        LocalTime.of(
            midnight ? 0 : clock.hour(), clock.minute(), Math.clamp(clock.second(), 0, 59));
    LocalDateTime local = LocalDateTime.of(midnight ? date.plusDays(1) : date, time);
    return new Claimed(
        offset.map(local::toInstant).orElseGet(() -> WallClock.at(local, zone, now).toInstant()),
        from,
        clock.second() < 0 ? Precision.MINUTE : Precision.SECOND,
        offset);
  }

  private Claimed day(LocalDate date, Optional<ZoneOffset> offset) {
    return new Claimed(
        date.atStartOfDay(offset.map(value -> (ZoneId) value).orElse(zone)).toInstant(),
        from,
        Precision.DAY,
        offset);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  private static boolean believable(Claimed claimed) {
    int year = claimed.at().atOffset(ZoneOffset.UTC).getYear();
    return year > 1970 && year <= 2100;
  }
}
