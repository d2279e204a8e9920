package letopis.watch;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks all watches again and again on a thread of its own, until closed.
public final class WatchRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchRunner.class);

  private final Watches watches;
  private final Duration pause;
  private final Thread thread;

  private WatchRunner(Watches watches, Duration pause) {
    this.watches = watches;
    this.pause = pause;
    this.thread = Thread.ofVirtual().name("watches").unstarted(this::run);
  }

  /// Begins at once.
  ///
  /// @param pause between two checks; two seconds keep reports within seconds of indexing
  public static WatchRunner start(Watches watches, Duration pause) {
    WatchRunner runner = new WatchRunner(watches, pause);
    runner.thread.start();
    return runner;
  }

  private void run() {
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        try {
          watches.check();
          failing = false;
        } catch (IOException e) {
          // Elasticsearch is away: said once, then tried in silence. Nothing is lost meanwhile.
          if (!failing) {
            LOG.warn("Watches cannot be checked: {}", e.getMessage());
          }
          failing = true;
        } catch (RuntimeException | VirtualMachineError e) {
          if (!failing) {
            LOG.error("Watches cannot be checked", e);
          }
          failing = true;
        }
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
