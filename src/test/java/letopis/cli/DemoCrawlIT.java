package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import letopis.archive.WarcArchive;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.ArchiveCaptures;
import letopis.crawl.spool.Journal;
import letopis.crawl.visit.CrawlParts;
import letopis.demo.DemoClock;
import letopis.demo.DemoConfiguration;
import letopis.demo.DemoWeb;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.fetch.HttpFetcher;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.parse.source.SourceReader;
import letopis.sources.Configuration;
import letopis.sources.Secrets;
import letopis.support.TestElasticsearch;
import letopis.trace.FactChecks;
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
        new DemoCrawl(pipeline, configuration.sources(), clock).run(LAST_DAY, (_, _) -> {});
      }
      indices.refresh();
      DocumentStore documents = new DocumentStore(indices);
      Document edited = document(documents, web, "water-vecherny");
      assertThat(edited.lineage().revision()).isEqualTo(2);
      assertThat(edited.content().title())
          .isEqualTo("Жители Озёрного пожаловались на воду из-под крана");
      assertThat(edited.times().absentAt()).isPresent();
      assertThat(document(documents, web, "water-post").times().removedAt()).isPresent();
      assertThat(document(documents, web, "water-ozerny").times().removedAt()).isPresent();
      assertThat(document(documents, web, "water-aggregator").times().backdated()).isTrue();
      assertThat(document(documents, web, "water-gov").times().backdated()).isFalse();
      assertThat(document(documents, web, "water-forward").content().attributions())
          .anyMatch(one -> one.how() == Attribution.How.FORWARD);
      assertThat(new FactChecks(indices).search("детей попали в больницу, попили воды", 5))
          .anyMatch(check -> check.rating().equals("Неправда"));
      long count =
          TestElasticsearch.shared()
              .request("GET", "/" + indices.documents() + "/_count")
              .orThrow()
              .json()
              .path("count")
              .asLong();
      assertThat(count).isEqualTo(web.publications());
    }
  }

  private static Document document(DocumentStore documents, DemoWeb web, String id)
      throws Exception {
    return documents.find(web.address(id).orElseThrow()).orElseThrow();
  }
}
