package letopis.api.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import letopis.api.http.Quota;

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
    return take(name, perMinute, 0);
  }

  /// The bucket of one name.
  Quota quota(String name, int perMinute) {
    return new Quota() {
      @Override
      public Optional<Duration> takeSpare() {
        return take(name, perMinute, perMinute / 2);
      }

      @Override
      public Duration forSome(int count) {
        return Duration.ofMillis(count * 60_000L / perMinute);
      }

      @Override
      public Map<String, String> headers() {
        double tokens = left(name, perMinute);
        long full = (long) Math.ceil((perMinute - tokens) * 60 / perMinute);
        return Map.of(
            "RateLimit-Limit", Integer.toString(perMinute),
            "RateLimit-Remaining", Integer.toString((int) tokens),
            "RateLimit-Reset", Long.toString(full));
      }
    };
  }

  private double left(String name, int perMinute) {
    Bucket bucket = buckets.get(name);
    return bucket == null ? perMinute : refilled(bucket, clock.millis(), perMinute);
  }

  /// @param keep tokens that must be left
  private Optional<Duration> take(String name, int perMinute, int keep) {
    if (buckets.size() > MAX_NAMES) {
      forgetFull(perMinute);
    }
    long now = clock.millis();
    AtomicReference<Optional<Duration>> wait = new AtomicReference<>(Optional.empty());
    buckets.compute(
        name,
        (_, bucket) -> {
          double tokens = bucket == null ? perMinute : refilled(bucket, now, perMinute);
          if (tokens >= 1 + keep) {
            wait.set(Optional.empty());
            return new Bucket(tokens - 1, now);
          }
          wait.set(
              Optional.of(
                  Duration.ofMillis((long) Math.ceil((1 + keep - tokens) * 60_000 / perMinute))));
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
