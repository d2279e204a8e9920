package letopis.crawl.look;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import letopis.crawl.filing.Filing;
import letopis.index.Indices;
import letopis.index.state.Coverage;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.index.state.Versioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what looks at sources have found: the entries, the state of the source, the coverage.
/// What cannot be written because Elasticsearch is away is written when it is back, so that no look
/// is taken twice.
public final class LookLedger {
  private static final Logger LOG = LoggerFactory.getLogger(LookLedger.class);

  private final SourceStates states;
  private final EntryStates entries;
  private final Coverage coverage;
  private final Filing filing;

  /// States of sources that were looked at while Elasticsearch was away, by id.
  private final Map<String, Owed> owed = new ConcurrentHashMap<>();

  /// Those that were written since, for turns that go on from what was owed.
  private final Map<String, Versioned<SourceState>> paid = new ConcurrentHashMap<>();

  /// Looks made while Elasticsearch was away; the oldest are kept, the latest are in the span.
  private final Queue<PollJudge.Verdict> unwritten = new ArrayBlockingQueue<>(10_000);

  /// @param changed entries that are to be visited for it
  private record Owed(Versioned<SourceState> state, List<EntryState> changed) {}

  public LookLedger(Indices indices, Filing filing) {
    this.states = new SourceStates(indices);
    this.entries = new EntryStates(indices);
    this.coverage = new Coverage(indices);
    this.filing = filing;
  }

  /// Whether everything is written.
  public boolean settled() {
    return owed.isEmpty();
  }

  /// Whether what is in the index is older than what is known here.
  public boolean isAhead() {
    return !owed.isEmpty() && filing.away();
  }

  /// The states of these sources as they are now: another process may have looked meanwhile.
  public Map<String, Versioned<SourceState>> read(Collection<String> ids) throws IOException {
    settle();
    return states.getAll(ids);
  }

  /// The state of one source, for a turn that begins.
  public Optional<Versioned<SourceState>> begin(String id) throws IOException {
    settle();
    paid.remove(id);
    return Optional.ofNullable(states.getAll(List.of(id)).get(id));
  }

  /// Writes what a look has found.
  ///
  /// @param changed entries to be visited
  /// @return the state, written or owed; empty when another process was quicker
  Optional<Versioned<SourceState>> write(
      Versioned<SourceState> after, PollJudge.Verdict verdict, List<EntryState> changed) {
    try {
      entries.putAll(changed);
      Optional<Versioned<SourceState>> written = put(after);
      if (written.isEmpty()) {
        LOG.info("another crawler has polled {} meanwhile", after.value().id());
        return written;
      }
      recordLate();
      coverage.record(verdict.poll(), verdict.spans());
      return written;
    } catch (IOException e) {
      filing.lost(e);
      unwritten.offer(verdict);
      owed.put(after.value().id(), new Owed(after, changed));
      return Optional.of(after);
    }
  }

  /// Writes a state.
  ///
  /// @return the version now in the index; empty when another process was quicker
  public Optional<Versioned<SourceState>> put(Versioned<SourceState> state) throws IOException {
    String id = state.value().id();
    Versioned<SourceState> over = paid.getOrDefault(id, state);
    Optional<Versioned<SourceState>> written = states.put(over.map(_ -> state.value()));
    owed.remove(id);
    paid.remove(id);
    return written;
  }

  /// Not before what was fetched meanwhile is filed: until then pages would seem not to be visited.
  private void settle() throws IOException {
    if (filing.away()) {
      return;
    }
    for (Owed look : owed.values()) {
      String id = look.state().value().id();
      entries.putAll(unvisited(look));
      Optional<Versioned<SourceState>> written = states.put(look.state());
      if (owed.remove(id, look)) {
        written.ifPresent(version -> paid.put(id, version));
      }
    }
    recordLate();
  }

  /// The entries whose pages were not seen since the look that listed them.
  private List<EntryState> unvisited(Owed look) throws IOException {
    Instant at = look.state().value().cadence().lastPollAt().orElse(Instant.MAX);
    Map<String, EntryState> known =
        entries.getAll(look.changed().stream().map(EntryState::id).toList());
    return look.changed().stream()
        .filter(
            entry ->
                Optional.ofNullable(known.get(entry.id()))
                    .flatMap(EntryState::lastVisitAt)
                    .filter(visit -> !visit.isBefore(at))
                    .isEmpty())
        .toList();
  }

  private void recordLate() throws IOException {
    for (PollJudge.Verdict late = unwritten.poll(); late != null; late = unwritten.poll()) {
      coverage.record(late.poll(), late.spans());
    }
  }
}
