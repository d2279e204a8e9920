package letopis.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands where it was put: the demo's weeks pass as fast as they can be crawled. It
/// never goes back. Safe for use by several threads.
public final class DemoClock extends Clock {
  private final AtomicReference<Instant> now;

  public DemoClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /// Moves on; a time in the past of this clock is ignored.
  public void moveTo(Instant instant) {
    now.accumulateAndGet(instant, (here, there) -> there.isAfter(here) ? there : here);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
