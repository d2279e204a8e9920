package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.state.CoverageState;
import letopis.index.state.SourceState;
import letopis.index.state.Validators;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.support.HostileServer;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the crawler concludes from the ways in which outlets and servers lie, in detail; `bench
/// lies` has the table.
class LyingWebIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration LATER = Duration.ofMinutes(16);
  private static final String FLOOD =
      """
      Уровень воды в Амуре у Хабаровска поднялся за сутки на 34 сантиметра, сообщили гидрологи.
      В зоне подтопления остаются восемь посёлков и около двухсот дачных участков на островах.
      Спасатели вывезли из села Бычиха 41 человека, среди них девять детей, жертв нет.
      Пик паводка ожидают в конце недели, после чего вода начнёт медленно уходить.\
      """;
  private static final String SCHOOL =
      """
      Новую школу на тысячу сто мест достроят в микрорайоне к первому сентября следующего года.
      Подрядчик закончил кровлю и приступил к отделке классов, рассказали в мэрии города.
      В здании будут два спортивных зала, бассейн и мастерские для уроков технологии.
      Сейчас ученики ходят в соседние школы и занимаются в две смены, жалуются родители.\
      """;

  /// One set of indices for all tests here: each has a source and addresses of its own.
  private static Indices indices;

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(START);
  private LyingWeb web;
  private Source source;
  private CrawlRig rig;

  @BeforeAll
  static void makeIndices() {
    indices = TestElasticsearch.freshIndices();
  }

  @BeforeEach
  void open() throws Exception {
    web = new LyingWeb();
    web.publish("/a/1", "Амур поднялся", FLOOD, START.minusSeconds(3600));
    source = CrawlRig.rss("vestnik-" + web.server().port(), web.feed());
    rig = new CrawlRig(folder, clock, List.of(source), indices);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
    web.close();
  }

  @Test
  void aClockThatRanAheadForAWhileKeepsNeitherTheListNorNewPagesFromBeingLookedAt()
      throws Exception {
    rig.crawl(source);
    clock.forward(Duration.ofHours(9));
    rig.crawl(source);
    clock.forward(Duration.ofHours(9).negated().plus(LATER));
    assertThat(rig.pipeline.due()).contains(source.id());

    web.publish("/a/2", "Школу достроят", SCHOOL, clock.instant());
    rig.crawl(source);
    web.editSilently("/a/2", "Школу достроят", SCHOOL.replace("тысячу сто", "девятьсот"));
    clock.forward(LATER);
    rig.crawl(source);
    assertThat(rig.find(web.url("/a/2")).orElseThrow().lineage().revision()).isEqualTo(2);
  }

  @Test
  void aServerThatAnswers304ForeverIsCaughtAndItsCoverageCorrected() throws Exception {
    web.answer304Forever();
    rig.crawl(source);
    web.publish("/a/2", "Школу достроят", SCHOOL, START.plusSeconds(600));
    web.answer304Forever();
    for (int i = 0; i < 20; i++) {
      clock.forward(Duration.ofMinutes(10));
      rig.crawl(source);
    }
    Document late = rig.find(web.url("/a/2")).orElseThrow();
    assertThat(late.times().absentAt()).contains(START);
    assertThat(late.times().backdated()).isFalse();
    assertThat(rig.state(source).health().lies()).isTrue();
    assertThat(rig.coverage().of(source.id(), START, clock.instant()))
        .extracting("state")
        .containsExactly(CoverageState.GAP);

    web.publish("/a/3", "Ещё новость", SCHOOL.replace("школу", "больницу"), clock.instant());
    web.answer304Forever();
    clock.forward(LATER);
    rig.crawl(source);
    assertThat(rig.find(web.url("/a/3"))).as("never asked conditionally again").isPresent();
  }

  @Test
  void aFeedThatTurnsIntoAPageIsReportedAndTheSourceNotWatched() throws Exception {
    for (int i = 0; i < 3; i++) {
      rig.crawl(source);
      clock.forward(LATER);
    }
    web.feedAnswers("200 OK", "text/html", "<html><body>Идут технические работы</body></html>");
    rig.crawl(source);
    clock.forward(LATER);
    rig.crawl(source);
    SourceState state = rig.state(source);
    assertThat(state.health().alarm()).isPresent();
    assertThat(state.last().orElseThrow().state()).isEqualTo(CoverageState.LAYOUT_BROKEN);

    web.publishFeed();
    clock.forward(LATER);
    rig.crawl(source);
    assertThat(rig.state(source).health().alarm()).isEmpty();
  }

  /// An archive may know validators of a sitemap index from when it was none.
  @Test
  void theValidatorsOfASitemapAreForgottenWhenItBecomesAnIndex() throws Exception {
    sitemap("/sitemap.xml", "urlset", "url", "/a/1");
    Source site =
        CrawlRig.source(source.id() + "-map", new Access.Sitemap(web.url("/sitemap.xml")));
    try (CrawlRig mapped = new CrawlRig(folder.resolve("map"), clock, List.of(site), indices)) {
      mapped.crawl(site);
      assertThat(mapped.state(site).validators().etag()).isPresent();
      sitemap("/sitemap.xml", "sitemapindex", "sitemap", "/part.xml");
      sitemap("/part.xml", "urlset", "url", "/a/1");
      clock.forward(LATER);
      mapped.crawl(site);
      assertThat(mapped.state(site).validators()).isEqualTo(Validators.NONE);
    }
  }

  private void sitemap(String path, String root, String item, String listed) {
    String xml =
        "<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><%s><loc>%s</loc></%s></%s>"
            .formatted(root, item, web.url(listed), item, root);
    web.server()
        .on(
            path,
            HostileServer.answer(
                "200 OK",
                Map.of("Content-Type", "text/xml", "ETag", "\"" + root + "\""),
                xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aCheckBeforeAPageLeavesNothingToCompareThePageWith() throws Exception {
    String check =
        "<html><head><title>Just a moment...</title></head><body>Checking your"
            + " browser</body></html>";
    web.server()
        .on(
            "/a/1",
            HostileServer.answer(
                "200 OK",
                Map.of(
                    "Content-Type", "text/html", "Last-Modified", "Mon, 02 Mar 2026 10:00:00 GMT"),
                check.getBytes(StandardCharsets.UTF_8)));
    rig.crawl(source);
    // Older than the check, and its server compares times.
    byte[] page =
        LyingWeb.html("Амур поднялся", FLOOD, START.minusSeconds(3600), Optional.empty())
            .getBytes(StandardCharsets.UTF_8);
    web.server()
        .on(
            "/a/1",
            (request, out) ->
                (request.headers().containsKey("if-modified-since")
                        ? HostileServer.answer("304 Not Modified", Map.of(), new byte[0])
                        : HostileServer.answer(
                            "200 OK", Map.of("Content-Type", "text/html; charset=utf-8"), page))
                    .answer(request, out));
    clock.forward(LATER);
    rig.crawl(source);
    assertThat(rig.find(web.url("/a/1"))).isPresent();
  }

  @Test
  void refusalsAndFaultsOfTheFeedAreToldApart() throws Exception {
    rig.crawl(source);
    clock.forward(LATER);
    web.feedAnswers("403 Forbidden", "text/html", "no");
    rig.crawl(source);
    clock.forward(LATER);
    web.feedAnswers("500 Internal Server Error", "text/html", "oops");
    rig.crawl(source);
    assertThat(rig.coverage().polls(source.id(), 10))
        .extracting("state")
        .containsExactly(CoverageState.DOWN, CoverageState.BLOCKED, CoverageState.WATCHED);
    assertThat(rig.coverage().of(source.id(), START.minusSeconds(60), clock.instant()))
        .extracting("state")
        .containsExactly(CoverageState.NOT_COVERED, CoverageState.BLOCKED, CoverageState.DOWN);
  }

  @Test
  void aPageWhoseHeaderForbidsCopiesIsKeptAsSuch() throws Exception {
    web.server()
        .on(
            "/a/1",
            HostileServer.answer(
                "200 OK",
                Map.of(
                    "Content-Type",
                    "text/html; charset=utf-8",
                    "X-Robots-Tag",
                    "noindex, noarchive"),
                HostileServer.bytes(
                    LyingWeb.html("Амур поднялся", FLOOD, START, Optional.empty()))));
    rig.crawl(source);
    assertThat(document("/a/1").noarchive()).isTrue();
    assertThat(document("/a/1").capture()).isPresent();
  }

  private Document document(String path) throws Exception {
    return rig.find(web.url(path)).orElseThrow();
  }
}
