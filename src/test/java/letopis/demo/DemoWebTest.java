package letopis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.sources.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWebTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);

  private final DemoClock clock = new DemoClock(DemoWeb.start(LAST_DAY));
  private DemoWeb web;
  private HttpFetcher fetcher;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    web = new DemoWeb(clock, LAST_DAY);
    fetcher = new HttpFetcher(DemoConfiguration.load(folder, web).crawler(), clock);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    web.close();
  }

  @Test
  void publishesAFewHundredArticles() {
    assertThat(web.publications()).isBetween(280, 450);
  }

  @Test
  void configurationIsRightAndNamesElevenSources(@TempDir Path folder) throws Exception {
    Configuration configuration = DemoConfiguration.load(folder, web);
    assertThat(configuration.sources()).hasSize(11);
    assertThat(configuration.topics()).isNotEmpty();
    assertThat(configuration.places()).isNotEmpty();
    assertThat(Files.exists(folder.resolve("sources/zalesye.yaml"))).isTrue();
  }

  @Test
  void everySourceAnswersUnderItsOwnAddress(@TempDir Path folder) throws Exception {
    clock.moveTo(DemoWeb.end(LAST_DAY));
    for (var source : DemoConfiguration.load(folder, web).sources()) {
      FetchResult.Fetched page = fetched(source.access().address().toString());
      assertThat(page.status()).as(source.id()).isEqualTo(200);
      assertThat(page.body().length).as(source.id()).isGreaterThan(1000);
    }
  }

  @Test
  void everyFilledTemplateIsWholeText() {
    Region region = new Region(LAST_DAY);
    for (Outlet outlet : Outlet.values()) {
      for (Story story : region.shown(outlet, Region.end(LAST_DAY), 1000)) {
        Story.Text text = story.text(Region.end(LAST_DAY));
        assertThat(text.title() + text.paragraphs()).as(story.id()).doesNotContain("{", "}", "|");
      }
    }
  }

  @Test
  void windows1251IsToldByThePrologAlone() throws Exception {
    clock.moveTo(DemoWeb.end(LAST_DAY));
    FetchResult.Fetched feed = fetched("https://gorod24.example/rss.xml");
    assertThat(feed.header("content-type")).hasValue("text/xml");
    assertThat(new String(feed.body(), Charset.forName("windows-1251"))).contains("Город 24");
  }

  @Test
  void pageIsAbsentThenThereThenSilentlyEdited() throws Exception {
    String address = web.address("water-vecherny").orElseThrow();
    moveTo(5, "08:00");
    assertThat(fetched(address).status()).isEqualTo(404);
    moveTo(5, "08:20");
    assertThat(text(fetched(address))).contains("120 детей отравились водой");
    moveTo(5, "11:40");
    assertThat(text(fetched(address)))
        .contains("пожаловались на воду")
        .doesNotContain("120 детей")
        .doesNotContain("modified_time");
  }

  @Test
  void removedPageAnswers410AndRemovedPostLeavesItsChannel() throws Exception {
    moveTo(5, "13:00");
    assertThat(text(fetched("https://t.me/s/lipsk_segodnya_demo"))).contains("12 детей");
    moveTo(5, "18:00");
    assertThat(fetched(web.address("water-ozerny").orElseThrow()).status()).isEqualTo(410);
    assertThat(text(fetched("https://t.me/s/lipsk_segodnya_demo"))).doesNotContain("12 детей");
    String post = web.address("water-post").orElseThrow();
    assertThat(text(fetched(post + "?embed=1"))).contains("Post not found");
  }

  @Test
  void backdatedPageClaimsATimeBeforeItWasThere() throws Exception {
    moveTo(5, "09:10");
    String page = text(fetched(web.address("water-aggregator").orElseThrow()));
    assertThat(page).contains("T20:15:00+05:00");
  }

  @Test
  void unchangedPageIsNotSentAgain() throws Exception {
    clock.moveTo(DemoWeb.end(LAST_DAY));
    FetchRequest request = FetchRequest.of(URI.create("https://zalesinform.example/atom.xml"));
    FetchResult.Fetched first = (FetchResult.Fetched) fetcher.fetch(request);
    assertThat(fetcher.fetch(request.unlessStill(first.header("etag"), Optional.empty())))
        .isInstanceOf(FetchResult.NotModified.class);
  }

  @Test
  void hostsOutsideTheRegionAreNotServed() throws Exception {
    assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://elsewhere.example/"))))
        .satisfies(
            result -> {
              if (result instanceof FetchResult.Fetched page) {
                assertThat(page.status()).isEqualTo(502);
              }
            });
  }

  private void moveTo(int daysBefore, String time) {
    clock.moveTo(
        LAST_DAY
            .minusDays(daysBefore)
            .atTime(LocalTime.parse(time))
            .atZone(Region.ZONE)
            .toInstant());
  }

  private FetchResult.Fetched fetched(String address) throws Exception {
    FetchResult result = fetcher.fetch(FetchRequest.of(URI.create(address)));
    assertThat(result).as(address).isInstanceOf(FetchResult.Fetched.class);
    return (FetchResult.Fetched) result;
  }

  private static String text(FetchResult.Fetched page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }
}
