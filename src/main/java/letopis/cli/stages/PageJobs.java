package letopis.cli.stages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.parse.PageInput;
import letopis.parse.page.PageExtractor;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;

/// Reads pages from files or addresses and makes each the line that `extract` prints. May be shared
/// by threads.
final class PageJobs {
  private final PageExtractor extractor = new PageExtractor();
  private final Clock clock;
  private final Optional<Source> source;

  /// @param source whose selectors and zone are used, when one is named
  PageJobs(Clock clock, Optional<Source> source) {
    this.clock = clock;
    this.source = source;
  }

  /// @param name as the caller gave it, for the line
  /// @param captured when the page was saved; now, when that is not known
  ObjectNode file(String name, Path path, Optional<URI> url, Optional<Instant> captured) {
    try {
      if (Files.size(path) > PageExtractor.MAX_BYTES) {
        return error(name, "larger than " + (PageExtractor.MAX_BYTES >> 20) + " MiB");
      }
      byte[] bytes = Files.readAllBytes(path);
      Instant at = captured.orElseGet(clock::instant);
      return extract(
          name,
          new PageInput(
              bytes,
              Optional.empty(),
              url,
              at,
              zone(),
              source.flatMap(Source::extract),
              Optional.empty(),
              Optional.empty()));
    } catch (NoSuchFileException e) {
      return error(name, "no such file");
    } catch (IOException e) {
      return error(name, "cannot be read: " + e.getMessage());
    }
  }

  ObjectNode fetched(String address) throws InterruptedException {
    Optional<URI> uri = uri(address);
    if (uri.isEmpty()) {
      return error(address, "not an address");
    }
    try (HttpFetcher fetcher = new HttpFetcher(CrawlerSettings.DEFAULTS, clock)) {
      return switch (fetcher.fetch(FetchRequest.of(uri.get()).namedByHand())) {
        case FetchResult.Fetched page when page.status() >= 400 ->
            error(address, "HTTP status " + page.status());
        case FetchResult.Fetched page ->
            extract(
                address,
                new PageInput(
                    page.body(),
                    page.header("content-type"),
                    Optional.of(page.finalUrl()),
                    page.at(),
                    zone(),
                    source.flatMap(Source::extract),
                    Optional.empty(),
                    Optional.empty()));
        case FetchResult.NotModified _ -> error(address, "not modified");
        case FetchResult.Disallowed no -> error(address, "forbidden by robots.txt: " + no.rule());
        case FetchResult.Failed failed ->
            error(address, failed.cause().label() + ": " + failed.detail());
      };
    }
  }

  private ObjectNode extract(String name, PageInput page) {
    return PageJson.line(name, page, extractor.extract(page));
  }

  private ZoneId zone() {
    return source.map(Source::zone).orElse(ZoneOffset.UTC);
  }

  static ObjectNode error(String name, String message) {
    return PageJson.error(name, message);
  }

  static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address.strip()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
