package letopis.crawl.report;

import java.util.Objects;
import java.util.Optional;
import letopis.index.state.EntryState;

/// One address that the crawler took up, and how that ended.
///
/// @param detail the cause of a failure, the rule of robots.txt, the reason of a refusal; may be
///     empty. For [CrawlOutcome#FETCH_FAILED] one word: `timeout`, `http_503`
/// @param entry what was written of its entry
public record Visit(
    String source, String url, CrawlOutcome outcome, String detail, Optional<EntryState> entry) {
  public Visit {
    Objects.requireNonNull(source);
    Objects.requireNonNull(url);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(entry);
  }
}
