package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import letopis.document.Document;
import letopis.document.PublishedFrom;
import letopis.index.CoverageState;
import letopis.index.Indices;
import letopis.index.SourceState;
import letopis.sources.Source;
import letopis.support.HostileServer;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the crawler concludes from the ways in which outlets and servers lie.
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

  /// What the crawler concluded, printed at the end.
  private static final Map<String, String> CONCLUSIONS = new TreeMap<>();

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(START);
  private LyingWeb web;
  private Source source;
  private CrawlRig rig;

  @BeforeAll
  static void makeIndices() {
    indices = TestElasticsearch.freshIndices();
  }

  @AfterAll
  static void print() {
    System.out.println("a web that lies, and what the crawler concluded:");
    CONCLUSIONS.forEach((lie, concluded) -> System.out.printf("  %-38s %s%n", lie, concluded));
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
    concluded(
        "304 forever",
        "lies=%s after 20 looks, hidden article found, coverage of the time: gap"
            .formatted(rig.state(source).health().lies()));
  }

  @Test
  void anErrorPageWithStatus200IsNoArticleAndReplacesNothing() throws Exception {
    rig.crawl(source);
    web.server()
        .on(
            "/a/1",
            HostileServer.ok(
                "text/html; charset=utf-8",
                "<html><head><title>Ошибка</title></head><body><h1>Страница не найдена</h1>"
                    + "</body></html>"));
    Instant first = clock.forward(LATER);
    rig.crawlDue(source);
    assertThat(document("/a/1").content().body()).contains("Хабаровска");
    assertThat(document("/a/1").times().removedAt()).isEmpty();
    clock.forward(LATER);
    rig.crawlDue(source);
    assertThat(document("/a/1").times().removedAt()).contains(first);
    assertThat(document("/a/1").content().body()).contains("Хабаровска");
    concluded("error page with status 200", removed("/a/1") + ", text kept");
  }

  @Test
  void aRedirectToTheFrontPageMeansGone() throws Exception {
    rig.crawl(source);
    web.server().on("/", HostileServer.ok("text/html", "<html><body><h1>Вестник</h1></body>"));
    web.server().on("/a/1", HostileServer.redirect("/"));
    Instant first = clock.forward(LATER);
    rig.crawlDue(source);
    clock.forward(LATER);
    rig.crawlDue(source);
    assertThat(document("/a/1").times().removedAt()).contains(first);
    assertThat(rig.report.total(CrawlOutcome.GONE)).isEqualTo(2);
    concluded("redirect to the front page", removed("/a/1"));
  }

  @Test
  void aFeedInAnotherCharsetThanItSaysIsReadRight() throws Exception {
    web.feedIn(Charset.forName("windows-1251"), "utf-8");
    rig.crawl(source);
    assertThat(document("/a/1").content().title()).isEqualTo("Амур поднялся");
    concluded("windows-1251 labelled utf-8", "read: " + document("/a/1").content().title());
  }

  @Test
  void oneGuidForAllItemsDoesNotMakeThemOne() throws Exception {
    web.publish(new LyingWeb.Item("/a/2", "Школу достроят", SCHOOL, START, "/a/1"));
    rig.crawl(source);
    assertThat(document("/a/1").content().title()).isEqualTo("Амур поднялся");
    assertThat(document("/a/2").content().title()).isEqualTo("Школу достроят");
    concluded("one GUID for all items", rig.report.total(CrawlOutcome.ADDED) + " documents of 2");
  }

  @Test
  void oneCanonicalAddressForAllPagesDoesNotMakeThemOne() throws Exception {
    String canonical = "<link rel=\"canonical\" href=\"" + web.url("/news") + "\">";
    for (var page : Map.of("/a/1", FLOOD, "/a/2", SCHOOL).entrySet()) {
      web.publish(page.getKey(), "Новость " + page.getKey(), page.getValue(), START);
      web.server()
          .on(
              page.getKey(),
              HostileServer.ok(
                  "text/html; charset=utf-8",
                  LyingWeb.html(
                      "Новость " + page.getKey(), page.getValue(), START, Optional.of(canonical))));
    }
    rig.crawl(source);
    assertThat(rig.report.total(CrawlOutcome.ADDED)).isEqualTo(2);
    assertThat(document("/a/1").id()).isNotEqualTo(document("/a/2").id());
    assertThat(document("/a/1").lineage().revision()).isEqualTo(1);
    assertThat(document("/a/2").lineage().revision()).isEqualTo(1);
    concluded("one rel=canonical for all pages", "not believed: 2 documents, no revisions");
  }

  @Test
  void aTimeInTheFutureIsNoClaim() throws Exception {
    web.publish("/a/2", "Школу достроят", SCHOOL, START.plus(Duration.ofDays(30)));
    rig.crawl(source);
    assertThat(document("/a/2").times().published().from()).isEqualTo(PublishedFrom.GUESSED);
    assertThat(document("/a/2").times().published().at()).isEqualTo(START);
    concluded(
        "published in the future", "no claim: " + document("/a/2").times().published().from());
  }

  @Test
  void anArticleThatClaimsToBeOlderThanOurLastLookIsBackdated() throws Exception {
    rig.crawl(source);
    clock.forward(Duration.ofHours(30));
    rig.crawl(source);
    clock.forward(LATER);
    web.publish("/a/2", "Школу достроят", SCHOOL, START.plus(Duration.ofHours(3)));
    rig.crawl(source);
    assertThat(document("/a/2").times().backdated()).isTrue();
    assertThat(document("/a/1").times().backdated()).isFalse();
    concluded("backdating", "backdated=" + document("/a/2").times().backdated());
  }

  @Test
  void titlesThatFlipForAnExperimentCollapse() throws Exception {
    rig.crawl(source);
    for (int i = 0; i < 12; i++) {
      web.editSilently("/a/1", i % 2 == 0 ? "Вода пришла" : "Амур поднялся", FLOOD);
      clock.forward(LATER);
      rig.crawlDue(source);
    }
    assertThat(document("/a/1").lineage().revision()).isLessThanOrEqualTo(7);
    concluded("titles that flip 12 times", document("/a/1").lineage().revision() + " revisions");
  }

  @Test
  void theSameTextUnderTwoAddressesOfTheSiteIsOneDocumentWithAnAlias() throws Exception {
    web.publish("/news/1.html", "Амур поднялся", FLOOD, START.minusSeconds(3600));
    rig.crawl(source);
    assertThat(document("/a/1").id()).isEqualTo(document("/news/1.html").id());
    assertThat(rig.report.total(CrawlOutcome.ALIAS)).isEqualTo(1);
    concluded("one text under two addresses", "one document, the other address an alias");
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
    concluded("a page in place of the feed", "alarm: " + state.health().alarm().orElseThrow());
    assertThat(state.last().orElseThrow().state()).isEqualTo(CoverageState.LAYOUT_BROKEN);

    web.publishFeed();
    clock.forward(LATER);
    rig.crawl(source);
    assertThat(rig.state(source).health().alarm()).isEmpty();
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
  void aSilentEditIsARevision() throws Exception {
    rig.crawl(source);
    web.editSilently("/a/1", "Амур поднялся", FLOOD.replace("Хабаровска", "Комсомольска"));
    clock.forward(LATER);
    rig.crawlDue(source);
    assertThat(document("/a/1").lineage().revision()).isEqualTo(2);
    concluded("silent edit", "revision " + document("/a/1").lineage().revision());
  }

  @Test
  void aDeletedPageIsRemovedSinceItsFirstAbsence() throws Exception {
    rig.crawl(source);
    web.delete("/a/1", "404 Not Found");
    Instant first = clock.forward(LATER);
    rig.crawlDue(source);
    clock.forward(LATER);
    rig.crawlDue(source);
    assertThat(document("/a/1").times().removedAt()).contains(first);
    concluded("deletion", removed("/a/1"));
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

  private static void concluded(String lie, String conclusion) {
    CONCLUSIONS.put(lie, conclusion);
  }

  private String removed(String path) throws Exception {
    Duration after = Duration.between(START, document(path).times().removedAt().orElseThrow());
    return "removed_at: the first look that found it so, " + after.toMinutes() + " min after";
  }

  private Document document(String path) throws Exception {
    return rig.find(web.url(path)).orElseThrow();
  }
}
