package letopis.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Answer;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.search.Arrivals;
import letopis.search.Hit;
import letopis.search.SearchRequest;
import letopis.search.SourceLookup;
import letopis.search.TooWide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What watches report. Each looks at what the archive wrote since it last looked, and once more at
/// the last minutes before, since what is written is not seen at once; a story that was reported is
/// never reported again, because its result has its id.
final class WatchReports {
  /// How far back each check looks again.
  static final Duration OVERLAP = Duration.ofMinutes(10);

  /// What was found gone longer before it was filed is not reported.
  private static final Duration LONGEST_OUTAGE = Duration.ofDays(7);

  /// After so many attempts a webhook's results are given up: about a day and a half.
  static final int ATTEMPTS = 14;

  private static final Logger LOG = LoggerFactory.getLogger(WatchReports.class);
  private static final int POSTED_AT_ONCE = 100;

  private final WatchStore store;
  private final Arrivals arrivals;
  private final SourceLookup sources;
  private final Webhooks webhooks;
  private final Clock clock;

  WatchReports(
      WatchStore store, Arrivals arrivals, SourceLookup sources, Webhooks webhooks, Clock clock) {
    this.store = store;
    this.arrivals = arrivals;
    this.sources = sources;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /// Looks for news for every watch, then posts what is to be posted. One broken watch does not
  /// keep the others from it: it gets a notice, and looks at the same stretch again later.
  ///
  /// @return how many stories are new
  int check() throws IOException, InterruptedException {
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
    Instant from = watch.checkedUntil().minus(lookedBack(watch, now));
    Instant start = from.isBefore(watch.createdAt()) ? watch.createdAt() : from;
    return switch (sources.read(watch.q(), ZoneOffset.UTC)) {
      case ParseOutcome.Rejected(List<Fault> faults) -> unreadable(watch, "query", faults);
      case ParseOutcome.Parsed parsed -> {
        List<Fault> faults = new ArrayList<>();
        sources.resolve(watch.filters(), (_, fault) -> faults.add(fault));
        yield faults.isEmpty()
            ? report(watch, Watches.request(watch, parsed), start, now)
            : unreadable(watch, "filter", faults);
      }
    };
  }

  /// That a document is gone may be filed long after it was seen, and no more than when it was seen
  /// is known of it: a watch for what is gone looks back farther, once in so long as each looks
  /// back.
  private static Duration lookedBack(Watch watch, Instant now) {
    boolean gone = watch.filters().removed().orElse(false);
    long step = OVERLAP.toSeconds();
    boolean turn = now.getEpochSecond() / step != watch.checkedUntil().getEpochSecond() / step;
    return gone && turn ? LONGEST_OUTAGE : OVERLAP;
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
    } catch (Answer.Refused | TooWide refused) {
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
    Instant now = now();
    store.posted(pending, result -> after(result, taken, now));
  }

  /// Each result has attempts of its own: a new one beside one that is given up has all of them.
  private static WatchStore.Posted after(WatchResult result, boolean taken, Instant now) {
    int attempts = result.attempts() + 1;
    String delivery = taken ? "done" : attempts >= ATTEMPTS ? "failed" : "pending";
    return new WatchStore.Posted(delivery, attempts, Webhooks.retry(now, result.attempts()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
