package letopis.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.CrawlRig;
import letopis.document.Address;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.page.PageExtractor;
import letopis.sources.Source;
import org.junit.jupiter.api.Test;

/// What a feed says and what its page says, field by field, with where each came from.
class AssemblerTest {
  private static final Instant SEEN = Instant.parse("2026-11-24T12:00:00Z");
  private static final String URL = "https://vestnik.example/news/most.html";
  private static final String BEGINNING =
      "В четверг утром в Заречье открыли мост через реку Быструю, который строили три года."
          + " По нему уже пошли автобусы, а первыми проехали строители и жители ближней улицы."
          + " Движение по старому мосту закроют с понедельника, и объезд больше не понадобится.";
  private static final String REST =
      "Как рассказали в администрации района, новый мост шире прежнего вдвое, у него есть"
          + " тротуары и освещение, а ремонт ему понадобится не раньше чем через пятнадцать лет."
          + " Деньги на стройку дали область и район, подрядчика нашли со второго раза."
          + " Старый мост разберут весной, когда сойдёт лёд, и оставят от него одну опору как"
          + " память о тех, кто его строил после войны без единого крана и почти без техники.";

  private final Source source =
      CrawlRig.rss("vestnik", URI.create("https://vestnik.example/rss.xml"));

  @Test
  void thePageGivesTitleTextAuthorAndTheExactTimeWhenItHasThem() {
    String html =
        page(
            "<meta property='article:published_time' content='2026-11-24T14:05:30+03:00'>"
                + "<meta name='author' content='Иван Петров'>",
            BEGINNING + "</p><p>" + REST);
    Document document = merged(html, entry("<p>Мост открыли.</p>", day(), "редакция"));
    assertThat(document.content().title()).isEqualTo("В Заречье открыли мост");
    assertThat(document.content().body()).contains("почти без техники");
    assertThat(document.content().authors()).containsExactly("Иван Петров");
    assertThat(document.times().published().at()).isEqualTo("2026-11-24T11:05:30Z");
    assertThat(from(document, "title")).isEqualTo("page");
    assertThat(from(document, "body")).isEqualTo("page");
    assertThat(from(document, "authors")).isEqualTo("page");
    assertThat(from(document, "published")).isEqualTo("meta");
    assertThat(document.extra().path("from").has("images")).isFalse();
    assertThat(document.extra().path("from").has("modified")).isFalse();
  }

  @Test
  void theFeedGivesAuthorAndTimeWherePagesHaveNone() {
    Claimed minute =
        new Claimed(
            Instant.parse("2026-11-24T11:05:00Z"),
            PublishedFrom.FEED,
            Precision.SECOND,
            Optional.of(ZoneOffset.ofHours(3)));
    Document document =
        merged(page("", BEGINNING + "</p><p>" + REST), entry("", minute, "Анна Сидорова"));
    assertThat(document.content().authors()).containsExactly("Анна Сидорова");
    assertThat(document.times().published()).isEqualTo(minute);
    assertThat(from(document, "authors")).isEqualTo("listing");
    assertThat(from(document, "published")).isEqualTo("feed");
  }

  @Test
  void theFeedsExactTimeWinsOverThePagesDayOfTheSameDate() {
    Claimed minute =
        new Claimed(
            Instant.parse("2026-11-24T11:05:00Z"),
            PublishedFrom.FEED,
            Precision.MINUTE,
            Optional.of(ZoneOffset.ofHours(3)));
    String html =
        page("<meta name='datePublished' content='2026-11-24'>", BEGINNING + "</p><p>" + REST);
    assertThat(merged(html, entry("", minute, "")).times().published()).isEqualTo(minute);
  }

  @Test
  void theFullTextOfTheFeedWinsOverThePartBeforeAWall() {
    String full = "<p>" + BEGINNING + "</p><p>" + REST + "</p><p>" + REST + "</p>";
    Document document = merged(page("", BEGINNING), entry(full, day(), ""));
    assertThat(document.content().body()).contains("почти без техники");
    assertThat(from(document, "body")).isEqualTo("listing");
    assertThat(from(document, "title")).isEqualTo("page");
  }

  @Test
  void aLongerTextOfTheFeedThatIsAnotherTextDoesNotReplaceThePage() {
    String other = ("<p>Реклама: купите дом у озера недорого и навсегда. </p>").repeat(30);
    Document document = merged(page("", BEGINNING), entry(other, day(), ""));
    assertThat(document.content().body()).startsWith("В четверг утром");
    assertThat(from(document, "body")).isEqualTo("page");
  }

  @Test
  void theTitleOfTheFeedFindsItsPieceBesideALongerNameOfTheSite() {
    String html =
        "<html><head><title>«Вестник Заречья» - газета Зареченского района | Официальный сайт - В"
            + " Заречье открыли мост</title></head><body><p>"
            + BEGINNING
            + "</p><p>"
            + REST
            + "</p></body></html>";
    assertThat(merged(html, entry("", day(), "")).content().title())
        .isEqualTo("В Заречье открыли мост");
  }

  private Document merged(String html, Entry entry) {
    PageInput input = PageInput.of(html, Optional.of(URI.create(URL)), SEEN).withListed(entry);
    if (!(new PageExtractor().extract(input) instanceof PageResult.Article article)) {
      throw new AssertionError("not an article");
    }
    return new Assembler(Duration.ofMinutes(30))
        .assemble(
            new Assembler.Parts(
                source,
                entry,
                Optional.of(article),
                Address.of(URL).orElseThrow(),
                state(entry),
                SEEN,
                Optional.empty()));
  }

  private EntryState state(Entry entry) {
    return new EntryState(
        DocumentId.of(URL),
        source.id(),
        URL,
        Optional.empty(),
        Validators.NONE,
        SEEN,
        Optional.empty(),
        Optional.empty(),
        SEEN,
        Optional.of(SEEN),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        EntryCodec.toJson(entry));
  }

  private static Claimed day() {
    return new Claimed(
        Instant.parse("2026-11-24T00:00:00Z"), PublishedFrom.FEED, Precision.DAY, Optional.empty());
  }

  private static Entry entry(String content, Claimed published, String author) {
    return new Entry(
        "1",
        Optional.of(URL),
        "В Заречье открыли мост",
        "",
        content,
        false,
        Optional.of(published),
        Optional.empty(),
        author.isEmpty() ? List.of() : List.of(author),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of("ru"),
        -1,
        Set.of());
  }

  private static String page(String head, String text) {
    return "<html><head><title>В Заречье открыли мост | Вестник</title>%s</head><body><h1>В Заречье открыли мост</h1><p>%s</p></body></html>"
        .formatted(head, text);
  }

  private static String from(Document document, String field) {
    return document.extra().path("from").path(field).asText();
  }
}
