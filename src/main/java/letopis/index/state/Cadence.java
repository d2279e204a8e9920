package letopis.index.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// How often a source is polled, and what that was learned from.
///
/// @param perHour new entries per hour, averaged over the last hours; 0 when nothing is known
/// @param interval the present distance between polls
/// @param failures weight of the failures in a row: a hard one counts 1, a passing one less; 0
///     after a success
/// @param polls how many polls were ever made
/// @param lastPollAt the last look, whatever it gave
/// @param lastOkAt the last look that could be read, a 304 included
/// @param lastFullAt the last look that brought a body which could be read
/// @param nextPollAt when the next look is due
/// @param notModified how many 304 answers in a row
public record Cadence(
    double perHour,
    Duration interval,
    double failures,
    long polls,
    Optional<Instant> lastPollAt,
    Optional<Instant> lastOkAt,
    Optional<Instant> lastFullAt,
    Instant nextPollAt,
    int notModified) {
  /// Clocks of two crawlers may differ by so much.
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  public Cadence {
    Objects.requireNonNull(interval);
    Objects.requireNonNull(lastPollAt);
    Objects.requireNonNull(lastOkAt);
    Objects.requireNonNull(lastFullAt);
    Objects.requireNonNull(nextPollAt);
  }

  /// Of a source that was never polled: due at once.
  public static Cadence fresh(Duration first) {
    return new Cadence(
        0, first, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, 0);
  }

  /// Whether a look is due at this time. One that was made in the future was made by a clock that
  /// has been set back since: what it planned is not waited for.
  public boolean due(Instant now) {
    return !now.isBefore(nextPollAt) || lastPollAt.filter(now.plus(CLOCKS)::isBefore).isPresent();
  }
}
