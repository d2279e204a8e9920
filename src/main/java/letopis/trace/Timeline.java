package letopis.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Counts appearances over time in steps that fit their whole span.
final class Timeline {
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(365));
  private static final int MOST = 120;

  private Timeline() {}

  /// @param ordered oldest first
  static List<Trace.Bucket> of(List<Appearance> ordered) {
    if (ordered.isEmpty()) {
      return List.of();
    }
    Instant first = ordered.getFirst().time().best();
    Duration span = Duration.between(first, ordered.getLast().time().best());
    Duration step =
        STEPS.stream()
            .filter(one -> span.dividedBy(one) < MOST)
            .findFirst()
            .orElse(STEPS.getLast());
    long seconds = step.toSeconds();
    Instant from = Instant.ofEpochSecond(Math.floorDiv(first.getEpochSecond(), seconds) * seconds);
    List<Trace.Bucket> buckets = new ArrayList<>();
    int next = 0;
    while (next < ordered.size()) {
      Instant to = from.plus(step);
      int count = 0;
      while (next < ordered.size() && ordered.get(next).time().best().isBefore(to)) {
        count++;
        next++;
      }
      buckets.add(new Trace.Bucket(from, to, count));
      from = to;
    }
    return buckets;
  }
}
