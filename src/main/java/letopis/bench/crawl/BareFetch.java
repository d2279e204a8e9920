package letopis.bench.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult.Disallowed;
import letopis.fetch.FetchResult.Failed;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.fetch.Fetcher;

/// The limit that a crawl is measured against: the same pages through the same client, and nothing
/// made of them.
public final class BareFetch {
  private static final int WORKERS = 64;

  private final Fetcher fetcher;
  private final List<URI> pages;
  private final Map<URI, Validators> validators = new ConcurrentHashMap<>();

  /// @param pages to fetch
  public BareFetch(Fetcher fetcher, List<URI> pages) {
    this.fetcher = fetcher;
    this.pages = List.copyOf(pages);
  }

  private record Validators(Optional<String> etag, Optional<String> lastModified) {}

  /// What became of the pages.
  public record Counts(long fetched, long notModified, long failed) {}

  /// Fetches every page, remembering what to ask with the next time.
  public Counts all() throws InterruptedException {
    return run(page -> FetchRequest.of(page));
  }

  /// Asks for every page whether it has changed.
  public Counts again() throws InterruptedException {
    return run(
        page -> {
          Validators known =
              validators.getOrDefault(page, new Validators(Optional.empty(), Optional.empty()));
          return FetchRequest.of(page).unlessStill(known.etag(), known.lastModified());
        });
  }

  private interface Asking {
    FetchRequest of(URI page);
  }

  private Counts run(Asking asking) throws InterruptedException {
    LongAdder fetched = new LongAdder();
    LongAdder notModified = new LongAdder();
    LongAdder failed = new LongAdder();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> workers = new ArrayList<>();
      for (int w = 0; w < WORKERS; w++) {
        int first = w;
        workers.add(
            () -> {
              // Neighbours in the list are of one host; each worker takes every 64th.
              for (int i = first; i < pages.size(); i += WORKERS) {
                switch (fetcher.fetch(asking.of(pages.get(i)))) {
                  case Fetched page -> {
                    (page.status() == 200 ? fetched : failed).increment();
                    validators.put(
                        page.url(),
                        new Validators(page.header("etag"), page.header("last-modified")));
                  }
                  case NotModified _ -> notModified.increment();
                  case Disallowed _ -> failed.increment();
                  case Failed _ -> failed.increment();
                }
              }
              return null;
            });
      }
      threads.invokeAll(workers);
    }
    return new Counts(fetched.sum(), notModified.sum(), failed.sum());
  }
}
