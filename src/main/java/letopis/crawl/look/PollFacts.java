package letopis.crawl.look;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What the schedule needs to know of a look that has just been made.
///
/// @param at when it began
/// @param hint the shortest distance that the source itself asks for: `ttl`, `sy:updatePeriod`,
///     `Cache-Control: max-age`
/// @param retryAfter what the server asked for
public record PollFacts(
    Instant at,
    Kind kind,
    int entries,
    int fresh,
    Optional<Duration> hint,
    Optional<Duration> retryAfter) {
  public PollFacts {
    Objects.requireNonNull(at);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(retryAfter);
  }

  /// What kind of look it was; a failure weighs what it says about the next try.
  public enum Kind {
    /// A body that could be read.
    FULL(0),
    /// 304.
    NOT_MODIFIED(0),
    /// The network or the name service, likely over soon.
    PASSING(0.25),
    /// 404, 429, 5xx, a timeout, TLS.
    SOFT(0.5),
    /// robots.txt, 401, 403, 410, something that is not a feed.
    HARD(1);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    /// Whether the look told us what the source has.
    public boolean ok() {
      return weight == 0;
    }

    double weight() {
      return weight;
    }
  }
}
