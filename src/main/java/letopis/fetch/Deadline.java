package letopis.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends what a server drags out: closes a connection when its time is up, whatever the thread that
/// reads from it waits for. A limit on single reads would not stop a server that sends one byte a
/// second.
final class Deadline implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final long endsAt;
  private volatile boolean passed;
  private volatile Connection watched;
  private final ScheduledFuture<?> alarm;

  private Deadline(Duration left) {
    this.endsAt = System.nanoTime() + left.toNanos();
    this.alarm = WATCH.schedule(this::pass, left.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Starts the clock.
  static Deadline in(Duration left) {
    return new Deadline(left);
  }

  /// Closes this connection, in place of any before it, when the time is up.
  void watch(Connection connection) {
    watched = connection;
    if (passed) {
      connection.close();
    }
  }

  boolean hasPassed() {
    return passed;
  }

  /// What is left, at least one millisecond: zero means forever to a socket.
  int millisLeft() {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(endsAt - System.nanoTime()));
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }

  private void pass() {
    passed = true;
    Connection connection = watched;
    if (connection != null) {
      // Closing a TLS socket may wait for its writer; the one watching thread must not.
      Thread.startVirtualThread(connection::close);
    }
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadline").factory());
    threads.setRemoveOnCancelPolicy(true);
    return threads;
  }
}
