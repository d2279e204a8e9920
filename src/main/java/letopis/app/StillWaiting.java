package letopis.app;

import java.io.PrintStream;
import java.time.Duration;

/// Says now and then on stderr that something is still being waited for, so that nobody takes a
/// slow machine for a hung program. Ends with [#close].
public final class StillWaiting implements AutoCloseable {
  private final Thread thread;

  private StillWaiting(Thread thread) {
    this.thread = thread;
  }

  /// @param what is said, such as `Elasticsearch is still starting`
  public static StillWaiting say(String what, Duration every, PrintStream err) {
    return new StillWaiting(Thread.ofVirtual().start(() -> repeat(what, every, err)));
  }

  private static void repeat(String what, Duration every, PrintStream err) {
    long begin = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(every);
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        err.println(what + " (" + seconds + " s; a busy machine takes longer) ...");
      }
    } catch (InterruptedException e) {
      // It has come.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
