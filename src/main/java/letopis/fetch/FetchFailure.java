package letopis.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Ends one exchange inside this package; [HttpFetcher] turns it into [FetchResult.Failed].
final class FetchFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final FetchResult.Cause reason;
  private final transient Optional<Duration> retryAfter;

  FetchFailure(FetchResult.Cause reason, String detail) {
    this(reason, detail, Optional.empty());
  }

  FetchFailure(FetchResult.Cause reason, String detail, Optional<Duration> retryAfter) {
    super(detail);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  FetchResult.Cause reason() {
    return reason;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
