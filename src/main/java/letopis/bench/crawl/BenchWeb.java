package letopis.bench.crawl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.app.CommandFailure;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.Fetcher;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import letopis.sources.SourceKind;

/// The web that a crawl is measured on: given by its lists, or generated and served by a process of
/// its own for as long as this is open.
///
/// @param server of a generated web
/// @param hosts of a generated web, and where they are
public record BenchWeb(List<Source> sources, Map<String, String> hosts, Optional<Process> server)
    implements AutoCloseable {
  private static final int PARALLEL = 8;
  private static final int MOST_ENTRIES = 100_000;

  /// @param feeds addresses, one a line; `#` begins a comment
  /// @param sites addresses of feeds, sitemaps or sites
  /// @param generated sites, when neither names one
  public static BenchWeb of(List<String> feeds, List<URI> sites, int generated) throws IOException {
    List<Access> lists = new ArrayList<>();
    for (String line : feeds) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lists.add(new Access.Rss(URI.create(line.strip())));
      }
    }
    sites.forEach(site -> lists.add(access(site)));
    if (!lists.isEmpty()) {
      return new BenchWeb(sources(lists), Map.of(), Optional.empty());
    }
    Process server = serve();
    String port =
        new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    Map<String, String> hosts = new HashMap<>();
    for (int i = 1; i <= generated; i++) {
      lists.add(new Access.Rss(URI.create("http://" + GeneratedWeb.host(i) + "/feed.xml")));
      hosts.put(GeneratedWeb.host(i), "127.0.0.1:" + port);
    }
    return new BenchWeb(sources(lists), hosts, Optional.of(server));
  }

  private static Access access(URI site) {
    String path = site.getPath() == null ? "" : site.getPath();
    return path.contains("sitemap")
        ? new Access.Sitemap(site)
        : path.endsWith(".xml")
            ? new Access.Rss(site)
            : new Access.Sitemap(site.resolve("/sitemap.xml"));
  }

  private static Process serve() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "letopis.cli.Main",
            "bench",
            "web")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<Source> sources(List<Access> lists) {
    List<Source> sources = new ArrayList<>();
    for (Access access : lists) {
      sources.add(
          Source.of(
              "seed-" + (sources.size() + 1),
              access.address().getAuthority(),
              SourceKind.NEWS,
              Optional.empty(),
              access,
              "seeds"));
    }
    return sources;
  }

  /// As fast as it can, obeying robots.txt, each list looked at once.
  public CrawlerSettings settings() {
    CrawlerSettings defaults = CrawlerSettings.DEFAULTS;
    CrawlerSettings.Schedule schedule = defaults.schedule();
    return new CrawlerSettings(
        defaults.agent(),
        new CrawlerSettings.Politeness(
            Duration.ZERO, PARALLEL, Duration.ZERO, defaults.politeness().robotsTtl()),
        defaults.limits(),
        new CrawlerSettings.Schedule(
            schedule.first(),
            schedule.shortest(),
            schedule.longest(),
            schedule.longestAfterFailure(),
            Integer.MAX_VALUE,
            schedule.revisits(),
            schedule.backdateTolerance()),
        defaults.storage(),
        Map.of(),
        hosts,
        Set.of("*"),
        Optional.empty());
  }

  /// The addresses of all pages that the lists show.
  List<URI> pages(Fetcher fetcher) throws InterruptedException {
    SourceReader reader = new SourceReader(MOST_ENTRIES);
    List<URI> pages = new ArrayList<>();
    for (Source source : sources) {
      FetchResult result = fetcher.fetch(FetchRequest.of(source.access().address()));
      if (!(result instanceof FetchResult.Fetched list) || list.status() != 200) {
        throw CommandFailure.failed(source.access().address() + " gives no list: " + said(result));
      }
      FeedInput input =
          new FeedInput(
              list.body(), list.header("content-type"), list.finalUrl(), list.at(), source.zone());
      if (reader.read(source.access(), input) instanceof FeedResult.Feed feed) {
        feed.entries().stream()
            .map(Entry::url)
            .flatMap(Optional::stream)
            .map(URI::create)
            .forEach(pages::add);
      }
    }
    if (pages.isEmpty()) {
      throw CommandFailure.failed("the lists show no pages");
    }
    return pages;
  }

  private static String said(FetchResult result) {
    return switch (result) {
      case FetchResult.Fetched answer -> "http " + answer.status();
      case FetchResult.NotModified _ -> "not modified";
      case FetchResult.Disallowed no -> no.rule();
      case FetchResult.Failed failed -> failed.detail();
    };
  }

  @Override
  public void close() {
    server.ifPresent(Process::destroy);
  }
}
