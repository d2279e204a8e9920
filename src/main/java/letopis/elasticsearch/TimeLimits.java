package letopis.elasticsearch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Breaks off what is not done in time, or whose thread was interrupted meanwhile: a thread that
/// waits for a socket does not notice. One thread looks at everything that is under way, four times
/// a second; an alarm for each would wake its thread whenever one is set, which costs more than
/// many a request. Safe for use by many threads.
public final class TimeLimits implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimeLimits.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Set<Limit> running = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor looks;

  /// @param name of the thread
  public TimeLimits(String name) {
    looks = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    looks.scheduleWithFixedDelay(
        this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Begins to watch what the caller does next.
  ///
  /// @param breakOff run, at most once, if [Limit#close] was not called in this time
  public Limit start(Duration time, Runnable breakOff) {
    Limit limit = new Limit(System.nanoTime() + time.toNanos(), breakOff);
    running.add(limit);
    return limit;
  }

  private void look() {
    long now = System.nanoTime();
    for (Limit limit : running) {
      if (now - limit.end >= 0 || limit.worker.isInterrupted()) {
        try {
          limit.pass();
        } catch (RuntimeException | Error e) {
          // The executor would never look again, and nothing would have a limit any more.
          LOG.warn("could not break off what took too long", e);
        }
      }
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  /// The time limit of one piece of work.
  public final class Limit implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private final long end;
    private final Runnable breakOff;
    private boolean over;
    private boolean passed;

    private Limit(long end, Runnable breakOff) {
      this.end = end;
      this.breakOff = breakOff;
    }

    private synchronized void pass() {
      running.remove(this);
      if (!over) {
        over = true;
        passed = true;
        breakOff.run();
      }
    }

    /// Whether the work was broken off.
    public synchronized boolean passed() {
      return passed;
    }

    /// The work is done: it was broken off already, or never will be.
    @Override
    public void close() {
      running.remove(this);
      synchronized (this) {
        over = true;
      }
    }
  }
}
