package letopis.api.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A token bucket for each name: full at first, refilled evenly over a minute. Safe for many
/// threads. Names come from our own keys, or are addresses that sign in, of which at most
/// [#MAX_NAMES] are remembered.
final class RateLimit {
  private static final int MAX_NAMES = 10_000;

  private final Clock clock;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  RateLimit(Clock clock) {
    this.clock = clock;
  }

  private record Bucket(double tokens, long atMillis) {}

  /// Takes one token.
  ///
  /// @return how long to wait for the next one, when there was none
  Optional<Duration> take(String name, int perMinute) {
    if (buckets.size() > MAX_NAMES) {
      forgetFull(perMinute);
    }
    long now = clock.millis();
    AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.empty());
    buckets.compute(
        name,
        (_, bucket) -> {
          double tokens = bucket == null ? perMinute : refilled(bucket, now, perMinute);
          if (tokens >= 1) {
            wait.set(Optional.empty());
            return new Bucket(tokens - 1, now);
          }
          wait.set(Optional.of(Duration.ofMillis((long) ((1 - tokens) * 60_000 / perMinute))));
          return new Bucket(tokens, now);
        });
    return wait.get();
  }

  private static double refilled(Bucket bucket, long now, int perMinute) {
    double earned = Math.max(0, now - bucket.atMillis) * (perMinute / 60_000.0);
    return Math.min(perMinute, bucket.tokens + earned);
  }

  private void forgetFull(int perMinute) {
    long now = clock.millis();
    buckets.values().removeIf(bucket -> refilled(bucket, now, perMinute) >= perMinute);
    if (buckets.size() > MAX_NAMES) {
      buckets.clear();
    }
  }
}
