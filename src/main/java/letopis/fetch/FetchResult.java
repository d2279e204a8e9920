package letopis.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
  /// @param movedTo where the address has moved for good: the end of the permanent redirects (301,
  ///     308) that it began with
  record Fetched(
      URI url,
      URI finalUrl,
      List<URI> redirects,
      Instant at,
      Duration took,
      int status,
      Map<String, List<String>> headers,
      byte[] body,
      Exchange exchange,
      Optional<URI> movedTo)
      implements FetchResult {
    /// An answer of an address that has not moved for good.
    public Fetched(
        URI url,
        URI finalUrl,
        List<URI> redirects,
        Instant at,
        Duration took,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        Exchange exchange) {
      this(url, finalUrl, redirects, at, took, status, headers, body, exchange, Optional.empty());
    }

    /// The first value of a header.
    public Optional<String> header(String lowerCaseName) {
      List<String> values = headers.get(lowerCaseName);
      return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// How long the server asks us to stay away (`Retry-After`, RFC 9110 section 10.2.3), at most
    /// [RetryAfter#LONGEST].
    public Optional<Duration> retryAfter() {
      return RetryAfter.of(headers, at.plus(took));
    }
  }

  /// 304: what we have is current.
  ///
  /// @param finalUrl that said so, after redirects
  /// @param at when the request began, our clock
  record NotModified(
      URI url, URI finalUrl, Instant at, Map<String, List<String>> headers, Exchange exchange)
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
    BAD_ENCODING,
    /// Not asked: the host told us to stay away for longer than we wait (429 or 503 with
    /// `Retry-After`); `retryAfter` is what remains of it.
    BACKING_OFF;

    /// As people read it, such as `forbidden-address`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One request and its response as they were on the wire, for the WARC records.
  ///
  /// @param requestHead with its request line and final empty line, in ISO 8859-1; secrets masked
  /// @param responseHead likewise
  /// @param rawBody the body as received: chunked where the head says so, content encoding as sent
  /// @param payload the same without its transfer coding (the same array when there was none): what
  ///     `WARC-Payload-Digest` is of
  /// @param server the address connected to; empty behind a proxy
  record Exchange(
      String requestHead,
      String responseHead,
      byte[] rawBody,
      byte[] payload,
      Optional<String> server) {}
}
