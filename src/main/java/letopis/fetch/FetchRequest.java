package letopis.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One address to fetch, and what we know already.
///
/// @param url absolute, `http` or `https`; its fragment is not sent
/// @param etag of the version we have, as the server wrote it
/// @param lastModified of the version we have, as the server wrote it
/// @param headers to send beside our own; dropped when a redirect leaves the host. Values of
///     `Authorization` and `Cookie` never reach the archive
/// @param byHand a person named this address: it may be on loopback or a private network. A
///     redirect from it may not
/// @param obeyRobots ask robots.txt first
public record FetchRequest(
    URI url,
    Optional<String> etag,
    Optional<String> lastModified,
    Map<String, String> headers,
    boolean byHand,
    boolean obeyRobots) {
  public FetchRequest {
    Objects.requireNonNull(url);
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
    headers = Map.copyOf(headers);
  }

  /// A plain, polite request.
  public static FetchRequest of(URI url) {
    return new FetchRequest(url, Optional.empty(), Optional.empty(), Map.of(), false, true);
  }

  /// The same, but answered with 304 when nothing has changed since this version.
  public FetchRequest unlessStill(Optional<String> etag, Optional<String> lastModified) {
    return new FetchRequest(url, etag, lastModified, headers, byHand, obeyRobots);
  }

  /// The same with these headers in place of any given before.
  public FetchRequest with(Map<String, String> headers) {
    return new FetchRequest(url, etag, lastModified, headers, byHand, obeyRobots);
  }

  /// The same, named by a person, so that it may be on a private network.
  public FetchRequest namedByHand() {
    return new FetchRequest(url, etag, lastModified, headers, true, obeyRobots);
  }

  /// The same without asking robots.txt: for interfaces that are meant for programs (an API).
  public FetchRequest withoutRobots() {
    return new FetchRequest(url, etag, lastModified, headers, byHand, false);
  }
}
