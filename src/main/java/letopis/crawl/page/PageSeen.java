package letopis.crawl.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import letopis.archive.Capture;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;

/// An answer of a server that is safe in the archive, fresh from the network or read back.
///
/// @param url the address asked for
/// @param finalUrl the one that answered
/// @param redirects the addresses passed on the way, `url` included when there were any
/// @param headers lower-case names
public record PageSeen(
    URI url,
    URI finalUrl,
    List<URI> redirects,
    Instant at,
    int status,
    Map<String, List<String>> headers,
    byte[] body,
    CaptureRef capture) {
  public PageSeen {
    Objects.requireNonNull(url);
    Objects.requireNonNull(finalUrl);
    redirects = List.copyOf(redirects);
    Objects.requireNonNull(at);
    Objects.requireNonNull(headers);
    Objects.requireNonNull(body);
    Objects.requireNonNull(capture);
  }

  /// From the network, once archived.
  public static PageSeen of(Fetched page, CaptureRef capture) {
    return new PageSeen(
        page.url(),
        page.finalUrl(),
        page.redirects(),
        page.at(),
        page.status(),
        page.headers(),
        page.body(),
        capture);
  }

  /// From the archive.
  public static PageSeen of(Capture page, CaptureRef capture) {
    URI answered = URI.create(page.url());
    URI asked = page.requestedAs().map(URI::create).orElse(answered);
    return new PageSeen(
        asked,
        answered,
        asked.equals(answered) ? List.of() : List.of(asked),
        page.at(),
        page.status(),
        page.headers(),
        page.body(),
        capture);
  }

  /// The first value of a header.
  public Optional<String> header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /// What to ask with next time: that of this answer where it brought the page, else what we knew.
  public Validators validators(EntryState before) {
    return status >= 200 && status < 300 ? validators() : before.validators();
  }

  /// What to ask with next time.
  public Validators validators() {
    return new Validators(header("etag"), header("last-modified"), Optional.of(capture));
  }

  /// Whether a request for an article ended at the front page: how many sites say "gone".
  public boolean landedOnFrontPage() {
    return !redirects.isEmpty() && !isFrontPage(url) && isFrontPage(finalUrl);
  }

  private static boolean isFrontPage(URI address) {
    String path = address.getRawPath();
    return (path == null || path.isEmpty() || path.equals("/")) && address.getRawQuery() == null;
  }
}
