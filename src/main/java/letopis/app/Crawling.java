package letopis.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.Scheduler;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.ArchiveWitness;
import letopis.crawl.spool.Journal;
import letopis.crawl.visit.CrawlParts;
import letopis.fetch.HttpFetcher;
import letopis.parse.source.SourceReader;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;
import letopis.sources.Secrets;

/// Puts a crawler together from the parts of an [App].
public final class Crawling {
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private Crawling() {}

  /// The parts of a crawler, closed with the app; the journal is closed by its pipeline.
  public static CrawlParts parts(App app, CrawlerSettings settings, MeterRegistry metrics)
      throws IOException {
    Journal journal = Journal.open(app.data().resolve("journal"), settings.storage().spool());
    journal.tell(metrics);
    return new CrawlParts(
        journal.owner(),
        app.keep(new HttpFetcher(settings, app.clock(), new ArchiveWitness(app.archive()))),
        app.archive(),
        journal,
        new SourceReader(settings.limits().entries()),
        app.crawlIndices(),
        settings,
        Secrets.from(System.getenv()),
        new CrawlReport(metrics),
        app.clock());
  }

  /// Lets what waits in the journal be filed before a command ends, if that is possible soon. What
  /// is not stays for the next command.
  public static void settle(CrawlPipeline pipeline) throws InterruptedException {
    pipeline.settle(SETTLING);
  }

  /// Crawls the configured sources by their schedule until the app is closed.
  public static void start(App app) throws IOException {
    start(app, pipeline(app));
  }

  /// The same with a pipeline that is there already.
  public static void start(App app, CrawlPipeline pipeline) {
    app.keep(new Scheduler(pipeline, app.configuration().sources())).start();
  }

  /// The pipeline of all configured sources, closed with the app.
  public static CrawlPipeline pipeline(App app) throws IOException {
    Configuration configuration = app.configuration();
    return app.keep(
        new CrawlPipeline(
            parts(app, configuration.crawler(), app.metrics()), configuration.sources()));
  }
}
