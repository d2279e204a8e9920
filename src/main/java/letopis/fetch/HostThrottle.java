package letopis.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Spreads requests to one host over time: so many at once, and a pause between the end of one and
/// the begin of the next. Each host has its own queue, in order of arrival, so that a slow one
/// delays nobody else.
public final class HostThrottle {
  /// Hosts remembered before idle ones are forgotten.
  private static final int SWEEP_AT = 10_000;

  private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();
  private final Duration patience;

  /// @param patience a host that is closed for longer than this is not waited for
  public HostThrottle(Duration patience) {
    this.patience = patience;
  }

  /// How fast one host may be asked.
  ///
  /// @param delay from the end of a request to the begin of the next
  /// @param parallel requests at a time, at least 1; the first use of a host fixes it
  public record Pace(Duration delay, int parallel) {}

  /// What came of asking for a turn.
  public sealed interface Turn {
    /// Ask now, then close.
    record Granted(Permit permit) implements Turn {}

    /// The host asked to be left alone for this much longer.
    record Closed(Duration remaining) implements Turn {}
  }

  /// The right to make one request; closing it starts the pause.
  public interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits for this host's next turn.
  public Turn acquire(String host, Pace pace) throws InterruptedException {
    Host queue = queue(host, pace);
    queue.slots.acquire();
    boolean granted = false;
    try {
      for (long wait; (wait = queue.nextAt - System.nanoTime()) > 0; ) {
        if (wait > patience.toNanos()) {
          return new Turn.Closed(Duration.ofNanos(wait));
        }
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      granted = true;
      return new Turn.Granted(() -> queue.finish(pace.delay()));
    } finally {
      if (!granted) {
        queue.slots.release();
      }
    }
  }

  /// Leaves this host alone for so long from now (`Retry-After`); never shortens a pause.
  public void pause(String host, Duration duration) {
    Host queue = queue(host, new Pace(Duration.ZERO, 1));
    queue.closeUntil(System.nanoTime() + duration.toNanos());
  }

  private Host queue(String host, Pace pace) {
    Host queue = hosts.get(host);
    if (queue != null) {
      return queue;
    }
    if (hosts.size() > SWEEP_AT) {
      hosts.values().removeIf(Host::isIdle);
    }
    return hosts.computeIfAbsent(host, _ -> new Host(pace.parallel()));
  }

  private static final class Host {
    private final int parallel;
    private final Semaphore slots;
    private volatile long nextAt = System.nanoTime();

    Host(int parallel) {
      this.parallel = parallel;
      this.slots = new Semaphore(parallel, true);
    }

    void finish(Duration delay) {
      closeUntil(System.nanoTime() + delay.toNanos());
      slots.release();
    }

    synchronized void closeUntil(long nanoTime) {
      if (nanoTime - nextAt > 0) {
        nextAt = nanoTime;
      }
    }

    boolean isIdle() {
      return slots.availablePermits() == parallel
          && !slots.hasQueuedThreads()
          && nextAt - System.nanoTime() < 0;
    }
  }
}
