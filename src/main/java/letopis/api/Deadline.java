package letopis.api;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Interrupts the thread that made it when the time is over before [#close]; never afterwards.
final class Deadline implements AutoCloseable {
  /// The one timer of a server.
  static final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    Timer() {
      executor =
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().daemon().name("api-deadlines").factory());
      executor.setRemoveOnCancelPolicy(true);
    }

    Deadline start(Duration time) {
      return new Deadline(executor, time);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  private final Thread worker = Thread.currentThread();
  private final ScheduledFuture<?> alarm;
  private boolean over;
  private boolean fired;

  private Deadline(ScheduledThreadPoolExecutor executor, Duration time) {
    alarm = executor.schedule(this::fire, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void fire() {
    if (!over) {
      fired = true;
      worker.interrupt();
    }
  }

  synchronized boolean fired() {
    return fired;
  }

  /// Ends the watch and takes back an interrupt of ours.
  @Override
  public void close() {
    alarm.cancel(false);
    synchronized (this) {
      over = true;
      if (fired) {
        Thread.interrupted();
      }
    }
  }
}
