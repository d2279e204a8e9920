package letopis.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands where it was put, so that the demo's weeks pass as fast as they can be
/// crawled, until it is let go and shows the real time. It never goes back. Safe for use by several
/// threads.
public final class DemoClock extends Clock {
  private final Clock real = Clock.systemUTC();
  private volatile Instant now;
  private volatile boolean live;

  public DemoClock(Instant start) {
    this.now = start;
  }

  /// Moves on; a time in the past of this clock is ignored.
  public synchronized void moveTo(Instant instant) {
    now = instant.isAfter(now) ? instant : now;
  }

  /// From now on the real time.
  public void goLive() {
    live = true;
  }

  @Override
  public Instant instant() {
    return live ? real.instant() : now;
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
