package letopis.watch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import letopis.elasticsearch.Answer;
import letopis.index.Indices;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.search.Arrivals;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.search.Hit;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Filters;
import letopis.search.SourceLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saved searches. Each looks at what the archive wrote since it last looked, and once more at the
/// last minutes before, since what is written is not seen at once; a story that was reported is
/// never reported again, because its result has its id.
public final class Watches {
  /// How far back each check looks again.
  static final Duration OVERLAP = Duration.ofMinutes(10);

  /// After so many attempts a webhook's results are given up: about a day and a half.
  static final int ATTEMPTS = 14;

  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
  private static final int POSTED_AT_ONCE = 100;
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final WatchStore store;
  private final Arrivals arrivals;
  private final SourceLookup sources;
  private final Webhooks webhooks;
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
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\"><channel><title>").append(Export.xml(watch.name()));
    out.append("</title><link>").append(Export.xml(page));
    out.append("</link><description>").append(Export.xml(watch.q()));
    watch.notice().ifPresent(notice -> out.append(" — ").append(Export.xml(notice)));
    out.append("</description>\n");
    for (WatchResult result : results(watch.id(), size)) {
      out.append("<item><title>").append(Export.xml(result.title()));
      out.append("</title><link>").append(Export.xml(result.url()));
      out.append("</link><guid isPermaLink=\"false\">").append(Export.xml(result.id()));
      out.append("</guid><pubDate>").append(Export.rfc1123(Instant.parse(result.foundAt())));
      out.append("</pubDate><description>").append(Export.xml(result.passage()));
      out.append("</description></item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }

  /// Looks for news for every watch, then posts what is to be posted. One broken watch does not
  /// keep the others from it: it gets a notice, and looks at the same stretch again later.
  ///
  /// @return how many stories are new
  public int check() throws IOException, InterruptedException {
    int reported = 0;
    for (Watch watch : store.all()) {
      try {
        reported += check(watch);
      } catch (RuntimeException e) {
        // The rim of one watch: a fault of ours with it must not end the reports of the others.
        LOG.error("watch {} broke", watch.id(), e);
        notice(watch, "It could not be checked, by a mistake on our side; the log has it.");
      }
      try {
        deliver(watch);
      } catch (RuntimeException e) {
        LOG.error("what watch {} found cannot be posted", watch.id(), e);
      }
    }
    return reported;
  }

  private int check(Watch watch) throws IOException {
    Instant now = now();
    Instant from = watch.checkedUntil().minus(OVERLAP);
    Instant start = from.isBefore(watch.createdAt()) ? watch.createdAt() : from;
    return switch (sources.read(watch.q(), ZoneOffset.UTC)) {
      case ParseOutcome.Rejected(List<Fault> faults) -> unreadable(watch, "query", faults);
      case ParseOutcome.Parsed parsed -> {
        List<Fault> faults = new ArrayList<>();
        sources.resolve(watch.filters(), (_, fault) -> faults.add(fault));
        yield faults.isEmpty()
            ? report(watch, request(watch, parsed), start, now)
            : unreadable(watch, "filter", faults);
      }
    };
  }

  private int unreadable(Watch watch, String what, List<Fault> faults) throws IOException {
    notice(
        watch,
        "The "
            + what
            + " cannot be read any more ("
            + faults.getFirst().english()
            + "). Nothing is lost meanwhile.");
    return 0;
  }

  private int report(Watch watch, SearchRequest request, Instant start, Instant now)
      throws IOException {
    int[] reported = {0};
    try {
      arrivals.between(
          request,
          start,
          now,
          page -> reported[0] += store.create(fresh(watch, results(watch, page, now))));
    } catch (Answer.Refused refused) {
      notice(watch, "The search was refused: " + refused.getMessage());
      return reported[0];
    }
    store.checked(watch.id(), now, Optional.empty());
    return reported[0];
  }

  private void notice(Watch watch, String notice) throws IOException {
    if (!watch.notice().equals(Optional.of(notice))) {
      store.checked(watch.id(), watch.checkedUntil(), Optional.of(notice));
    }
  }

  private static SearchRequest request(Watch watch, ParseOutcome.Parsed parsed) {
    return SearchRequest.of(watch.q(), parsed.query()).with(watch.filters());
  }

  /// Without the stories of which a document was reported before, whatever story it was of then: a
  /// story gets another id when an earlier text of it arrives.
  private List<WatchResult> fresh(Watch watch, List<WatchResult> found) throws IOException {
    if (found.isEmpty()) {
      return found;
    }
    Map<String, String> stories =
        new HashMap<>(arrivals.members(found.stream().map(WatchResult::cluster).toList()));
    found.forEach(result -> stories.put(result.document(), result.cluster()));
    Set<String> known = new HashSet<>();
    store.reported(watch.id(), stories.keySet()).forEach(id -> known.add(stories.get(id)));
    return found.stream().filter(result -> !known.contains(result.cluster())).toList();
  }

  /// One result a story: the first of the page.
  private static List<WatchResult> results(Watch watch, List<Arrivals.Arrival> page, Instant now) {
    Map<String, WatchResult> byStory = new LinkedHashMap<>();
    for (Arrivals.Arrival arrival : page) {
      Hit hit = arrival.hit();
      byStory.putIfAbsent(
          arrival.cluster(),
          new WatchResult(
              watch.id() + "." + arrival.cluster(),
              watch.id(),
              hit.id(),
              arrival.cluster(),
              hit.url(),
              hit.title(),
              hit.snippet(),
              hit.source().id(),
              hit.source().name(),
              hit.publishedAt(),
              now.toString(),
              watch.webhook().isPresent() ? "pending" : "none",
              0));
    }
    return new ArrayList<>(byStory.values());
  }

  private void deliver(Watch watch) throws IOException, InterruptedException {
    if (watch.webhook().isEmpty()) {
      return;
    }
    List<WatchResult> pending = store.pending(watch.id(), now(), POSTED_AT_ONCE);
    if (pending.isEmpty()) {
      return;
    }
    boolean taken = webhooks.post(watch, watch.webhook().get(), pending);
    int attempts = pending.stream().mapToInt(WatchResult::attempts).max().orElse(0);
    String delivery = taken ? "done" : attempts + 1 >= ATTEMPTS ? "failed" : "pending";
    store.delivered(pending, delivery, Webhooks.retry(now(), attempts));
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

  /// The signature that a receiver compares with `v1` of the header `Letopis-Signature`.
  ///
  /// @param seconds `t` of the header
  public static String signature(String secret, long seconds, String body) {
    return Webhooks.signature(secret, seconds, body.getBytes(StandardCharsets.UTF_8));
  }
}
