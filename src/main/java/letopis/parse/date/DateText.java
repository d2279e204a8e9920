package letopis.parse.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.pattern.DigitRuns;

/// Reads dates as machines and people write them: ISO 8601, RFC 9110, "23 ноября 2026 г., 14:05",
/// "November 23, 2026", "23.11.2026", "сегодня, 14:05", "2 hours ago", "2026年11月23日".
public final class DateText {
  private static final int LONGEST = 400;

  private static final int LONGEST_OF_MACHINES = 40;

  /// "Mon Nov 23 14:05:33 MSK 2026".
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\p{L}{3} +\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d(?: \\S{1,6})?) (\\d{4})$");

  /// "20261123T140533".
  private static final Pattern COMPACT_TIME =
      Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)");

  private final Instant captured;
  private final ZoneId zone;
  private final DayText days;

  /// @param captured relative dates are counted from here; later dates are refused
  /// @param zone of times that have none
  /// @param monthFirst 11/12/2026 is the 12th of November
  public DateText(Instant captured, ZoneId zone, boolean monthFirst) {
    this.captured = captured;
    this.zone = zone;
    this.days = new DayText(captured, zone, monthFirst);
  }

  /// @param yearKnown false where the year was filled in from the time of capture
  public record Reading(Claimed claim, boolean yearKnown) {}

  /// Whether a date without a digit may begin with this character: "yesterday", "an hour ago".
  public static boolean mayBegin(char first) {
    return RelativeDay.mayBegin(first) || AgoText.mayBegin(first);
  }

  /// The first date of a text, when it has one that is possible.
  public Optional<Claimed> read(String raw, PublishedFrom from) {
    return reading(raw, from).map(Reading::claim);
  }

  /// The same, with whether the text names the year.
  public Optional<Reading> reading(String raw, PublishedFrom from) {
    String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    text = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    text = usual(text);
    Optional<DayText.Found> found = days.find(text);
    if (found.isPresent()) {
      boolean yearKnown = found.get().yearKnown();
      return claim(text, found.get(), from).map(claim -> new Reading(claim, yearKnown));
    }
    return epoch(text, from).or(() -> ago(raw, from)).map(claim -> new Reading(claim, false));
  }

  /// Forms of machines that have the time inside of the day or without colons, as others.
  private static String usual(String text) {
    if (text.length() > LONGEST_OF_MACHINES || !DigitRuns.isDigit(text.charAt(text.length() - 1))) {
      return text;
    }
    String yearLast = YEAR_LAST.matcher(text).replaceFirst("$1, $3 $2");
    return COMPACT_TIME.matcher(yearLast).replaceFirst("$1-$2-$3T$4:$5:$6");
  }

  /// The clock on the wall where the claim was written.
  public LocalDateTime local(Claimed claim) {
    ZoneId own = claim.offset().map(ZoneId.class::cast).orElse(zone);
    return claim.at().atZone(own).toLocalDateTime();
  }

  /// The day on that wall's calendar.
  public LocalDate day(Claimed claim) {
    return local(claim).toLocalDate();
  }

  private Optional<Claimed> claim(String text, DayText.Found found, PublishedFrom from) {
    Optional<ClockText.Clock> beside = ClockText.beside(text, found);
    if (beside.isEmpty()) {
      return Optional.of(
          new Claimed(
              found.date().atStartOfDay(zone).toInstant(), from, Precision.DAY, Optional.empty()));
    }
    ClockText.Clock clock = beside.get();
    ZonedDateTime at =
        WallClock.at(found.date().atTime(clock.time()), clock.zone().orElse(zone), captured);
    if (isAhead(at.toInstant())) {
      return Optional.empty();
    }
    // Midnight to the second is how machines write a day.
    boolean dayOnly = clock.seconds() && clock.time().toSecondOfDay() == 0;
    Precision precision =
        dayOnly ? Precision.DAY : clock.seconds() ? Precision.SECOND : Precision.MINUTE;
    Optional<ZoneOffset> offset = clock.zone().map(_ -> at.getOffset());
    return Optional.of(new Claimed(at.toInstant(), from, precision, offset));
  }

  private boolean isAhead(Instant at) {
    return at.isAfter(captured.plus(DayText.AHEAD));
  }

  /// Seconds or milliseconds since 1970, as some metadata has it.
  private Optional<Claimed> epoch(String text, PublishedFrom from) {
    int length = text.length();
    boolean digits = text.charAt(0) == '1' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || length != 10 && length != 13) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    Instant at = Instant.ofEpochMilli(length == 10 ? value * 1000 : value);
    return isAhead(at)
        ? Optional.empty()
        : Optional.of(new Claimed(at, from, Precision.SECOND, Optional.of(ZoneOffset.UTC)));
  }

  private Optional<Claimed> ago(String text, PublishedFrom from) {
    return AgoText.read(text).map(ago -> before(ago, from));
  }

  private Claimed before(AgoText.Ago ago, PublishedFrom from) {
    Instant at = captured.minus(ago.length());
    Instant start =
        ago.precision() == Precision.DAY
            ? at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
            : at.truncatedTo(
                ago.precision() == Precision.HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    return new Claimed(start, from, ago.precision(), Optional.empty());
  }
}
