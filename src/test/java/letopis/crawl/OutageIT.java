package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import letopis.bench.resilience.CutProxy;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.sources.Source;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Elasticsearch is cut off in the middle of a crawl. The ten minutes of it: `bench resilience`.
class OutageIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String TEXT =
      """
      Паром через реку встал до весны, сообщили в управлении транспорта. На тот берег везут катерами
      на воздушной подушке, они ходят каждые сорок минут и берут не больше двадцати человек за раз.
      Ледовую переправу обещают открыть, когда лёд станет толще шестидесяти сантиметров.
      Грузы для двух сёл завезли заранее, запаса муки и топлива там хватит на полтора месяца.\
      """;

  @TempDir Path folder;

  @Test
  void crawlingGoesOnWithoutElasticsearchAndEverythingIsFiledWhenItIsBack() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    Indices indices = TestElasticsearch.freshIndices();
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb();
        CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through = Elasticsearch.connect(proxy.address(), credentials(direct))) {
      Source source = CrawlRig.rss("outage-" + web.server().port(), web.feed());
      web.publish("/a/1", "Паром встал", TEXT, START.minusSeconds(600));
      try (CrawlRig rig =
          new CrawlRig(folder, clock, List.of(source), new Indices(through, indices.prefix()))) {
        rig.crawl(source);
        proxy.cut();
        for (int page = 2; page <= 4; page++) {
          // All within the quarter of an hour after which a page is due again.
          clock.forward(Duration.ofMinutes(4));
          web.publish("/a/" + page, "Паром " + page, page + " дня. " + TEXT, clock.instant());
          rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> true);
        }
        assertThat(rig.report.total(CrawlOutcome.SPOOLED)).as("fetched meanwhile").isEqualTo(3);
        assertThat(rig.pipeline.settled()).isFalse();
        proxy.mend();
        assertThat(rig.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        for (int page = 2; page <= 4; page++) {
          Document document =
              new DocumentStore(indices).find(web.url("/a/" + page).toString()).orElseThrow();
          assertThat(document.lineage().revision()).isEqualTo(1);
          assertThat(document.times().firstSeenAt())
              .as("seen when it was fetched, not when it was filed")
              .isEqualTo(START.plus(Duration.ofMinutes(4L * (page - 1))));
        }
        rig.pipeline.due();
        assertThat(rig.state(source).cadence().polls())
            .as("looks taken meanwhile are not taken again")
            .isEqualTo(4);
        rig.crawl(source);
        assertThat(rig.count(indices.alias("polls"))).as("one for each time").isEqualTo(4);
        assertThat(web.server().requests())
            .as("nothing is fetched again because it could not be filed at once")
            .filteredOn(request -> request.target().matches("/a/[234]"))
            // A look that has become due meanwhile asks whether anything has changed.
            .filteredOn(request -> !request.headers().containsKey("if-none-match"))
            .hasSize(3);
      }
    }
  }

  @Test
  void pagesListedMeanwhileAndNotVisitedBeforeItIsBackAreNotForgotten() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    Indices indices = TestElasticsearch.freshIndices();
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb();
        CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through = Elasticsearch.connect(proxy.address(), credentials(direct))) {
      Source source = CrawlRig.rss("listed-" + web.server().port(), web.feed());
      web.publish("/a/1", "Паром встал", TEXT, START.minusSeconds(600));
      try (CrawlRig rig =
          new CrawlRig(folder, clock, List.of(source), new Indices(through, indices.prefix()))) {
        rig.crawl(source);
        proxy.cut();
        clock.forward(Duration.ofMinutes(5));
        web.publish("/a/2", "Паром 2", "Днём. " + TEXT, clock.instant());
        rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> false);
        proxy.mend();
        assertThat(rig.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        assertThat(rig.pipeline.due()).containsExactly(source.id());
        rig.crawlDue(source);
        assertThat(rig.find(web.url("/a/2"))).isPresent();
        assertThat(rig.state(source).cadence().polls()).isEqualTo(2);
      }
    }
  }

  @Test
  void anElasticsearchThatTakesConnectionsAndDoesNotAnswerHoldsNobodyUpForLong() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    Indices indices = TestElasticsearch.freshIndices();
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb();
        CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through = Elasticsearch.connect(proxy.address(), credentials(direct))) {
      Source source = CrawlRig.rss("frozen-" + web.server().port(), web.feed());
      web.publish("/a/1", "Паром встал", TEXT, START.minusSeconds(600));
      Elasticsearch impatient = through.impatient(Duration.ofSeconds(3), () -> {});
      try (CrawlRig rig =
          new CrawlRig(folder, clock, List.of(source), new Indices(impatient, indices.prefix()))) {
        rig.crawl(source);
        proxy.freeze();
        for (int page = 2; page <= 4; page++) {
          clock.forward(Duration.ofMinutes(16));
          web.publish("/a/" + page, "Паром " + page, page + " дня. " + TEXT, clock.instant());
          rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> true);
        }
        assertThat(rig.report.total(CrawlOutcome.SPOOLED)).as("fetched meanwhile").isEqualTo(3);
        proxy.mend();
        assertThat(rig.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        for (int page = 2; page <= 4; page++) {
          assertThat(new DocumentStore(indices).find(web.url("/a/" + page).toString())).isPresent();
        }
      }
    }
  }

  @Test
  void aCrawlerStartsWithoutElasticsearchAndSetsTheIndicesUpWhenItComes() throws Exception {
    Elasticsearch direct = TestElasticsearch.shared();
    Indices indices = TestElasticsearch.freshIndices();
    indices.deleteAll();
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb();
        CutProxy proxy = new CutProxy(direct.address());
        Elasticsearch through = Elasticsearch.connect(proxy.address(), credentials(direct))) {
      Source source = CrawlRig.rss("absent-" + web.server().port(), web.feed());
      web.publish("/a/1", "Паром встал", TEXT, START.minusSeconds(600));
      Elasticsearch impatient = through.impatient(Duration.ofSeconds(30), indices::init);
      proxy.cut();
      try (CrawlRig rig =
          new CrawlRig(folder, clock, List.of(source), new Indices(impatient, indices.prefix()))) {
        rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> true);
        assertThat(rig.report.total(CrawlOutcome.SPOOLED)).isEqualTo(1);
        proxy.mend();
        assertThat(rig.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        Document document =
            new DocumentStore(indices).find(web.url("/a/1").toString()).orElseThrow();
        assertThat(document.times().firstSeenAt()).isEqualTo(START);
      }
    }
  }

  static Credentials credentials(Elasticsearch connection) {
    String basic = connection.authorization().orElseThrow().substring("Basic ".length());
    String[] pair =
        new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
    return new Credentials.Password(pair[0], pair[1]);
  }
}
