package letopis.crawl.look;

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
import java.util.Set;
import letopis.crawl.filing.Filing;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.visit.CrawlParts;
import letopis.crawl.visit.PageVisits;
import letopis.index.documents.ClosedAddresses;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.index.state.Versioned;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A look at what a source lists: the verdict on it, its posts filed, those that are gone noted,
/// and the pages to be visited.
public final class SourceLook {
  private static final Logger LOG = LoggerFactory.getLogger(SourceLook.class);

  private final SourceFetch fetch;
  private final PollJudge judge;
  private final PageVisits visits;
  private final Filing filing;
  private final LookLedger ledger;
  private final EntryStates entries;
  private final ClosedAddresses closedAddresses;
  private final CrawlReport report;
  private final Clock clock;

  public SourceLook(CrawlParts parts, PageVisits visits, Filing filing, LookLedger ledger) {
    PollSchedule schedule = new PollSchedule(parts.settings().schedule());
    this.fetch = new SourceFetch(parts, schedule);
    this.judge = new PollJudge(schedule);
    this.visits = visits;
    this.filing = filing;
    this.ledger = ledger;
    this.entries = new EntryStates(parts.indices());
    this.closedAddresses = new ClosedAddresses(parts.indices());
    this.report = parts.report();
    this.clock = parts.clock();
  }

  /// Posts that are due now. While a channel cannot be read they wait for the next look at it.
  public DuePosts duePosts(Source source, SourceState state, boolean look, Instant now) {
    if (!look && (state.cadence().failures() > 0 || !state.isVisitDue(now))) {
      return DuePosts.NONE;
    }
    try {
      return DuePosts.of(source, state, entries, now);
    } catch (IOException e) {
      filing.lost(e);
      return DuePosts.NONE;
    }
  }

  /// Plans more looks at posts of which none is planned any more.
  ///
  /// @return those posts
  private List<EntryState> plan(List<EntryState> unmodified) {
    Instant now = now();
    List<EntryState> planned =
        unmodified.stream()
            .filter(post -> !visits.goesOn(post, now))
            .map(post -> visits.unmodified(post, now))
            .toList();
    try {
      entries.putAll(planned);
      return planned;
    } catch (IOException e) {
      filing.lost(e);
      return List.of();
    }
  }

  /// What a look at a list gave.
  ///
  /// @param state empty when another process was quicker to write what it saw
  /// @param unmodified the posts that were due and are as they were
  /// @param written posts as they were written in this look, in order
  public record Look(
      Optional<Versioned<SourceState>> state,
      List<EntryState> unmodified,
      List<EntryState> written) {}

  /// Looks at the list.
  ///
  /// @param due posts that it is to show
  /// @param todo takes the pages that are new or listed with other words
  public Look look(
      Source source,
      Versioned<SourceState> before,
      DuePosts due,
      boolean all,
      Map<String, EntryState> todo)
      throws InterruptedException {
    Listing listing = listing(source, before.value(), due);
    Sorted sorted = sort(source, before.value(), listing, all);
    PollJudge.Verdict verdict = judge.judge(source, before.value(), listing, sorted.fresh());
    report.countPoll(source.id(), verdict.poll().outcome());
    List<EntryState> written = new ArrayList<>();
    Set<String> changed = filePosts(source, sorted, verdict, written);
    Missing absent = new Missing(new HashSet<>(), written);
    Map<String, String> missing = vanished(source, before.value(), listing, sorted, due, absent);
    open(sorted.pages(verdict)).forEach(state -> todo.put(state.id(), state));
    List<EntryState> pages = List.copyOf(todo.values());
    if (all) {
      addListed(before.value(), sorted, todo);
    }
    SourceState after = verdict.state(sorted.listed(missing), !todo.isEmpty());
    List<EntryState> unmodified =
        listing.result() == Listing.Result.OK ? due.without(changed, absent.gone()) : List.of();
    written.addAll(plan(unmodified));
    return new Look(ledger.write(before.map(_ -> after), verdict, pages), unmodified, written);
  }

  private Listing listing(Source source, SourceState state, DuePosts due)
      throws InterruptedException {
    try {
      return fetch.look(source, state, due);
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      LOG.error("the look at {} broke", source.id(), e);
      return Listing.broken(now(), String.valueOf(e));
    }
  }

  private Sorted sort(Source source, SourceState state, Listing listing, boolean all) {
    Sorted sorted = new Sorted(source, state, listing);
    try {
      sorted.lookUp(entries, all);
    } catch (IOException e) {
      filing.lost(e);
    }
    return sorted;
  }

  /// @param written takes what was written of them
  /// @return the ids of the posts that are new or changed
  private Set<String> filePosts(
      Source source, Sorted sorted, PollJudge.Verdict verdict, List<EntryState> written)
      throws InterruptedException {
    Set<String> filed = new HashSet<>();
    for (PageVisits.Post post : sorted.posts(verdict)) {
      visits.post(source, post).entry().ifPresent(written::add);
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

  /// Takes the posts that are missing.
  ///
  /// @param gone the ids of all of them
  /// @param written what was written of them
  private record Missing(Set<String> gone, List<EntryState> written) {}

  /// Posts of a channel that were listed and are not any more, though their neighbours are.
  ///
  /// @param absent takes them
  /// @return what the next look is to compare with
  private Map<String, String> vanished(
      Source source,
      SourceState before,
      Listing listing,
      Sorted sorted,
      DuePosts due,
      Missing absent)
      throws InterruptedException {
    Map<String, String> missing = new LinkedHashMap<>();
    try {
      for (EntryState state : Vanished.of(source, before, listing, entries, due)) {
        absent.gone().add(state.id());
        boolean first = state.goneSince().isEmpty();
        visits.missing(source, state, listing.at()).entry().ifPresent(absent.written()::add);
        if (first) {
          missing.put(state.id(), Sorted.MISSING);
        }
      }
    } catch (IOException e) {
      filing.lost(e);
      sorted.missed(before).forEach(id -> missing.put(id, before.listed().get(id)));
      // Which of them are gone is not known: none counts as seen.
      absent.gone().addAll(due.posts().keySet());
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

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
