package letopis.crawl.filing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import letopis.crawl.report.CrawlOutcome;
import letopis.index.Indices;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects findings of many threads into batches for [Intake], and keeps the states of entries
/// with them. While Elasticsearch is away every finding comes back as [CrawlOutcome#SPOOLED] at
/// once, so that crawling goes on; what has a line in the journal is filed later.
public final class Filing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
  private static final int BATCH = 256;
  private static final Duration LINGER = Duration.ofMillis(100);

  /// After so many batches of one nobody else is at work: who files one finding after another does
  /// not wait for company any more.
  private static final int LONE = 3;

  private final Intake intake;
  private final EntryStates entries;
  private final BlockingQueue<Slip> queue = new ArrayBlockingQueue<>(4 * BATCH);
  private final Thread thread;
  private volatile boolean away;
  private volatile boolean closing;

  /// Batches of one in a row. Only the filing thread counts them.
  private int lone;

  /// One finding on its way.
  ///
  /// @param after the state of the entry once it is filed
  public record Item(Finding finding, Function<Filed, Optional<EntryState>> after) {
    /// A wording that a post had before: it changes nothing if it is known already, and nothing of
    /// what is known about the entry.
    public static Item earlier(Finding finding) {
      return new Item(
          finding instanceof Finding.Publication p ? new Finding.Record(p.document()) : finding,
          _ -> Optional.empty());
    }
  }

  private static final class Slip {
    final Item item;
    final CountDownLatch done = new CountDownLatch(1);
    volatile Filed filed = Filed.of(CrawlOutcome.BROKEN, "not filed");

    Slip(Item item) {
      this.item = item;
    }
  }

  public Filing(Intake intake, Indices indices) {
    this.intake = intake;
    this.entries = new EntryStates(indices);
    this.thread = Thread.ofVirtual().name("filing").start(this::run);
  }

  /// Files one finding and waits until it is done, or known to be impossible for now.
  public Filed file(Item item) throws InterruptedException {
    if (away) {
      return Filed.of(CrawlOutcome.SPOOLED, "");
    }
    Slip slip = new Slip(item);
    queue.put(slip);
    slip.done.await();
    return slip.filed;
  }

  /// Whether Elasticsearch did not answer when it was last asked.
  public boolean away() {
    return away;
  }

  /// Files these now, in this thread, away or not: for what has waited in the journal.
  public List<Filed> fileAll(List<Item> items) throws IOException, InterruptedException {
    return write(items);
  }

  /// Says that Elasticsearch is there and that nothing waits for it any more.
  public void back() {
    if (away) {
      LOG.info("what had waited is filed");
    }
    away = false;
  }

  /// Says that something older is to be filed first.
  public void waiting() {
    away = true;
  }

  /// Says that Elasticsearch did not answer somebody else.
  public void lost(IOException cause) {
    if (!away) {
      LOG.warn("Elasticsearch is away, crawling goes on into the archive: {}", cause.getMessage());
    }
    away = true;
  }

  /// Files what is queued and ends.
  @Override
  public void close() {
    closing = true;
    Joining.join(thread);
  }

  private void run() {
    List<Slip> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        collect(batch);
        if (!batch.isEmpty()) {
          settle(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      batch.forEach(slip -> slip.done.countDown());
    }
  }

  /// Waits for a first finding, then a moment for more, unless none has come for a while.
  private void collect(List<Slip> batch) throws InterruptedException {
    Slip first = queue.poll(LINGER.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    long end = System.nanoTime() + (lone < LONE ? LINGER.toNanos() : 0);
    while (batch.size() < BATCH) {
      Slip next = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    lone = batch.size() == 1 ? lone + 1 : 0;
  }

  private void settle(List<Slip> batch) throws InterruptedException {
    try {
      List<Filed> filed = write(batch.stream().map(slip -> slip.item).toList());
      for (int i = 0; i < filed.size(); i++) {
        batch.get(i).filed = filed.get(i);
      }
    } catch (IOException e) {
      lost(e);
      batch.forEach(slip -> slip.filed = Filed.of(CrawlOutcome.SPOOLED, ""));
    } catch (RuntimeException | VirtualMachineError e) {
      // This thread files for all: it must not end.
      LOG.error("a batch could not be filed", e);
    }
    batch.forEach(slip -> slip.done.countDown());
  }

  private List<Filed> write(List<Item> items) throws IOException, InterruptedException {
    List<Filed> filed = intake.file(items.stream().map(Item::finding).toList());
    List<Filed> written = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      written.add(filed.get(i).with(items.get(i).after().apply(filed.get(i))));
    }
    entries.putAll(written.stream().flatMap(one -> one.entry().stream()).toList());
    return written;
  }
}
