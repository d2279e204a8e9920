package letopis.crawl;

import java.util.Objects;
import java.util.Optional;

/// What became of one finding.
///
/// @param document id of the document that it is about
/// @param changed title or text are new to the archive
public record Filed(
    CrawlOutcome outcome, String detail, Optional<String> document, boolean changed) {
  public Filed {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(document);
  }

  /// An outcome without a document.
  public static Filed of(CrawlOutcome outcome, String detail) {
    return new Filed(outcome, detail, Optional.empty(), false);
  }
}
