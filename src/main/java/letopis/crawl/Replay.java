package letopis.crawl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.index.SourceStates;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files what waits in the journal: what an earlier process left behind, and what was fetched while
/// Elasticsearch was away.
final class Replay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final int BATCH = 64;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Journal journal;
  private final PageVisits visits;
  private final Filing filing;
  private final CrawlReport report;
  private final SourceStates probe;
  private final Map<String, Source> sources;
  private final Thread thread;

  Replay(CrawlParts parts, PageVisits visits, Filing filing, Map<String, Source> sources) {
    this.journal = parts.journal();
    this.report = parts.report();
    this.probe = new SourceStates(parts.indices());
    this.visits = visits;
    this.filing = filing;
    this.sources = Map.copyOf(sources);
    this.thread = Thread.ofVirtual().name("replay").unstarted(this::run);
  }

  /// Takes over what dead processes left, and watches for outages from now on.
  void start() throws IOException {
    int adopted = journal.adopt();
    if (adopted > 0) {
      LOG.info("{} captures of an earlier process are not in the index yet", adopted);
      filing.lost(new IOException("an earlier process did not finish"));
    }
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
    Joining.join(thread);
  }

  private void run() {
    try {
      while (true) {
        if (filing.away()) {
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
      List<ObjectNode> lines = journal.oldest(BATCH);
      while (!lines.isEmpty()) {
        file(lines);
        lines = journal.oldest(BATCH);
      }
      filing.back();
    } catch (IOException e) {
      LOG.debug("Elasticsearch is still away: {}", e.getMessage());
    }
  }

  private void file(List<ObjectNode> lines) throws IOException, InterruptedException {
    List<Filing.Item> items = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (ObjectNode line : lines) {
      numbers.add(line.path("n").asLong());
      Source source = sources.get(line.path("source").asText());
      if (source == null) {
        LOG.warn(
            "a capture of {} is left in the archive only: no such source", line.path("source"));
        continue;
      }
      Optional<Filing.Item> item = visits.replay(line, source);
      item.ifPresent(items::add);
    }
    filing.fileAll(items).forEach(filed -> report.countReplay(filed.outcome()));
    journal.done(numbers);
  }
}
