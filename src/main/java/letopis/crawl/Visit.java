package letopis.crawl;

import java.util.Objects;

/// One address that the crawler took up, and how that ended.
///
/// @param detail the cause of a failure, the rule of robots.txt, the reason of a refusal; may be
///     empty. For [CrawlOutcome#FETCH_FAILED] one word: `timeout`, `http_503`
public record Visit(String source, String url, CrawlOutcome outcome, String detail) {
  public Visit {
    Objects.requireNonNull(source);
    Objects.requireNonNull(url);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
  }
}
