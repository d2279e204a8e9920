package letopis.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Whether Elasticsearch answers. Once it did not, requests fail at once, but for one a second that
/// asks whether it is back: whoever has other work to do is held up by an Elasticsearch that
/// accepts connections and says nothing once, not at each request.
final class Presence {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /// What is done to find out whether it is back; throws while it is not.
  @FunctionalInterface
  interface Look {
    void look() throws IOException;
  }

  private final Look look;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile boolean there;
  private volatile boolean asked;
  private volatile String reason = "it has not been asked yet";
  private long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();

  Presence(Look look) {
    this.look = look;
  }

  /// Returns when it is known to be there.
  ///
  /// @throws IOException at once when it is known to be away, or after a look that found it so
  void require() throws IOException {
    if (there) {
      return;
    }
    if (!asked) {
      // Nothing is known: who comes second waits for the first answer.
      looking.lock();
    } else if (!looking.tryLock()) {
      throw away();
    }
    try {
      if (!there) {
        look();
      }
    } finally {
      looking.unlock();
    }
  }

  /// Says that it did not answer.
  void lost(IOException cause) {
    reason = String.valueOf(cause.getMessage());
    there = false;
  }

  private void look() throws IOException {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
      throw away();
    }
    try {
      look.look();
      there = true;
    } catch (IOException e) {
      lost(e);
      throw e;
    } finally {
      asked = true;
      lastLook = System.nanoTime();
    }
  }

  private IOException away() {
    return new IOException("Elasticsearch is away: " + reason);
  }
}
