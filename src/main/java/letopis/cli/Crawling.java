package letopis.cli;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import letopis.archive.WarcArchive;
import letopis.crawl.ArchiveCaptures;
import letopis.crawl.CrawlParts;
import letopis.crawl.CrawlReport;
import letopis.crawl.Journal;
import letopis.fetch.HttpFetcher;
import letopis.parse.SourceReader;
import letopis.sources.CrawlerSettings;
import letopis.sources.Secrets;

/// Puts a crawler together from the parts of an [App].
final class Crawling {
  private Crawling() {}

  /// The folder of WARC files.
  static Path archiveFolder(App app) {
    return app.data().resolve("archive");
  }

  /// The WARC archive, closed with the app.
  static WarcArchive archive(App app, CrawlerSettings settings) throws IOException {
    return app.keep(
        WarcArchive.open(
            archiveFolder(app),
            settings.storage().warcFile(),
            settings.agent().userAgent(),
            app.clock()));
  }

  /// The parts of a crawler, closed with the app; the journal is closed by its pipeline.
  static CrawlParts parts(App app, CrawlerSettings settings, MeterRegistry metrics)
      throws IOException {
    WarcArchive archive = archive(app, settings);
    return new CrawlParts(
        UUID.randomUUID().toString(),
        app.keep(new HttpFetcher(settings, app.clock())),
        ArchiveCaptures.of(archive),
        Journal.open(app.data().resolve("journal"), settings.storage().spool()),
        new SourceReader(settings.limits().entries()),
        app.indices(),
        settings,
        Secrets.from(System.getenv()),
        new CrawlReport(metrics),
        app.clock());
  }
}
