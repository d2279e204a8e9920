package letopis.bench.resilience;

import java.time.Duration;
import java.util.SplittableRandom;

/// Changes a web all the time, until it is told to stop.
final class Editor {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Thread thread;

  /// @param most pages of the web
  Editor(MovingWeb web, SplittableRandom random, int most) {
    thread =
        Thread.startVirtualThread(
            () -> {
              try {
                while (true) {
                  Thread.sleep(random.nextLong(PAUSE.toMillis()));
                  web.change(random, most);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /// Returns when the last change is done. Safe to call twice.
  void stop() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
