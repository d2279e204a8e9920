package letopis.crawl;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import letopis.crawl.filing.Filing;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;

/// Finds the pages of a source that are due. The search is some seconds behind what was written;
/// where it would mislead us, what was written is made searchable first, which is dear and
/// therefore done in three cases only.
final class DuePages {
  private final EntryStates entries;
  private final Filing filing;
  private final int most;

  /// @param most pages that one search gives
  DuePages(EntryStates entries, Filing filing, int most) {
    this.entries = entries;
    this.filing = filing;
    this.most = most;
  }

  /// What is known of what is due.
  enum Known {
    ALL,
    /// There may be more than one search gives.
    MORE,
    /// Elasticsearch is away.
    UNKNOWN
  }

  /// Adds the pages that are due now to those that are to be visited anyway.
  Known addTo(Map<String, EntryState> todo, SourceState source, Instant now) {
    Instant passed = source.lookedUntil(now).orElse(Instant.EPOCH);
    int before = todo.size();
    try {
      // The turn that looked at the list did not get to its pages; it may have been this moment.
      boolean listedJustNow =
          todo.isEmpty() && source.nextRevisitAt().equals(source.last().map(Poll::at));
      if (listedJustNow) {
        entries.refresh();
      }
      List<String> found = entries.due(source.id(), passed, now, most);
      // The source says that something is due, left by an earlier turn; the search knows of
      // nothing.
      boolean missing = found.isEmpty() && todo.isEmpty() && source.isVisitDue(now);
      if (missing) {
        entries.refresh();
        found = entries.due(source.id(), passed, now, most);
      }
      addStillDue(todo, found, passed, now);
      boolean full = found.size() == most;
      // All that was found has been visited since: the next search would find the same.
      boolean stale = full && todo.size() == before;
      if (stale) {
        entries.refresh();
      }
      return full ? Known.MORE : Known.ALL;
    } catch (IOException e) {
      filing.lost(e);
      return Known.UNKNOWN;
    }
  }

  /// What has been visited since the search saw it is not due any more.
  private void addStillDue(
      Map<String, EntryState> todo, List<String> found, Instant passed, Instant now)
      throws IOException {
    List<String> more = found.stream().filter(id -> !todo.containsKey(id)).toList();
    for (EntryState entry : entries.getAll(more).values()) {
      if (entry.isDue(passed, now)) {
        todo.put(entry.id(), entry);
      }
    }
  }
}
