package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.CaptureRef;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.PublishedFrom;
import letopis.fetch.FetchResult;
import letopis.fetch.Fetcher;
import letopis.index.documents.Takedown;
import letopis.index.state.CoverageState;
import letopis.sources.Source;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String BRIDGE =
      """
      В Благовещенске открыли движение по новому мосту через Зею, сообщили в правительстве области.
      Первыми по нему проехали строители, которые возводили переправу три года без выходных.
      По словам губернатора, мост разгрузит центр города и сократит дорогу до аэропорта на 12 минут.
      Старый мост закроют на ремонт в апреле, работы продлятся до конца следующего года.\
      """;

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(START);

  @Test
  void anArticleOfAFeedIsFoundByItsAddressWithWhenItAppeared() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      web.publish(
          "/a/1", "Старая новость", BRIDGE.replace("мост", "порт"), START.minusSeconds(7200));
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        clock.forward(Duration.ofMinutes(10));
        web.publish("/a/2", "Мост открыт", BRIDGE, clock.instant().minusSeconds(120));
        rig.crawl(source);

        Document document = rig.find(web.url("/a/2")).orElseThrow();
        assertThat(document.content().title()).isEqualTo("Мост открыт");
        assertThat(document.content().body()).contains("губернатора").doesNotContain("Главная");
        assertThat(document.times().absentAt()).contains(START);
        assertThat(document.times().firstSeenAt()).isEqualTo(clock.instant());
        assertThat(document.times().published().from()).isNotEqualTo(PublishedFrom.GUESSED);
        assertThat(document.capture()).isPresent();
        assertThat(rig.report.total(CrawlOutcome.ADDED)).isEqualTo(2);
        assertThat(rig.report.total()).isEqualTo(2);
        assertThat(rig.coverage().of("vestnik", START, clock.instant()))
            .extracting("state")
            .containsExactly(CoverageState.WATCHED);
      }
    }
  }

  @Test
  void aPageThatWasTakenDownIsNotFetchedAgain() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/1", "Мост открыт", BRIDGE, START.minusSeconds(600));
      web.publish("/a/2", "Порт открыт", BRIDGE.replace("мост", "порт"), START.minusSeconds(600));
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        new Takedown(rig.indices, clock).address(web.url("/a/1").toString(), "просьба автора");
        rig.crawl(source);

        assertThat(rig.find(web.url("/a/2"))).isPresent();
        assertThat(rig.find(web.url("/a/1"))).isEmpty();
        assertThat(rig.archive.captures(web.url("/a/1").toString())).isEmpty();
        assertThat(rig.count(rig.indices.alias("entries"))).isEqualTo(1);
      }
    }
  }

  @Test
  void aSecondRunOverAnUnchangedWebChangesNothing() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      URI url = web.url(publishTrusted(web, 1).getFirst());
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        clock.forward(Duration.ofMinutes(20));
        rig.crawl(source);

        assertThat(rig.report.total(CrawlOutcome.ADDED)).isEqualTo(1);
        assertThat(rig.report.total(CrawlOutcome.NOT_MODIFIED)).isEqualTo(1);
        assertThat(rig.report.total()).isEqualTo(2);
        Document document = rig.find(url).orElseThrow();
        assertThat(document.lineage().revision()).isEqualTo(1);
        // The 304 is evidence that it was still so: kept, as a reference to the first capture.
        CaptureRef first = document.capture().orElseThrow();
        List<CaptureRef> kept = rig.archive.captures(url.toString());
        assertThat(kept).hasSize(2).startsWith(first);
        assertThat(kept.getLast().digest()).isEqualTo(first.digest());
        assertThat(rig.archive.trail(kept.getLast())).containsExactly(kept.getLast(), first);
      }
    }
  }

  @Test
  void aLookThatFindsNothingNewWritesNothingOfItsEntryAndTheLadderGoesOn() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      String path = publishTrusted(web, 1).getFirst();
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        String written = rig.entry(web.url(path));
        for (int look = 1; look <= 3; look++) {
          clock.forward(Duration.ofMinutes(16));
          rig.crawlDue(source);
          assertThat(rig.report.total(CrawlOutcome.NOT_MODIFIED)).isEqualTo(look);
          rig.crawlDue(source);
          assertThat(rig.report.total(CrawlOutcome.NOT_MODIFIED)).as("again").isEqualTo(look);
        }
        assertThat(rig.entry(web.url(path))).isEqualTo(written);
        assertThat(rig.archive.captures(web.url(path).toString())).hasSize(4);
      }
    }
  }

  @Test
  void theNextLookAtANewPageIsPlannedThoughNoSearchSeesThePageYet() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      publishTrusted(web, 1);
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);

        assertThat(rig.state(source).nextRevisitAt()).contains(START.plus(Duration.ofMinutes(15)));
      }
    }
  }

  @Test
  void theLadderIsWrittenAnewWhenThePlannedLooksAreOver() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      String path = publishTrusted(web, 1).getFirst();
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        String written = rig.entry(web.url(path));
        // Twelve looks in three hours, then one an hour.
        clock.forward(Duration.ofHours(7));
        rig.crawlDue(source);
        assertThat(rig.entry(web.url(path))).isNotEqualTo(written);
        clock.forward(Duration.ofMinutes(61));
        rig.crawlDue(source);
        assertThat(rig.report.total(CrawlOutcome.NOT_MODIFIED)).isEqualTo(2);
      }
    }
  }

  // What has been looked at is not asked for again, what has not been is.
  @Test
  void aTurnThatEndsEarlyIsGoneOnWith() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      List<String> paths = publishTrusted(web, 5);
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        clock.forward(Duration.ofMinutes(16));
        AtomicInteger asked = new AtomicInteger();
        rig.pipeline.crawl(
            source, CrawlPipeline.When.DUE, () -> asked.getAndIncrement() < paths.size() - 2);
        rig.indices.refresh();
        assertThat(rig.report.total(CrawlOutcome.NOT_MODIFIED)).isBetween(1L, 4L);
        clock.forward(Duration.ofSeconds(30));
        rig.crawlDue(source);

        for (String path : paths) {
          assertThat(rig.archive.captures(web.url(path).toString())).as(path).hasSize(2);
        }
      }
    }
  }

  /// Publishes pages that none of the coming looks asks for without validators.
  private List<String> publishTrusted(LyingWeb web, int count) {
    long hour = START.getEpochSecond() / 3600;
    int every = CrawlRig.settings().schedule().unconditionalEvery();
    List<String> paths = new ArrayList<>();
    for (int i = 0; paths.size() < count; i++) {
      String path = "/a/" + i;
      int id = DocumentId.of(web.url(path).toString()).hashCode();
      if (LongStream.range(hour, hour + 9).noneMatch(h -> Math.floorMod(h + id, every) == 0)) {
        web.publish(path, "Мост открыт " + i, BRIDGE + " " + i, START.minusSeconds(600));
        paths.add(path);
      }
    }
    return paths;
  }

  @Test
  void aSilentEditIsARevisionAndBothWordingsAreKept() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/1", "Мост открыт", BRIDGE, START.minusSeconds(600));
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        web.editSilently("/a/1", "Мост открыт", BRIDGE.replace("12 минут", "20 минут"));
        clock.forward(Duration.ofMinutes(16));
        rig.crawlDue(source);

        Document now = rig.find(web.url("/a/1")).orElseThrow();
        assertThat(now.lineage().revision()).isEqualTo(2);
        assertThat(now.content().body()).contains("20 минут");
        assertThat(rig.count(rig.indices.revisions())).isEqualTo(1);
        assertThat(rig.report.total(CrawlOutcome.UPDATED)).isEqualTo(1);
      }
    }
  }

  @Test
  void aDeletedPageIsRemovedAtItsFirstAbsenceOnceASecondLookAgreesAndReturns() throws Exception {
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/1", "Мост открыт", BRIDGE, START.minusSeconds(600));
      LyingWeb.Item item = web.item("/a/1");
      Source source = CrawlRig.rss("vestnik", web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source))) {
        rig.crawl(source);
        web.delete("/a/1", "404 Not Found");
        Instant firstAbsence = clock.forward(Duration.ofMinutes(16));
        rig.crawlDue(source);
        assertThat(rig.find(web.url("/a/1")).orElseThrow().times().removedAt()).isEmpty();
        clock.forward(Duration.ofMinutes(16));
        rig.crawlDue(source);
        assertThat(rig.find(web.url("/a/1")).orElseThrow().times().removedAt())
            .contains(firstAbsence);

        web.restore(item);
        clock.forward(Duration.ofMinutes(16));
        rig.crawlDue(source);
        Document back = rig.find(web.url("/a/1")).orElseThrow();
        assertThat(back.times().removedAt()).isEmpty();
        assertThat(back.extra().path("returns").size()).isEqualTo(1);
        assertThat(back.lineage().revision()).isEqualTo(1);
        assertThat(rig.report.total(CrawlOutcome.RETURNED)).isEqualTo(1);
      }
    }
  }

  @Test
  void aLongSummaryIsKeptWhenItsPageMayNotBeFetchedAndAShortOneIsNot() throws Exception {
    URI feed = URI.create("https://closed.example/feed.xml");
    String lead = "Мост через реку откроют в пятницу, сообщили строители на планёрке. ";
    byte[] body =
        ("<rss version=\"2.0\"><channel><title>Т</title>"
                + item("long", lead.repeat(4))
                + item("short", lead)
                + "</channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    Fetcher site =
        request ->
            request.url().equals(feed)
                ? CrawlRig.answer(feed, "application/rss+xml", body, clock.instant())
                : new FetchResult.Disallowed(request.url(), "Disallow: /");
    Source source = CrawlRig.rss("closed", feed);
    try (CrawlRig rig = CrawlRig.of(site, folder, clock, List.of(source))) {
      rig.crawl(source);
      Document kept = rig.find(URI.create("https://closed.example/long")).orElseThrow();
      assertThat(kept.content().body()).startsWith("Мост через реку");
      assertThat(rig.find(URI.create("https://closed.example/short"))).isEmpty();
      assertThat(rig.report.total(CrawlOutcome.DISALLOWED)).isEqualTo(1);
    }
  }

  private static String item(String path, String summary) {
    return "<item><title>Мост</title><link>https://closed.example/%s</link><description>%s</description></item>"
        .formatted(path, summary);
  }
}
