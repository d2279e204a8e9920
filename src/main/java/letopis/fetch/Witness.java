package letopis.fetch;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import letopis.fetch.FetchResult.Exchange;

/// Is shown every answer that no caller of a [Fetcher] gets: redirects on the way, robots.txt,
/// bodies that cannot be decoded. Such answers are evidence too: of how an address led to another,
/// and of what a site allowed when.
@FunctionalInterface
public interface Witness {
  /// Keeps nothing: for fetches that are no part of an archive.
  Witness NONE = _ -> {};

  /// Is called before anything is made of the answer, in the thread that fetches.
  ///
  /// @throws UncheckedIOException if it cannot be kept; the fetch ends with it, since what is not
  ///     kept must not be used
  void saw(Passing answer);

  /// What a site answered when it was last asked for its robots.txt with success, perhaps by an
  /// earlier process: it goes on to count while the site cannot be reached (RFC 9309, section 2.4).
  default Optional<RobotsGate.Answer> earlier(URI robotsTxt) {
    return Optional.empty();
  }

  /// One such answer.
  ///
  /// @param url that gave it
  /// @param at when the request began, our clock
  /// @param headers lower-case names, values in order
  /// @param whole false when only its begin was read
  record Passing(
      URI url,
      Instant at,
      int status,
      Map<String, List<String>> headers,
      Exchange exchange,
      boolean whole) {
    public Passing {
      Objects.requireNonNull(url);
      Objects.requireNonNull(at);
      Objects.requireNonNull(headers);
      Objects.requireNonNull(exchange);
    }

    static Passing of(URI url, SingleRequest.Answer answer, boolean whole) {
      ResponseHead head = answer.head();
      return new Passing(url, answer.at(), head.status(), head.headers(), answer.exchange(), whole);
    }
  }
}
