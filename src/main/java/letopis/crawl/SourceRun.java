package letopis.crawl;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import letopis.index.Cadence;
import letopis.index.ClosedAddresses;
import letopis.index.EntryState;
import letopis.index.EntryStates;
import letopis.index.Health;
import letopis.index.Poll;
import letopis.index.SourceState;
import letopis.index.Validators;
import letopis.index.Versioned;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn of one source: a look at its list when one is due, then visits to pages that are new,
/// changed or due again. What is to be visited is in the index before the first visit, so that a
/// turn that ends half way is gone on with.
final class SourceRun {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRun.class);

  /// Pages visited in one turn; the rest waits for the next, so that the list is looked at in time.
  static final int MOST_PAGES = 200;

  private final SourceFetch fetch;
  private final PollJudge judge;
  private final PageVisits visits;
  private final Filing filing;
  private final LookLedger ledger;
  private final EntryStates entries;
  private final ClosedAddresses closedAddresses;
  private final CrawlParts parts;
  private final Clock clock;

  SourceRun(CrawlParts parts, PageVisits visits, Filing filing, LookLedger ledger) {
    PollSchedule schedule = new PollSchedule(parts.settings().schedule());
    this.parts = parts;
    this.visits = visits;
    this.filing = filing;
    this.clock = parts.clock();
    this.fetch = new SourceFetch(parts, schedule);
    this.judge = new PollJudge(schedule);
    this.ledger = ledger;
    this.entries = new EntryStates(parts.indices());
    this.closedAddresses = new ClosedAddresses(parts.indices());
  }

  /// What a turn is to do.
  ///
  /// @param look at the list, too
  /// @param all visit every listed page, known or not
  /// @param goOn false when the turn is to end early
  record Turn(boolean look, boolean all, BooleanSupplier goOn) {}

  /// What a turn left.
  ///
  /// @param more pages are waiting that could not all be visited
  record Left(Versioned<SourceState> state, boolean more) {}

  /// Takes one turn.
  Left run(Source source, Versioned<SourceState> before, Turn turn) throws InterruptedException {
    Map<String, EntryState> todo = new LinkedHashMap<>();
    Versioned<SourceState> state = before;
    DuePosts posts = duePosts(source, before.value(), turn);
    if (turn.look() || !posts.isEmpty()) {
      Instant begin = now();
      Look look = look(source, before, posts, turn, todo);
      if (look.state().isEmpty()) {
        return new Left(before, false);
      }
      state = look.state().get();
      if (DuePosts.isChannel(source.access())) {
        plan(look.unmodified());
        Looked looked = new Looked(List.of(), look.unmodified());
        return new Left(finish(source, state, looked, new End(begin, posts.all(), false)), false);
      }
    }
    if (DuePosts.isChannel(source.access())) {
      return new Left(before, false);
    }
    Instant begin = now();
    Due due = addDue(state.value(), begin, todo);
    List<EntryState> now =
        todo.values().stream().limit(turn.all() ? Long.MAX_VALUE : MOST_PAGES).toList();
    Looked looked = visit(source, now, new Trust(!state.value().health().lies(), turn.goOn()));
    boolean more = due == Due.MORE || todo.size() > looked.visits().size();
    End end = new End(begin, due == Due.ALL && !more, more);
    return new Left(finish(source, state, looked, end), more);
  }

  /// What is known of what is due.
  private enum Due {
    ALL,
    /// There may be more than one search gives.
    MORE,
    /// Elasticsearch is away.
    UNKNOWN
  }

  /// What came of visits.
  ///
  /// @param unmodified the entries whose pages were found so: most of them are not written yet
  private record Looked(List<Visit> visits, List<EntryState> unmodified) {}

  /// How a turn ends.
  ///
  /// @param begin what was due then was taken up
  /// @param all of it was visited
  /// @param more pages are waiting
  private record End(Instant begin, boolean all, boolean more) {}

  /// The state of a source of which nothing is known.
  static SourceState fresh(Source source, CrawlParts parts) {
    return new SourceState(
        source.id(),
        source.name(),
        source.kind().label(),
        true,
        Validators.NONE,
        Cadence.fresh(parts.settings().schedule().first()),
        Health.UNKNOWN,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Posts that are due. While a channel cannot be read they wait for the next look at it.
  private DuePosts duePosts(Source source, SourceState state, Turn turn) {
    if (!turn.look() && (state.cadence().failures() > 0 || !state.isVisitDue(now()))) {
      return DuePosts.NONE;
    }
    try {
      return DuePosts.of(source, state, entries, now());
    } catch (IOException e) {
      filing.lost(e);
      return DuePosts.NONE;
    }
  }

  /// Plans more looks at posts of which none is planned any more.
  private void plan(List<EntryState> unmodified) {
    Instant now = now();
    try {
      entries.putAll(
          unmodified.stream()
              .filter(post -> !visits.goesOn(post, now))
              .map(post -> visits.unmodified(post, now))
              .toList());
    } catch (IOException e) {
      filing.lost(e);
    }
  }

  /// What a look at a list gave.
  ///
  /// @param state empty when another process was quicker to write what it saw
  /// @param unmodified the posts that were due and are as they were
  private record Look(Optional<Versioned<SourceState>> state, List<EntryState> unmodified) {}

  /// Looks at the list.
  private Look look(
      Source source,
      Versioned<SourceState> before,
      DuePosts due,
      Turn turn,
      Map<String, EntryState> todo)
      throws InterruptedException {
    Listing listing = listing(source, before.value(), due);
    Sorted sorted = sort(source, before.value(), listing);
    PollJudge.Verdict verdict = judge.judge(source, before.value(), listing, sorted.fresh());
    parts.report().countPoll(source.id(), verdict.poll().outcome());
    Set<String> changed = filePosts(source, sorted, verdict);
    Set<String> gone = new HashSet<>();
    Map<String, String> missing = vanished(source, before.value(), listing, sorted, due, gone);
    open(sorted.pages(verdict)).forEach(state -> todo.put(state.id(), state));
    List<EntryState> pages = List.copyOf(todo.values());
    if (turn.all()) {
      addListed(before.value(), sorted, todo);
    }
    SourceState after = verdict.state(sorted.listed(missing), !todo.isEmpty());
    return new Look(
        ledger.write(before.map(_ -> after), verdict, pages),
        listing.result() == Listing.Result.OK ? due.without(changed, gone) : List.of());
  }

  private Listing listing(Source source, SourceState state, DuePosts due)
      throws InterruptedException {
    try {
      return fetch.look(source, state, due);
    } catch (IOException | RuntimeException e) {
      LOG.error("the look at {} broke", source.id(), e);
      return Listing.broken(clock.instant().truncatedTo(ChronoUnit.MILLIS), String.valueOf(e));
    }
  }

  private Sorted sort(Source source, SourceState state, Listing listing) {
    Sorted sorted = new Sorted(source, state, listing);
    try {
      sorted.lookUp(entries);
    } catch (IOException e) {
      filing.lost(e);
    }
    return sorted;
  }

  /// @return the ids of the posts that are new or changed
  private Set<String> filePosts(Source source, Sorted sorted, PollJudge.Verdict verdict)
      throws InterruptedException {
    Set<String> filed = new HashSet<>();
    for (Sorted.Post post : sorted.posts(verdict)) {
      visits.post(source, post);
      filed.add(post.state().id());
    }
    return filed;
  }

  /// Leaves out new pages whose addresses were taken down: they are neither remembered nor fetched.
  private List<EntryState> open(List<EntryState> pages) {
    List<String> fresh =
        pages.stream().filter(state -> state.lastVisitAt().isEmpty()).map(EntryState::id).toList();
    try {
      Set<String> closed = closedAddresses.among(fresh);
      return pages.stream().filter(state -> !closed.contains(state.id())).toList();
    } catch (IOException e) {
      filing.lost(e);
      return pages;
    }
  }

  /// Posts of a channel that were listed and are not any more, though their neighbours are.
  ///
  /// @param gone takes the ids of all of them
  /// @return what the next look is to compare with
  private Map<String, String> vanished(
      Source source,
      SourceState before,
      Listing listing,
      Sorted sorted,
      DuePosts due,
      Set<String> gone)
      throws InterruptedException {
    Map<String, String> missing = new LinkedHashMap<>();
    try {
      for (EntryState state : Vanished.of(source, before, listing, entries, due)) {
        gone.add(state.id());
        boolean first = state.goneSince().isEmpty();
        visits.missing(source, state, listing.at());
        if (first) {
          missing.put(state.id(), Sorted.MISSING);
        }
      }
    } catch (IOException e) {
      filing.lost(e);
      sorted.missed(before).forEach(id -> missing.put(id, before.listed().get(id)));
    }
    return missing;
  }

  /// Every page that is listed, whether or not it is due.
  private void addListed(SourceState before, Sorted sorted, Map<String, EntryState> todo) {
    sorted.known().forEach(todo::putIfAbsent);
    try {
      entries.getAll(sorted.missed(before)).forEach(todo::putIfAbsent);
    } catch (IOException e) {
      filing.lost(e);
    }
  }

  /// Adds what is due.
  private Due addDue(SourceState source, Instant now, Map<String, EntryState> todo) {
    int before = todo.size();
    Instant passed = source.lookedUntil().orElse(Instant.EPOCH);
    try {
      if (todo.isEmpty() && source.nextRevisitAt().equals(source.last().map(Poll::at))) {
        // The turn that looked did not get to its pages; it may have been this moment.
        entries.refresh();
      }
      List<String> ids = entries.due(source.id(), passed, now, MOST_PAGES);
      if (ids.isEmpty() && todo.isEmpty() && source.isVisitDue(now)) {
        // What an earlier turn left is not in the search yet.
        entries.refresh();
        ids = entries.due(source.id(), passed, now, MOST_PAGES);
      }
      List<String> more = ids.stream().filter(id -> !todo.containsKey(id)).toList();
      // The search is some seconds behind; what has been visited since is not due any more.
      for (EntryState entry : entries.getAll(more).values()) {
        if (entry.isDue(passed, now)) {
          todo.put(entry.id(), entry);
        }
      }
      boolean full = ids.size() == MOST_PAGES;
      if (full && todo.size() == before) {
        entries.refresh();
      }
      return full ? Due.MORE : Due.ALL;
    } catch (IOException e) {
      filing.lost(e);
      return Due.UNKNOWN;
    }
  }

  /// Up to when the looks at pages are done. One time of the source stands for all its pages that
  /// were found unmodified; where some that were due have not been visited, each is written.
  private Optional<Instant> passed(SourceState state, Looked looked, End end) throws IOException {
    if (looked.unmodified().isEmpty()) {
      return state.lookedUntil();
    }
    boolean written =
        looked.visits().stream()
            .map(Visit::outcome)
            .noneMatch(how -> how == CrawlOutcome.SPOOLED || how == CrawlOutcome.BROKEN);
    Instant now = now();
    if (end.all() && written) {
      return Optional.of(end.begin());
    }
    entries.putAll(
        looked.unmodified().stream().map(entry -> visits.unmodified(entry, now)).toList());
    return state.lookedUntil();
  }

  private record Trust(boolean validators, BooleanSupplier goOn) {}

  /// Visits pages with as many threads as the host may be asked at a time.
  private Looked visit(Source source, List<EntryState> todo, Trust trust)
      throws InterruptedException {
    Queue<EntryState> queue = new ConcurrentLinkedQueue<>(todo);
    Queue<Visit> done = new ConcurrentLinkedQueue<>();
    Queue<EntryState> unmodified = new ConcurrentLinkedQueue<>();
    int workers = Math.min(parallel(source), todo.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(
            threads.submit(
                () -> {
                  EntryState next = queue.poll();
                  while (next != null && trust.goOn().getAsBoolean()) {
                    Visit visit = visits.page(source, next, trust.validators());
                    done.add(visit);
                    if (visit.outcome() == CrawlOutcome.NOT_MODIFIED) {
                      unmodified.add(next);
                    }
                    next = queue.poll();
                  }
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a visit let an exception through", e);
    }
    return new Looked(List.copyOf(done), List.copyOf(unmodified));
  }

  private int parallel(Source source) {
    return parts
        .settings()
        .host(String.valueOf(source.access().address().getHost()))
        .parallel()
        .orElse(parts.settings().politeness().parallel());
  }

  private Instant soonest(Source source, SourceState state, End end) {
    Instant soonest = clock.instant().plusSeconds(end.more() ? 0 : 10);
    Instant again = state.cadence().nextPollAt();
    boolean failing = state.cadence().failures() > 0 && DuePosts.isChannel(source.access());
    return failing && again.isAfter(soonest) ? again : soonest;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Notes how the pages were, and when the next is due.
  private Versioned<SourceState> finish(
      Source source, Versioned<SourceState> state, Looked looked, End end)
      throws InterruptedException {
    try {
      Optional<Instant> until = passed(state.value(), looked, end);
      Optional<Instant> next = entries.nextVisit(source.id(), until.orElse(Instant.EPOCH));
      Instant soonest = soonest(source, state.value(), end);
      Optional<Instant> revisit = next.map(at -> at.isBefore(soonest) ? soonest : at);
      if (end.more()) {
        revisit = Optional.of(soonest);
      }
      SourceState after = PollJudge.afterPages(state.value(), looked.visits(), revisit, until);
      if (after.equals(state.value())) {
        return state;
      }
      return ledger.put(state.map(_ -> after)).orElse(state);
    } catch (IOException e) {
      filing.lost(e);
      return state;
    }
  }
}
