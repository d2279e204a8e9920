package letopis.crawl;

import java.io.IOException;
import java.time.Duration;
import letopis.elasticsearch.Answer;

/// Whether an Elasticsearch that could not be used is away for everybody. One that does not answer
/// is; one that answers no, as while its indices start, may tell others yes in the same second, and
/// is taken for away only when it goes on for some time.
final class Absence {
  private final Duration patience;
  private boolean refusing;
  private long since;

  /// @param patience how long it may say no
  Absence(Duration patience) {
    this.patience = patience;
  }

  /// Whether this failure means that it is away.
  synchronized boolean is(IOException failure) {
    if (!(failure instanceof Answer.Refused || failure.getCause() instanceof Answer.Refused)) {
      return true;
    }
    if (!refusing) {
      refusing = true;
      since = System.nanoTime();
    }
    return System.nanoTime() - since >= patience.toNanos();
  }

  /// Whether it said no when it was last asked.
  synchronized boolean isRefusing() {
    return refusing;
  }

  /// It was of use again.
  synchronized void isOver() {
    refusing = false;
  }
}
