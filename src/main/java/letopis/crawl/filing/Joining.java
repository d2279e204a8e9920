package letopis.crawl.filing;

/// Waits for threads of ours to end.
public final class Joining {
  private Joining() {}

  /// Waits for a thread. An interruption ends the wait and is passed on as the thread's flag, since
  /// closing must not throw it.
  public static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
