package letopis.crawl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import letopis.crawl.filing.Joining;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Crawls sources as they fall due, each in a virtual thread of its own, until it is closed.
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  /// Sources crawled at a time; the number of requests is bounded by the fetcher.
  private static final int MOST_AT_A_TIME = 256;

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CrawlPipeline pipeline;
  private final Map<String, Source> sources;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Semaphore slots = new Semaphore(MOST_AT_A_TIME);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread ticker = Thread.ofVirtual().name("scheduler").unstarted(this::run);
  private volatile boolean stopping;

  /// What is due could not be told when it was last asked for. Of the ticker only.
  private boolean failing;

  /// @param sources those that the pipeline was made for
  public Scheduler(CrawlPipeline pipeline, Iterable<Source> sources) {
    this.pipeline = pipeline;
    this.sources =
        StreamSupport.stream(sources.spliterator(), false)
            .collect(Collectors.toUnmodifiableMap(Source::id, Function.identity()));
  }

  /// Begins to crawl.
  public void start() {
    ticker.start();
  }

  /// Ends within seconds: visits under way are finished, no new ones begun; what hangs is
  /// interrupted.
  @Override
  public void close() {
    stopping = true;
    ticker.interrupt();
    Joining.join(ticker);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        for (String id : due()) {
          begin(sources.get(id));
        }
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Those that are due; none for now where a fault of ours keeps us from knowing.
  private List<String> due() {
    try {
      List<String> due = pipeline.due();
      failing = false;
      return due;
    } catch (RuntimeException e) {
      // Said once, then tried in silence: it is asked every second.
      if (!failing) {
        LOG.error("what is due cannot be told", e);
      }
      failing = true;
      return List.of();
    }
  }

  private void begin(Source source) throws InterruptedException {
    if (!running.add(source.id())) {
      return;
    }
    slots.acquire();
    threads.execute(() -> crawl(source));
  }

  /// The rim of one source: a fault of ours must not end its schedule.
  private void crawl(Source source) {
    try {
      pipeline.crawl(source, CrawlPipeline.When.DUE, () -> !stopping);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | VirtualMachineError e) {
      LOG.error("crawling {} broke", source.id(), e);
    } finally {
      running.remove(source.id());
      slots.release();
    }
  }
}
