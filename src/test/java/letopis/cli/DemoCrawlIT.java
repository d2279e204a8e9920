package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import letopis.api.ApiServices;
import letopis.archive.WarcArchive;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.report.CrawlReport;
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
import letopis.trace.Appearance;
import letopis.trace.FactChecks;
import letopis.trace.Match;
import letopis.trace.Remark;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCrawlIT {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);

  private static final String CLAIM =
      "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана";

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
                      archive,
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
      readmeTellsTheRumour(indices, configuration, clock);
    }
  }

  /// The table of README, row by row and in UTC: whoever changes what a trace says changes it, too.
  private static void readmeTellsTheRumour(
      Indices indices, Configuration configuration, DemoClock clock) throws Exception {
    TraceResult result =
        ApiServices.tracer(indices, configuration, clock).trace(TraceRequest.ofText(CLAIM));
    Trace trace = ((TraceResult.Traced) result).trace();

    assertThat(trace.appearances())
        .extracting(one -> row(one, trace))
        .containsExactly(
            "16:40 lipsk verbatim, gone",
            "16:52 chp verbatim from lipsk",
            "17:31 gorod verbatim from lipsk",
            "03:12 vecherny edited 12 → 120 from gorod in 2 versions",
            "04:20 regionplus edited 12 → 120 from vecherny",
            "07:24 gov denied",
            "11:02 proverka denied",
            "04:15 gorod denied");
    assertThat(trace.origin().orElseThrow().ground().getFirst().code())
        .isEqualTo(Remark.Code.EARLIEST_CLAIMED_BETWEEN_LOOKS);
    assertThat(trace.origins()).isEqualTo(1);
    assertThat(trace.coverage().covered()).isEqualTo(11).isEqualTo(trace.coverage().sources());
    assertThat(trace.factChecks()).extracting(Trace.FactCheck::rating).contains("Неправда");
  }

  private static String row(Appearance one, Trace trace) {
    String who =
        DateTimeFormatter.ofPattern("HH:mm").format(one.time().best().atOffset(ZoneOffset.UTC))
            + " "
            + one.document().publisher().id();
    if (one.match() == Match.MENTION) {
      return who + (one.passage().refuted() ? " denied" : " mention");
    }
    StringBuilder row = new StringBuilder(who + " " + one.match().label());
    one.changed().forEach(change -> row.append(' ').append(change));
    for (Appearance.Citation cite : one.cites()) {
      trace.appearances().stream()
          .filter(other -> cite.document().equals(Optional.of(other.document().id())))
          .forEach(other -> row.append(" from ").append(other.document().publisher().id()));
    }
    int versions = one.presence().revisions().size();
    row.append(versions > 1 ? " in " + versions + " versions" : "");
    return row.append(one.presence().current() ? "" : ", gone").toString();
  }

  private static Document document(DocumentStore documents, DemoWeb web, String id)
      throws Exception {
    return documents.find(web.address(id).orElseThrow()).orElseThrow();
  }
}
