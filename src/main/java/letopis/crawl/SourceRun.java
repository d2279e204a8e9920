package letopis.crawl;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import letopis.crawl.filing.Filing;
import letopis.crawl.look.DuePosts;
import letopis.crawl.look.LookLedger;
import letopis.crawl.look.PollJudge;
import letopis.crawl.look.SourceLook;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.Visit;
import letopis.crawl.visit.CrawlParts;
import letopis.crawl.visit.PageVisits;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.index.state.Versioned;
import letopis.sources.Source;

/// One turn of one source: a look at its list when one is due, then visits to pages that are new,
/// changed or due again. What is to be visited is in the index before the first visit, so that a
/// turn that ends half way is gone on with.
final class SourceRun {
  /// Pages visited in one turn; the rest waits for the next, so that the list is looked at in time.
  static final int MOST_PAGES = 200;

  private final SourceLook looks;
  private final PageVisits visits;
  private final Filing filing;
  private final LookLedger ledger;
  private final EntryStates entries;
  private final DuePages duePages;
  private final CrawlParts parts;
  private final Clock clock;

  SourceRun(CrawlParts parts, PageVisits visits, Filing filing, LookLedger ledger) {
    this.parts = parts;
    this.visits = visits;
    this.filing = filing;
    this.clock = parts.clock();
    this.looks = new SourceLook(parts, visits, filing, ledger);
    this.ledger = ledger;
    this.entries = new EntryStates(parts.indices());
    this.duePages = new DuePages(entries, filing, MOST_PAGES);
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
    List<EntryState> written = List.of();
    // Before the search: what falls due while it is asked is not among its answers.
    Instant begin = now();
    DuePosts posts = looks.duePosts(source, before.value(), turn.look(), begin);
    if (turn.look() || !posts.isEmpty()) {
      SourceLook.Look look = looks.look(source, before, posts, turn.all(), todo);
      if (look.state().isEmpty()) {
        return new Left(before, false);
      }
      state = look.state().get();
      written = look.written();
      if (DuePosts.isChannel(source.access())) {
        Looked looked = new Looked(List.of(), look.unmodified(), look.written());
        return new Left(finish(source, state, looked, new End(begin, posts.all(), false)), false);
      }
    }
    if (DuePosts.isChannel(source.access())) {
      // The search was behind: what seemed to be due has been seen.
      Looked nothing = new Looked(List.of(), List.of(), List.of());
      return new Left(finish(source, state, nothing, new End(begin, true, false)), false);
    }
    Instant visitsBegin = now();
    // If not, nothing is but what the list shows now, as far as we know; the turn's end asks again.
    boolean someDue = before.value().isVisitDue(visitsBegin);
    DuePages.Known due =
        someDue ? duePages.addTo(todo, state.value(), visitsBegin) : DuePages.Known.ALL;
    List<EntryState> now =
        todo.values().stream().limit(turn.all() ? Long.MAX_VALUE : MOST_PAGES).toList();
    Trust trust = new Trust(!state.value().health().lies(), turn.goOn());
    Looked looked = visit(source, now, trust).with(written);
    boolean more = due == DuePages.Known.MORE || todo.size() > looked.visits().size();
    End end = new End(visitsBegin, due == DuePages.Known.ALL && !more, more);
    return new Left(finish(source, state, someDue ? looked : looked.beforeTime(), end), more);
  }

  /// What came of visits.
  ///
  /// @param unmodified the entries whose pages were found so: most of them are not written yet
  /// @param written entries as they were written in this turn
  private record Looked(List<Visit> visits, List<EntryState> unmodified, List<EntryState> written) {
    Looked with(List<EntryState> more) {
      return new Looked(
          visits, unmodified, Stream.concat(written.stream(), more.stream()).toList());
    }

    /// The same when no look was due: those that are planned are still to come.
    Looked beforeTime() {
      return new Looked(visits, List.of(), written);
    }
  }

  /// How a turn ends.
  ///
  /// @param begin what was due then was taken up
  /// @param all of it was visited
  /// @param more pages are waiting
  private record End(Instant begin, boolean all, boolean more) {}

  /// The state of a source of which nothing is known.
  static SourceState fresh(Source source, CrawlParts parts) {
    return SourceState.fresh(
        source.id(),
        source.name(),
        source.kind().label(),
        true,
        parts.settings().schedule().first());
  }

  /// Up to when the looks at pages are done.
  ///
  /// @param written entries that had to be written for it
  private record Passed(Optional<Instant> until, List<EntryState> written) {}

  /// Up to when the looks at pages are done. One time of the source stands for all its pages that
  /// were found unmodified; where some that were due have not been visited, each is written.
  private Passed passed(SourceState state, Looked looked, End end) throws IOException {
    Instant now = now();
    if (looked.unmodified().isEmpty()) {
      return new Passed(state.lookedUntil(now), List.of());
    }
    boolean written =
        looked.visits().stream()
            .map(Visit::outcome)
            .noneMatch(how -> how == CrawlOutcome.SPOOLED || how == CrawlOutcome.BROKEN);
    if (end.all() && written) {
      return new Passed(Optional.of(end.begin()), List.of());
    }
    List<EntryState> each =
        looked.unmodified().stream().map(entry -> visits.unmodified(entry, now)).toList();
    entries.putAll(each);
    return new Passed(state.lookedUntil(now), each);
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
    List<EntryState> written = done.stream().flatMap(visit -> visit.entry().stream()).toList();
    return new Looked(List.copyOf(done), List.copyOf(unmodified), written);
  }

  private int parallel(Source source) {
    return parts
        .settings()
        .host(String.valueOf(source.access().address().getHost()))
        .parallel()
        .orElse(parts.settings().politeness().parallel());
  }

  private Instant soonest(Source source, SourceState state, End end) {
    Instant soonest = now().plusSeconds(end.more() ? 0 : 10);
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
      Passed passed = passed(state.value(), looked, end);
      Optional<Instant> until = passed.until();
      Optional<Instant> next =
          entries.nextVisit(
              source.id(), until.orElse(Instant.EPOCH), looked.with(passed.written()).written());
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
