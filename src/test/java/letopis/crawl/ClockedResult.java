package letopis.crawl;

import java.time.Instant;
import letopis.fetch.FetchResult;

/// Answers with the time of a test's clock.
final class ClockedResult {
  private ClockedResult() {}

  static FetchResult at(Instant at, FetchResult result) {
    return switch (result) {
      case FetchResult.Fetched f ->
          new FetchResult.Fetched(
              f.url(),
              f.finalUrl(),
              f.redirects(),
              at,
              f.took(),
              f.status(),
              f.headers(),
              f.body(),
              f.exchange());
      case FetchResult.NotModified n ->
          new FetchResult.NotModified(n.url(), n.finalUrl(), at, n.headers(), n.exchange());
      case FetchResult.Disallowed no -> no;
      case FetchResult.Failed f ->
          new FetchResult.Failed(f.url(), at, f.cause(), f.detail(), f.retryAfter());
    };
  }
}
