package letopis.cli.stages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.source.SourceReader;
import letopis.sources.CrawlerSettings;

/// Reads feeds from files or addresses and makes each the lines that `feed` prints. May be shared
/// by threads.
final class FeedJobs {
  private static final long MAX_BYTES = 64L << 20;
  private static final URI UNKNOWN = URI.create("file:///");

  private final SourceReader reader = new SourceReader(CrawlerSettings.DEFAULTS.limits().entries());
  private final Clock clock;
  private final ZoneId zone;
  private final Optional<URI> base;

  /// @param base the address of files, when it is known
  FeedJobs(Clock clock, ZoneId zone, Optional<URI> base) {
    this.clock = clock;
    this.zone = zone;
    this.base = base;
  }

  /// What is printed for one input.
  ///
  /// @param notes for people: what was mended or left out
  record Lines(List<ObjectNode> lines, List<String> notes, boolean refused) {
    static Lines refused(String name, String reason) {
      return new Lines(List.of(EntryJson.error(name, reason)), List.of(), true);
    }
  }

  Lines read(String input) throws InterruptedException {
    return input.matches("(?i)https?://.*") ? fetched(input) : file(input);
  }

  private Lines file(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        return Lines.refused(name, "a folder");
      }
      if (Files.size(path) > MAX_BYTES) {
        return Lines.refused(name, "larger than " + (MAX_BYTES >> 20) + " MiB");
      }
      return lines(name, input(Files.readAllBytes(path), Optional.empty(), base.orElse(UNKNOWN)));
    } catch (NoSuchFileException e) {
      return Lines.refused(name, "no such file");
    } catch (IOException e) {
      return Lines.refused(name, "cannot be read: " + e.getMessage());
    } catch (InvalidPathException e) {
      return Lines.refused(name, "not a file name: " + e.getReason());
    }
  }

  private Lines fetched(String address) throws InterruptedException {
    Optional<URI> uri = PageJobs.uri(address);
    if (uri.isEmpty()) {
      return Lines.refused(address, "not an address");
    }
    try (HttpFetcher fetcher = new HttpFetcher(CrawlerSettings.DEFAULTS, clock)) {
      return switch (fetcher.fetch(FetchRequest.of(uri.get()).namedByHand())) {
        case FetchResult.Fetched page when page.status() >= 400 ->
            Lines.refused(address, "HTTP status " + page.status());
        case FetchResult.Fetched page ->
            lines(address, input(page.body(), page.header("content-type"), page.finalUrl()));
        case FetchResult.NotModified _ -> Lines.refused(address, "not modified");
        case FetchResult.Disallowed no ->
            Lines.refused(address, "forbidden by robots.txt: " + no.rule());
        case FetchResult.Failed failed ->
            Lines.refused(address, failed.cause().label() + ": " + failed.detail());
      };
    }
  }

  private FeedInput input(byte[] body, Optional<String> contentType, URI url) {
    return new FeedInput(body, contentType, url, clock.instant(), zone);
  }

  private Lines lines(String name, FeedInput input) {
    return switch (reader.read(input)) {
      case FeedResult.NotAFeed not -> Lines.refused(name, not.reason());
      case FeedResult.Feed feed -> {
        List<String> notes = new ArrayList<>(feed.warnings());
        if (feed.entries().isEmpty()) {
          notes.add(feed.format() + " without entries");
        }
        feed.parts().stream().limit(20).forEach(part -> notes.add("read also " + part));
        yield new Lines(
            feed.entries().stream().map(entry -> EntryJson.line(name, entry, zone)).toList(),
            notes,
            false);
      }
    };
  }
}
