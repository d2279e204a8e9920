package letopis.app;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.time.Duration;
import letopis.archive.ExpiredFiles;
import letopis.sources.CrawlerSettings.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what is due once a day on a thread of its own, until closed.
public final class RetentionRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRunner.class);

  /// After the start, so that a start is not slower for it.
  private static final Duration FIRST = Duration.ofMinutes(5);

  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final App app;
  private final RetentionRound round;
  private final Counter documents;
  private final Counter files;
  private final Counter looks;
  private final Thread thread;
  private volatile boolean stopping;

  private RetentionRunner(App app, RetentionRound round) {
    this.app = app;
    this.round = round;
    this.documents = app.metrics().counter("letopis_retention_documents");
    this.files = app.metrics().counter("letopis_retention_files");
    this.looks = app.metrics().counter("letopis_retention_looks");
    this.thread = Thread.ofVirtual().name("retention").unstarted(this::run);
  }

  /// Begins soon. Documents go only when `storage.keep` is set.
  public static void start(App app) throws IOException {
    RetentionRunner runner = new RetentionRunner(app, round(app));
    app.keep(runner);
    runner.thread.start();
  }

  /// A round by `storage.keep` and `storage.keep_looks`.
  public static RetentionRound round(App app) throws IOException {
    Storage storage = app.configuration().crawler().storage();
    return new RetentionRound(
        app.indices(),
        new ExpiredFiles(app.archiveFolder()),
        storage.keep(),
        storage.keepLooks(),
        app.clock());
  }

  private void run() {
    try {
      Thread.sleep(FIRST);
      while (!stopping) {
        Thread.sleep(once() ? BETWEEN : AGAIN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether the round came to its end
  private boolean once() throws InterruptedException {
    try {
      RetentionRound.Result result = round.run(() -> !stopping);
      documents.increment(result.documents());
      files.increment(result.files());
      looks.increment(result.looks());
      if (!result.isEmpty()) {
        LOG.info("retention: {}", result.json());
        AuditFile.append(app, "retention", result.json());
      }
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("retention is tried again in {}: {}", AGAIN, e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
