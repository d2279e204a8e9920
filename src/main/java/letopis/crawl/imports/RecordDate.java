package letopis.crawl.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;

/// Reads the `published` of an imported record: RFC 3339 (with a blank for `T`, too), a time
/// without an offset, or a date in one of the common orders, down to a year alone.
final class RecordDate {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private RecordDate() {}

  /// The claimed time; empty for what is none of these.
  ///
  /// @param zone of times and dates without an offset
  static Optional<Claimed> parse(String text, ZoneId zone) {
    String value = text.strip();
    try {
      if (value.matches("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d.*(?:[Zz]|[+-]\\d\\d:?\\d\\d)")) {
        return Optional.of(exact(value));
      }
      return local(value.replace('T', ' ').replaceAll("(:\\d\\d)\\.\\d+$", "$1"), zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Claimed exact(String value) {
    String strict = value.replaceFirst("[t ]", "T").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    OffsetDateTime at = OffsetDateTime.parse(strict);
    Precision precision = precision(at.toLocalTime(), Precision.SECOND);
    return new Claimed(
        at.toInstant(), PublishedFrom.IMPORT, precision, Optional.of(at.getOffset()));
  }

  private static Optional<Claimed> local(String value, ZoneId zone) {
    if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
      LocalDateTime at = LocalDateTime.parse(value, SECONDS);
      return claim(at, precision(at.toLocalTime(), Precision.SECOND), zone);
    }
    if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")) {
      LocalDateTime at = LocalDateTime.parse(value, MINUTES);
      return claim(at, precision(at.toLocalTime(), Precision.MINUTE), zone);
    }
    if (value.matches("\\d{4}[-/]\\d\\d[-/]\\d\\d")) {
      return day(LocalDate.parse(value.replace('/', '-')), zone);
    }
    if (value.matches("\\d\\d\\.\\d\\d\\.\\d{4}")) {
      return day(LocalDate.parse(value, RUSSIAN), zone);
    }
    if (value.matches("\\d{4}-\\d\\d")) {
      return claim(YearMonth.parse(value).atDay(1).atStartOfDay(), Precision.MONTH, zone);
    }
    if (value.matches("(?:19|20)\\d\\d")) {
      LocalDate first = LocalDate.of(Integer.parseInt(value), 1, 1);
      return claim(first.atStartOfDay(), Precision.YEAR, zone);
    }
    return Optional.empty();
  }

  /// Midnight to the second is what dates without a time are written as.
  private static Precision precision(LocalTime time, Precision written) {
    return time.equals(LocalTime.MIDNIGHT) ? Precision.DAY : written;
  }

  private static Optional<Claimed> day(LocalDate day, ZoneId zone) {
    return claim(day.atStartOfDay(), Precision.DAY, zone);
  }

  private static Optional<Claimed> claim(LocalDateTime at, Precision precision, ZoneId zone) {
    ZonedDateTime zoned = at.atZone(zone);
    ZoneOffset none = zoned.getOffset();
    return Optional.of(
        new Claimed(
            at.toInstant(none), PublishedFrom.IMPORT, precision, Optional.<ZoneOffset>empty()));
  }
}
