package letopis.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `Retry-After` header, RFC 9110 section 10.2.3: seconds or an HTTP date.
public final class RetryAfter {
  /// Longer waits are cut to this: servers were seen asking for 88 hours.
  public static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /// What an answer asks for: a moment is told by the clock of the server, so that the wait goes
  /// from the answer's own `Date` where it has one, however wrong that clock is.
  ///
  /// @param headers lower-case names
  /// @param now our clock
  static Optional<Duration> of(Map<String, List<String>> headers, Instant now) {
    Instant from = first(headers, "date").flatMap(RetryAfter::date).orElse(now);
    return first(headers, "retry-after").flatMap(value -> parse(value, from));
  }

  /// The wait from `now`, between zero and [#LONGEST]; empty when the value is neither form.
  public static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    if (text.matches("\\d{1,18}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
    }
    return date(text).map(date -> bounded(Duration.between(now, date)));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
