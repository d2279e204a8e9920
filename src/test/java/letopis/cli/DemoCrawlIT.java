package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import letopis.archive.WarcArchive;
import letopis.crawl.ArchiveCaptures;
import letopis.crawl.CrawlParts;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.CrawlReport;
import letopis.crawl.Journal;
import letopis.demo.DemoClock;
import letopis.demo.DemoConfiguration;
import letopis.demo.DemoWeb;
import letopis.document.Document;
import letopis.fetch.HttpFetcher;
import letopis.index.DocumentStore;
import letopis.index.Indices;
import letopis.parse.SourceReader;
import letopis.sources.Configuration;
import letopis.sources.Secrets;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCrawlIT {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);

  @Test
  void weeksOfTheDemoRegionAreCrawledWithTheRumoursEditsAndRemovals(@TempDir Path folder)
      throws Exception {
    DemoClock clock = new DemoClock(DemoWeb.start(LAST_DAY));
    Indices indices = TestElasticsearch.freshIndices();
    try (DemoWeb web = new DemoWeb(clock, LAST_DAY);
        WarcArchive archive =
            WarcArchive.open(folder.resolve("warc"), 1L << 28, "Letopis demo", clock)) {
      Configuration configuration = DemoConfiguration.load(folder.resolve("config"), web);
      CrawlReport report = new CrawlReport(new SimpleMeterRegistry());
      try (HttpFetcher fetcher = new HttpFetcher(configuration.crawler(), clock);
          CrawlPipeline pipeline =
              new CrawlPipeline(
                  new CrawlParts(
                      "demo",
                      fetcher,
                      ArchiveCaptures.of(archive),
                      Journal.open(folder.resolve("journal"), 1 << 26),
                      new SourceReader(2000),
                      indices,
                      configuration.crawler(),
                      new Secrets(Optional.empty()),
                      report,
                      clock),
                  configuration.sources())) {
        long begun = System.nanoTime();
        new DemoCrawl(pipeline, configuration.sources(), clock).run(LAST_DAY, _ -> {});
        System.out.println("crawled in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
      }
      System.out.println(report);
      indices.refresh();
      DocumentStore documents = new DocumentStore(indices);
      for (String id :
          new String[] {
            "water-post",
            "water-forward",
            "water-gorod",
            "water-vecherny",
            "water-aggregator",
            "water-ozerny",
            "water-gov",
            "water-check"
          }) {
        Optional<Document> found = documents.find(web.address(id).orElseThrow());
        System.out.println(
            id
                + " "
                + found.map(
                    d ->
                        d.lineage().revision()
                            + " "
                            + d.content().title()
                            + " "
                            + d.times()
                            + " "
                            + d.content().attributions()));
      }
      long count =
          TestElasticsearch.shared()
              .request("GET", "/" + indices.documents() + "/_count")
              .orThrow()
              .json()
              .path("count")
              .asLong();
      System.out.println(count + " of " + web.publications());
      assertThat(count).isEqualTo(web.publications());
    }
  }
}
