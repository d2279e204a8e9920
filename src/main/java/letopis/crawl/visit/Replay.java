package letopis.crawl.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Joining;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.Journal;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceStates;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files what waits in the journal: what an earlier process left behind, and what was fetched while
/// Elasticsearch was away.
public final class Replay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  /// Small enough that even a process that is soon killed again gets on; then more at a time.
  private static final int FIRST_BATCH = 16;

  private static final int BATCH = 256;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final Journal journal;
  private final WaitingLines waiting;
  private final Filing filing;
  private final CrawlReport report;
  private final SourceStates probe;
  private final EntryStates entries;
  private final Map<String, Source> sources;
  private final Thread thread;

  /// Elasticsearch was asked for and did not answer.
  private volatile boolean failed;

  public Replay(
      CrawlParts parts, WaitingLines waiting, Filing filing, Map<String, Source> sources) {
    this.journal = parts.journal();
    this.report = parts.report();
    this.probe = new SourceStates(parts.indices());
    this.entries = new EntryStates(parts.indices());
    this.waiting = waiting;
    this.filing = filing;
    this.sources = Map.copyOf(sources);
    this.thread = Thread.ofVirtual().name("replay").unstarted(this::run);
  }

  /// Takes over what dead processes left, and watches for outages from now on. As long as
  /// Elasticsearch is there what was left is filed before anything new is fetched: a process that
  /// is killed again and again would otherwise have more to do each time.
  ///
  /// @param patience after which new pages are fetched beside it
  public void start(Duration patience) throws IOException {
    int adopted = journal.adopt();
    if (adopted > 0) {
      LOG.info("{} captures of an earlier process are not in the index yet", adopted);
      filing.waiting();
    }
    thread.start();
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (adopted > 0 && filing.away() && !failed && System.nanoTime() < end) {
        thread.join(GLANCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Joining.join(thread);
  }

  private void run() {
    try {
      while (true) {
        if (filing.away() || journal.hasLeft()) {
          drain();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Files all that waits, oldest first, or gives up at the first sign that Elasticsearch is still
  /// away.
  private void drain() throws InterruptedException {
    try {
      probe.get("-");
      int batch = FIRST_BATCH;
      List<ObjectNode> lines = journal.oldest(batch);
      while (!lines.isEmpty()) {
        file(lines);
        batch = Math.min(2 * batch, BATCH);
        lines = journal.oldest(batch);
      }
      filing.back();
    } catch (IOException e) {
      failed = true;
      LOG.debug("Elasticsearch is still away: {}", e.getMessage());
    } catch (RuntimeException | VirtualMachineError e) {
      LOG.error("what waits in the journal could not be filed; it is tried again", e);
    }
  }

  /// Files a batch, each entry from what is known about it now: since the line was written the same
  /// page may have been looked at again.
  private void file(List<ObjectNode> lines) throws IOException, InterruptedException {
    Map<String, EntryState> known =
        entries.getAll(lines.stream().map(WaitingLines::entryOf).distinct().toList());
    List<Filing.Item> items = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (ObjectNode line : lines) {
      String id = WaitingLines.entryOf(line);
      if (!pages.add(id)) {
        break;
      }
      numbers.add(line.path("n").asLong());
      Source source = sources.get(line.path("source").asText());
      if (source == null) {
        LOG.warn(
            "a capture of {} is left in the archive only: no such source", line.path("source"));
        continue;
      }
      waiting.item(line, source, Optional.ofNullable(known.get(id))).ifPresent(items::add);
    }
    fileAll(items);
    journal.done(numbers);
  }

  /// What cannot be filed for a fault of ours must not keep the rest waiting.
  private void fileAll(List<Filing.Item> items) throws IOException, InterruptedException {
    try {
      filing.fileAll(items).forEach(filed -> report.countReplay(filed.outcome()));
    } catch (RuntimeException | VirtualMachineError e) {
      if (items.size() == 1) {
        LOG.error("a capture is left in the archive only, for it could not be filed", e);
        report.countReplay(CrawlOutcome.BROKEN);
        return;
      }
      for (Filing.Item item : items) {
        fileAll(List.of(item));
      }
    }
  }
}
