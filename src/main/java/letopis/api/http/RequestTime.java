package letopis.api.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways a request, or an option of a command, may write a time.
public final class RequestTime {
  private static final Pattern AGE = Pattern.compile("-(\\d{1,6})([mhdw])");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private RequestTime() {}

  /// A date, an RFC 3339 time, a local time (in the zone), an age before `now`, or `now`.
  ///
  /// @param end a date stands for its last millisecond instead of its first
  public static Optional<Instant> parse(String text, ZoneId zone, boolean end, Instant now) {
    String value = text.strip();
    if (value.equals("now")) {
      return Optional.of(now);
    }
    Matcher age = AGE.matcher(value);
    if (age.matches()) {
      return bounded(now.minus(age(Long.parseLong(age.group(1)), age.group(2).charAt(0))));
    }
    try {
      return bounded(absolute(value, zone, end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Elasticsearch reads years of four digits.
  private static Optional<Instant> bounded(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
  }

  private static Duration age(long count, char unit) {
    return switch (unit) {
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      case 'd' -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static Instant absolute(String value, ZoneId zone, boolean end) {
    if (value.length() <= 10) {
      LocalDate date = LocalDate.parse(value);
      return end
          ? date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
          : date.atStartOfDay(zone).toInstant();
    }
    // A plus sign that was not escaped arrives as a space.
    String time = value.replace(' ', value.indexOf('T') > 0 ? '+' : 'T');
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      return LocalDateTime.parse(time).atZone(zone).toInstant();
    }
  }
}
