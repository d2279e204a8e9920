package letopis.parse;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/// The bytes of a feed, listing, sitemap, channel page or API answer, with what its parsing
/// depends on.
///
/// @param body decoded from its content encoding
/// @param contentType the header as sent
/// @param url where it came from, after redirects: relative links are resolved against it
/// @param at when it was fetched: «сегодня в 10:30» is relative to it
/// @param zone of times written without an offset
public record FeedInput(
    byte[] body, Optional<String> contentType, URI url, Instant at, ZoneId zone) {
  public FeedInput {
    Objects.requireNonNull(body);
    Objects.requireNonNull(contentType);
    Objects.requireNonNull(url);
    Objects.requireNonNull(at);
    Objects.requireNonNull(zone);
  }
}
