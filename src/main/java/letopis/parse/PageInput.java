package letopis.parse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import letopis.sources.Source;

/// A saved page and what is known about it from outside.
///
/// @param bytes as received, after the content encoding was undone
/// @param contentType the `Content-Type` header, when there was one
/// @param url the address it was saved from, after redirects
/// @param capturedAt when it was saved; relative dates ("вчера") are counted from here and later
///     dates are refused
/// @param zone the zone in which the site writes local times
/// @param selectors of the site, from configuration
/// @param memory of the site, when other pages of it are known
/// @param listed what a feed or listing said of this page before it was read
public record PageInput(
    byte[] bytes,
    Optional<String> contentType,
    Optional<URI> url,
    Instant capturedAt,
    ZoneId zone,
    Optional<Source.Selectors> selectors,
    Optional<SiteMemory> memory,
    Optional<Entry> listed) {
  public PageInput {
    Objects.requireNonNull(bytes);
    Objects.requireNonNull(contentType);
    Objects.requireNonNull(url);
    Objects.requireNonNull(capturedAt);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(selectors);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(listed);
  }

  /// A page about which nothing but its address and time is known; local times are read as UTC.
  public static PageInput of(byte[] bytes, Optional<URI> url, Instant capturedAt) {
    return new PageInput(
        bytes,
        Optional.empty(),
        url,
        capturedAt,
        ZoneOffset.UTC,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A page that is already text.
  public static PageInput of(String html, Optional<URI> url, Instant capturedAt) {
    return of(html.getBytes(StandardCharsets.UTF_8), url, capturedAt)
        .withContentType("text/html; charset=utf-8");
  }

  public PageInput withContentType(String value) {
    return new PageInput(
        bytes, Optional.of(value), url, capturedAt, zone, selectors, memory, listed);
  }

  public PageInput withZone(ZoneId value) {
    return new PageInput(bytes, contentType, url, capturedAt, value, selectors, memory, listed);
  }

  public PageInput withSelectors(Source.Selectors value) {
    return new PageInput(
        bytes, contentType, url, capturedAt, zone, Optional.of(value), memory, listed);
  }

  public PageInput withMemory(SiteMemory value) {
    return new PageInput(
        bytes, contentType, url, capturedAt, zone, selectors, Optional.of(value), listed);
  }

  public PageInput withListed(Entry value) {
    return new PageInput(
        bytes, contentType, url, capturedAt, zone, selectors, memory, Optional.of(value));
  }
}
