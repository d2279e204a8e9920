package letopis.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came back when we asked for one address. Failure is an answer, not an exception.
public sealed interface FetchResult {
  /// The address asked for.
  URI url();

  /// A final answer with a body, whatever its status.
  ///
  /// @param finalUrl after redirects
  /// @param redirects every address passed on the way, the first asked included, the final not
  /// @param at when the request began, our clock
  /// @param headers lower-case names, values in order
  /// @param body decoded from its content encoding; whole, since larger ones are refused
  /// @param exchange the bytes on the wire, for the archive
  record Fetched(
      URI url,
      URI finalUrl,
      List<URI> redirects,
      Instant at,
      Duration took,
      int status,
      Map<String, List<String>> headers,
      byte[] body,
      Exchange exchange)
      implements FetchResult {
    /// The first value of a header.
    public Optional<String> header(String lowerCaseName) {
      List<String> values = headers.get(lowerCaseName);
      return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
  }

  /// 304: what we have is current.
  record NotModified(URI url, Instant at, Map<String, List<String>> headers, Exchange exchange)
      implements FetchResult {}

  /// robots.txt forbids it.
  ///
  /// @param rule the line that does, or why robots.txt could not be had
  record Disallowed(URI url, String rule) implements FetchResult {}

  /// No usable answer.
  ///
  /// @param retryAfter what the server asked, when it did
  record Failed(URI url, Instant at, Cause cause, String detail, Optional<Duration> retryAfter)
      implements FetchResult {}

  /// Why a fetch failed.
  enum Cause {
    /// A private, loopback or link-local address, or a scheme that is not HTTP.
    FORBIDDEN_ADDRESS,
    UNKNOWN_HOST,
    CONNECT,
    TLS,
    TIMEOUT,
    RESET,
    BAD_HTTP,
    TOO_LARGE,
    TOO_MANY_REDIRECTS,
    REDIRECT_LOOP,
    BAD_ENCODING
  }

  /// The request and the response head as sent and received, and the body as received (before the
  /// content encoding was undone), for the WARC records.
  record Exchange(String requestHead, String responseHead, byte[] rawBody) {}
}
