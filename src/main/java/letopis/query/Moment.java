package letopis.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/// A time as a query writes it: `2026`, `2026-01`, `2026-01-31`, or RFC 3339.
///
/// @param from inclusive
/// @param until exclusive
record Moment(Instant from, Instant until) {
  /// Elasticsearch reads years of four digits, whatever a zone makes of the first and the last day.
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  Moment {
    from = bounded(from);
    until = bounded(until);
  }

  private static Instant bounded(Instant at) {
    return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
  }

  static Optional<Moment> parse(String text, ZoneId zone) {
    try {
      Moment moment =
          switch (text.length()) {
            case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1), zone);
            case 7 -> {
              YearMonth month = YearMonth.parse(text);
              yield days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
            }
            case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1), zone);
            default -> instant(OffsetDateTime.parse(text).toInstant());
          };
      return Optional.of(moment);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Moment days(LocalDate first, LocalDate after, ZoneId zone) {
    return new Moment(first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
  }

  private static Moment instant(Instant at) {
    return new Moment(at, at.plusMillis(1));
  }
}
