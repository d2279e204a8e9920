package letopis.watch;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import letopis.index.Indices;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.search.Arrivals;
import letopis.search.DocumentSearch;
import letopis.search.Hit;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Filters;
import letopis.search.SourceLookup;

/// Saved searches: made, listed, deleted, and what they found. [WatchReports] looks for news.
public final class Watches {
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final WatchStore store;
  private final Arrivals arrivals;
  private final SourceLookup sources;
  private final Webhooks webhooks;
  private final WatchReports reports;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /// @param mayBePrivate hosts (lower case) of webhooks that may be on this machine or in a private
  ///     network
  public Watches(
      Indices indices, DocumentSearch search, Clock clock, Predicate<String> mayBePrivate) {
    this.store = new WatchStore(indices);
    this.arrivals = new Arrivals(search);
    this.sources = search.sources();
    this.webhooks = new Webhooks(clock, Webhooks.Names.SYSTEM, mayBePrivate);
    this.clock = Objects.requireNonNull(clock);
    this.reports = new WatchReports(store, arrivals, sources, webhooks, clock);
  }

  /// What creating came to.
  public sealed interface Creation {}

  /// @param watch with its secret, which is shown this once
  public record Created(Watch watch) implements Creation {
    public Created {
      Objects.requireNonNull(watch);
    }
  }

  /// It cannot be saved so.
  public record Refused(List<Mistake> mistakes) implements Creation {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /// One thing that is wrong.
  ///
  /// @param where `query`, a filter such as `filters/not.source`, `webhook`; or empty
  /// @param fault its position counts in a query only
  public record Mistake(String where, Fault fault) {
    public Mistake {
      Objects.requireNonNull(where);
      Objects.requireNonNull(fault);
    }
  }

  /// Saves a search. It reports what arrives from now on.
  public Creation create(String name, String q, Filters filters, Optional<URI> webhook)
      throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    if (sources.read(q, ZoneOffset.UTC) instanceof ParseOutcome.Rejected rejected) {
      rejected.faults().forEach(fault -> mistakes.add(new Mistake("query", fault)));
    }
    Filters known =
        sources.resolve(
            filters, (filter, fault) -> mistakes.add(new Mistake("filters/" + filter, fault)));
    webhook
        .flatMap(webhooks::refusal)
        .ifPresent(fault -> mistakes.add(new Mistake("webhook", fault)));
    if (mistakes.isEmpty() && store.all().size() >= WatchStore.MOST) {
      mistakes.add(
          new Mistake(
              "",
              new Fault(
                  0,
                  0,
                  "there are " + WatchStore.MOST + " watches already; delete one",
                  "наблюдений уже " + WatchStore.MOST + ": удалите лишнее")));
    }
    if (!mistakes.isEmpty()) {
      return new Refused(mistakes);
    }
    Instant now = now();
    Watch watch =
        new Watch(
            random(ID_BYTES),
            name,
            q,
            known,
            webhook.map(address -> new Watch.Webhook(address, random(SECRET_BYTES))),
            now,
            now,
            Optional.empty());
    store.put(watch);
    return new Created(watch);
  }

  /// All watches, the oldest first.
  public List<Watch> list() throws IOException {
    return store.all();
  }

  public Optional<Watch> get(String id) throws IOException {
    return isId(id) ? store.get(id) : Optional.empty();
  }

  /// @return whether there was one
  public boolean delete(String id) throws IOException {
    return isId(id) && store.delete(id);
  }

  /// What a watch reported, the latest first.
  ///
  /// @param size at most so many, 1..1000
  public List<WatchResult> results(String id, int size) throws IOException {
    return store.results(id, size);
  }

  /// What a watch would have reported of documents published in a period. Reports nothing.
  ///
  /// @return the stories; empty too when its query can no longer be read
  public List<Hit> replay(Watch watch, Instant from, Instant to, int size) throws IOException {
    return switch (sources.read(watch.q(), ZoneOffset.UTC)) {
      case ParseOutcome.Parsed parsed -> arrivals.replay(request(watch, parsed), from, to, size);
      case ParseOutcome.Rejected _ -> List.of();
    };
  }

  /// The results of a watch as RSS 2.0.
  ///
  /// @param page the address that shows its search
  public String rss(Watch watch, String page, int size) throws IOException {
    return WatchFeed.rss(watch, page, results(watch.id(), size));
  }

  /// Looks for news for every watch, then posts what is to be posted.
  ///
  /// @return how many stories are new
  public int check() throws IOException, InterruptedException {
    return reports.check();
  }

  static SearchRequest request(Watch watch, ParseOutcome.Parsed parsed) {
    return SearchRequest.of(watch.q(), parsed.query()).with(watch.filters());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String random(int bytes) {
    byte[] chosen = new byte[bytes];
    random.nextBytes(chosen);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(chosen);
  }

  private static boolean isId(String id) {
    return id.matches("[A-Za-z0-9_-]{22}");
  }
}
