package letopis.crawl.filing;

import java.util.Objects;
import java.util.Optional;
import letopis.crawl.report.CrawlOutcome;
import letopis.index.state.EntryState;

/// What became of one finding.
///
/// @param document id of the document that it is about
/// @param changed title or text are new to the archive
/// @param entry what was written of its entry with it
public record Filed(
    CrawlOutcome outcome,
    String detail,
    Optional<String> document,
    boolean changed,
    Optional<EntryState> entry) {
  public Filed {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(document);
    Objects.requireNonNull(entry);
  }

  /// An outcome of which nothing is written of an entry.
  public Filed(CrawlOutcome outcome, String detail, Optional<String> document, boolean changed) {
    this(outcome, detail, document, changed, Optional.empty());
  }

  /// The same with what was written of its entry.
  Filed with(Optional<EntryState> written) {
    return new Filed(outcome, detail, document, changed, written);
  }

  /// An outcome without a document.
  public static Filed of(CrawlOutcome outcome, String detail) {
    return new Filed(outcome, detail, Optional.empty(), false);
  }
}
