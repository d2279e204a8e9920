package letopis.crawl;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import letopis.archive.WarcArchive;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.ArchiveWitness;
import letopis.crawl.spool.Journal;
import letopis.crawl.visit.CrawlParts;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.fetch.FetchResult;
import letopis.fetch.Fetcher;
import letopis.fetch.HttpFetcher;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.state.Coverage;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.CrawlerSettings;
import letopis.sources.Secrets;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.support.TestElasticsearch;

/// A whole crawler for tests: real fetcher, real archive, real Elasticsearch.
public final class CrawlRig implements AutoCloseable {
  final Indices indices;
  final CrawlReport report = new CrawlReport(new SimpleMeterRegistry());
  final WarcArchive archive;
  final CrawlPipeline pipeline;
  private final CrawlerSettings settings;
  private final HttpFetcher fetcher;

  CrawlRig(Path folder, Clock clock, List<Source> sources) throws IOException {
    this(folder, clock, sources, TestElasticsearch.freshIndices());
  }

  CrawlRig(Path folder, Clock clock, List<Source> sources, Indices indices) throws IOException {
    this(folder, clock, sources, new Surroundings(indices, settings()));
  }

  /// A crawler that reaches the web through a proxy.
  static CrawlRig through(URI proxy, Path folder, Clock clock, List<Source> sources)
      throws IOException {
    CrawlerSettings plain = settings();
    CrawlerSettings proxied =
        new CrawlerSettings(
            plain.agent(),
            plain.politeness(),
            plain.limits(),
            plain.schedule(),
            plain.storage(),
            plain.hosts(),
            plain.hostMap(),
            plain.allowPrivate(),
            Optional.of(proxy));
    return new CrawlRig(
        folder, clock, sources, new Surroundings(TestElasticsearch.freshIndices(), proxied));
  }

  /// A crawler of a platform that answers as this says.
  static CrawlRig of(Fetcher platform, Path folder, Clock clock, List<Source> sources)
      throws IOException {
    return new CrawlRig(
        folder,
        clock,
        sources,
        new Surroundings(TestElasticsearch.freshIndices(), settings(), Optional.of(platform)));
  }

  private record Surroundings(
      Indices indices, CrawlerSettings settings, Optional<Fetcher> platform) {
    Surroundings(Indices indices, CrawlerSettings settings) {
      this(indices, settings, Optional.empty());
    }
  }

  private CrawlRig(Path folder, Clock clock, List<Source> sources, Surroundings around)
      throws IOException {
    this.indices = around.indices();
    this.settings = around.settings();
    this.archive = WarcArchive.open(folder.resolve("warc"), 1 << 24, "test", clock);
    this.fetcher = new HttpFetcher(settings, Clock.systemUTC(), new ArchiveWitness(archive));
    Fetcher web = around.platform().orElse(fetcher);
    this.pipeline = new CrawlPipeline(parts(folder, clock, web), sources);
  }

  private CrawlParts parts(Path folder, Clock clock, Fetcher http) throws IOException {
    // Times of answers are the test's, so that hours may pass in a moment.
    Fetcher timed = request -> ClockedResult.at(clock.instant(), http.fetch(request));
    return new CrawlParts(
        UUID.randomUUID().toString(),
        timed,
        archive,
        Journal.open(folder.resolve("journal"), 1 << 26),
        new SourceReader(2000),
        indices,
        settings,
        new Secrets(Optional.of("a token of tests")),
        report,
        clock);
  }

  /// No politeness towards a server of our own.
  public static CrawlerSettings settings() {
    CrawlerSettings defaults = CrawlerSettings.DEFAULTS;
    return new CrawlerSettings(
        defaults.agent(),
        new CrawlerSettings.Politeness(
            Duration.ZERO, 4, Duration.ofSeconds(1), Duration.ofHours(6)),
        defaults.limits(),
        defaults.schedule(),
        defaults.storage(),
        Map.of(),
        Map.of(),
        Set.of("*"),
        Optional.empty());
  }

  /// What a platform answers with status 200.
  static FetchResult answer(URI url, String type, byte[] body, Instant at) {
    return new FetchResult.Fetched(
        url,
        url,
        List.of(),
        at,
        Duration.ZERO,
        200,
        Map.of("content-type", List.of(type)),
        body,
        new FetchResult.Exchange(
            "GET " + url.getPath() + " HTTP/1.1\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            body,
            body,
            Optional.empty()));
  }

  public static Source rss(String id, URI feed) {
    return source(id, new Access.Rss(feed));
  }

  static Source source(String id, Access access) {
    return new Source(
        id,
        id,
        List.of(),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.of("ru"),
        ZoneOffset.UTC,
        access,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "test");
  }

  /// One turn of a source now, whether it is due or not.
  void crawl(Source source) throws InterruptedException, IOException {
    pipeline.crawl(source, CrawlPipeline.When.NOW, () -> true);
    indices.refresh();
  }

  /// A turn for what is due.
  void crawlDue(Source source) throws InterruptedException, IOException {
    pipeline.crawl(source, CrawlPipeline.When.DUE, () -> true);
    indices.refresh();
  }

  Optional<Document> find(URI url) throws IOException {
    return new DocumentStore(indices).find(url.toString());
  }

  SourceState state(Source source) throws IOException {
    return new SourceStates(indices).get(source.id()).orElseThrow().value();
  }

  /// What the entry index holds of an address, with the version of it.
  String entry(URI url) throws IOException {
    String id = DocumentId.of(url.toString());
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.alias("entries") + "/_doc/" + id)
        .orThrow()
        .json()
        .toString();
  }

  Coverage coverage() {
    return new Coverage(indices);
  }

  long count(String index) throws IOException {
    return indices
        .elasticsearch()
        .request("GET", "/" + index + "/_count")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }

  @Override
  public void close() throws IOException {
    pipeline.close();
    archive.close();
    fetcher.close();
  }
}
