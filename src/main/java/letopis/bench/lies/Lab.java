package letopis.bench.lies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import letopis.archive.WarcArchive;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.Journal;
import letopis.crawl.visit.CrawlParts;
import letopis.demo.DemoClock;
import letopis.document.Document;
import letopis.fetch.FetchResult;
import letopis.fetch.Fetcher;
import letopis.fetch.HttpFetcher;
import letopis.fetch.Resolver;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.state.Coverage;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.CrawlerSettings;
import letopis.sources.Secrets;
import letopis.sources.Source;
import letopis.sources.SourceKind;

/// A whole crawler that watches one lying site, by a clock that stands still until it is moved.
/// Only 127.0.0.1 is allowed of all private addresses.
final class Lab implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  /// The time after which a fresh page is due again.
  static final Duration LATER = Duration.ofMinutes(16);

  /// Of one answer: lies should not take long to tell.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// The most entries of one list that are read: the pages of each are fetched, too.
  static final int ENTRIES = 300;

  final LyingSite site;
  private final DemoClock clock = new DemoClock(START);
  private final CrawlReport report = new CrawlReport(new SimpleMeterRegistry());
  private final Path folder;
  private final Indices indices;
  private final WarcArchive archive;
  private Optional<Crawler> crawler = Optional.empty();

  private Resolver resolver = Resolver.system(PATIENCE);
  private SSLSocketFactory trusted = (SSLSocketFactory) SSLSocketFactory.getDefault();
  private Optional<URI> proxy = Optional.empty();
  private ZoneId zone = ZoneOffset.UTC;

  private record Crawler(Source source, HttpFetcher fetcher, CrawlPipeline pipeline) {}

  /// @param site is not closed with the laboratory
  Lab(LyingSite site, Path folder, Indices indices) throws IOException {
    this.site = site;
    this.folder = folder;
    this.indices = indices;
    this.archive = WarcArchive.open(folder.resolve("warc"), 1 << 26, "lies", clock);
  }

  /// Names are looked up here from now on.
  Lab naming(Resolver names) {
    resolver = names;
    return this;
  }

  /// Believes these certificates, in place of the usual ones.
  Lab trusting(SSLSocketFactory certificates) {
    trusted = certificates;
    return this;
  }

  /// Asks the site itself for everything, whatever its host: it plays a platform.
  Lab askingTheSite() {
    proxy = Optional.of(URI.create("gateway+http://127.0.0.1:" + site.port()));
    return this;
  }

  /// Times without an offset are of this zone.
  Lab in(ZoneId where) {
    zone = where;
    return this;
  }

  /// Watches the site's feed.
  Lab watchFeed() throws IOException {
    return watch(new Access.Rss(site.url(LyingSite.FEED)));
  }

  /// Watches something, with what was set before.
  Lab watch(Access access) throws IOException {
    HttpFetcher fetcher = new HttpFetcher(settings(proxy), clock, resolver, trusted);
    Source source = source(access);
    CrawlParts parts =
        new CrawlParts(
            UUID.randomUUID().toString(),
            timed(fetcher),
            archive,
            Journal.open(folder.resolve("journal"), 1 << 26),
            new SourceReader(ENTRIES),
            indices,
            settings(proxy),
            new Secrets(Optional.of("token")),
            report,
            clock);
    crawler = Optional.of(new Crawler(source, fetcher, new CrawlPipeline(parts, List.of(source))));
    return this;
  }

  /// One turn now, whether it is due or not.
  void crawl() throws IOException, InterruptedException {
    crawl(CrawlPipeline.When.NOW);
  }

  /// Lets time pass, then looks at what is due.
  Instant crawlLater() throws IOException, InterruptedException {
    Instant now = forward(LATER);
    crawl(CrawlPipeline.When.DUE);
    return now;
  }

  private void crawl(CrawlPipeline.When when) throws IOException, InterruptedException {
    Crawler now = crawler.orElseThrow();
    now.pipeline().crawl(now.source(), when, () -> true);
    indices.refresh();
  }

  Instant now() {
    return clock.instant();
  }

  Instant forward(Duration time) {
    clock.moveTo(clock.instant().plus(time));
    return clock.instant();
  }

  Optional<Document> find(String path) throws IOException {
    return find(site.url(path));
  }

  Optional<Document> find(URI url) throws IOException {
    return new DocumentStore(indices).find(url.toString());
  }

  long total(CrawlOutcome outcome) {
    return report.total(outcome);
  }

  SourceState state() throws IOException {
    return new SourceStates(indices).get(crawler.orElseThrow().source().id()).orElseThrow().value();
  }

  Poll lastLook() throws IOException {
    return state().last().orElseThrow();
  }

  /// The states of the time since the start, in order.
  List<CoverageState> coverage() throws IOException {
    return new Coverage(indices)
        .of(crawler.orElseThrow().source().id(), START, clock.instant()).stream()
            .map(span -> span.state())
            .toList();
  }

  @Override
  public void close() throws IOException {
    if (crawler.isPresent()) {
      crawler.get().pipeline().close();
      crawler.get().fetcher().close();
    }
    archive.close();
  }

  private Source source(Access access) {
    return new Source(
        "site-" + site.port(),
        "Вестник",
        List.of(),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.of("ru"),
        zone,
        access,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "lies");
  }

  private static CrawlerSettings settings(Optional<URI> proxy) {
    CrawlerSettings defaults = CrawlerSettings.DEFAULTS;
    CrawlerSettings.Limits limits = defaults.limits();
    return new CrawlerSettings(
        defaults.agent(),
        new CrawlerSettings.Politeness(
            Duration.ZERO, 4, Duration.ofSeconds(1), Duration.ofHours(6)),
        new CrawlerSettings.Limits(
            limits.body(),
            limits.ratio(),
            limits.connect(),
            PATIENCE,
            limits.redirects(),
            ENTRIES,
            limits.inFlight()),
        defaults.schedule(),
        defaults.storage(),
        Map.of(),
        Map.of(),
        Set.of("127.0.0.1"),
        proxy);
  }

  /// Answers bear the time of the laboratory, so that hours pass in a moment.
  private Fetcher timed(Fetcher fetcher) {
    return request ->
        switch (fetcher.fetch(request)) {
          case FetchResult.Fetched f ->
              new FetchResult.Fetched(
                  f.url(),
                  f.finalUrl(),
                  f.redirects(),
                  clock.instant(),
                  f.took(),
                  f.status(),
                  f.headers(),
                  f.body(),
                  f.exchange(),
                  f.movedTo());
          case FetchResult.NotModified n ->
              new FetchResult.NotModified(
                  n.url(), n.finalUrl(), clock.instant(), n.headers(), n.exchange());
          case FetchResult.Disallowed no -> no;
          case FetchResult.Failed f ->
              new FetchResult.Failed(
                  f.url(), clock.instant(), f.cause(), f.detail(), f.retryAfter());
        };
  }
}
