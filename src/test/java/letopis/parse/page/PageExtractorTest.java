package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.SiteMemory;
import letopis.sources.Source;
import org.junit.jupiter.api.Test;

class PageExtractorTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-23T18:00:00Z");
  private static final URI URL = URI.create("https://vestnik.example/news/most/");
  private static final String PARAGRAPH =
      "<p>The council of the district decided on Monday to rebuild the old bridge over the river,"
          + " and the work is going to take about three years, the mayor told reporters.</p>";

  private final PageExtractor extractor = new PageExtractor();

  @Test
  void aPageOfMillionsOfTagsIsRefused() {
    String most = PARAGRAPH + "<br>".repeat(PageExtractor.MAX_TAGS - 2);

    assertThat(extractor.extract(page(most + "<br>")))
        .isInstanceOfSatisfying(
            PageResult.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("more than 1000000 tags"));
    assertThat(extractor.extract(page(most))).isInstanceOf(PageResult.Article.class);
  }

  @Test
  void veryShortNewsTakesNeitherItsDatelineNorATeaser() {
    PageResult.Article article =
        article(
            page(
                """
                <html lang="ru"><head><title>Парк обновят — Вестник</title></head><body>
                <article><h1>Парк обновят</h1>
                <div class="meta"><time>30 октября 2026, 01:23</time> <span>Город</span></div>
                <div class="article-text"><p>Проложат 5 километров дорожек и поставят 109 скамеек.</p>
                <p>За проект проголосовали 18 тысяч жителей.</p></div></article>
                <aside class="related"><h3>Читайте также</h3><ul>
                <li><a href="/a/">Без воды остались 89 домов на улице Победы</a></li></ul></aside>
                </body></html>\
                """));
    assertThat(article.content().body())
        .isEqualTo(
            "Проложат 5 километров дорожек и поставят 109 скамеек.\n"
                + "За проект проголосовали 18 тысяч жителей.");
  }

  @Test
  void readsARegionalNewsPageWithoutItsSurroundings() {
    PageResult.Article article = article(page(resource("regional-news.html")));

    assertThat(article.content().body())
        .startsWith("Новый мост через реку Быструю открыли")
        .contains("Мост строили три года. Работы обошлись")
        .contains("«Мы ждали этого дня")
        .endsWith("набережную с пешеходной дорожкой.")
        .doesNotContain("Читайте также")
        .doesNotContain("Паром через Быструю закрыли")
        .doesNotContain("Поделиться")
        .doesNotContain("Фото: А. Лугов")
        .doesNotContain("Наконец-то дождались")
        .doesNotContain("При использовании материалов");
    assertThat(article.content().title()).isEqualTo("В Заречье открыли мост через Быструю");
    assertThat(article.siteName()).contains("Вестник Заречья");
    assertThat(article.content().lang()).isEqualTo("ru");
    assertThat(article.content().authors()).containsExactly("Ирина Полевая");
    assertThat(article.content().tags()).containsExactly("мост", "Заречье");
    assertThat(article.content().links())
        .singleElement()
        .satisfies(link -> assertThat(link.url()).isEqualTo("https://vestnik.example/adm/"));
    assertThat(article.addresses().canonical())
        .contains("https://vestnik.example/news/2026/11/most/");
    assertThat(article.addresses().others())
        .containsExactly("https://vestnik.example/amp/news/2026/11/most/");
    assertThat(article.content().images().getFirst().url())
        .isEqualTo("https://vestnik.example/img/most.jpg");
  }

  @Test
  void countsRelativeDatesFromTheCaptureInTheZoneOfTheSource() {
    PageInput page = page(resource("regional-news.html")).withZone(ZoneId.of("Europe/Moscow"));

    assertThat(article(page).published())
        .hasValueSatisfying(
            claim -> {
              assertThat(claim.at()).isEqualTo("2026-11-23T11:05:00Z");
              assertThat(claim.precision()).isEqualTo(Precision.MINUTE);
              assertThat(claim.from()).isEqualTo(PublishedFrom.PAGE_TEXT);
            });
  }

  @Test
  void saysThatAnIndexPageIsNoArticle() {
    assertThat(extractor.extract(page(resource("index-page.html"))))
        .isInstanceOfSatisfying(
            PageResult.NotAnArticle.class,
            other -> assertThat(other.reason()).isEqualTo("index page"));
  }

  @Test
  void saysThatAForumThreadIsNoArticle() {
    String html =
        "<html><head><meta name=generator content='phpBB 3'></head><body><h1>Bridge</h1>"
            + PARAGRAPH.repeat(3)
            + "</body></html>";

    assertThat(extractor.extract(page(html)))
        .isInstanceOfSatisfying(
            PageResult.NotAnArticle.class, other -> assertThat(other.reason()).isEqualTo("forum"));
  }

  @Test
  void keepsVeryShortNews() {
    String html =
        "<html lang=ru><head><title>Дорогу закроют до весны | Вестник</title></head><body><div"
            + " id=menu><a href=/a>Главная</a> <a href=/b>Новости</a></div><div"
            + " class=news><h1>Дорогу закроют до весны</h1><p>Дорогу на Верхний закроют на ремонт"
            + " до весны, сообщили в районной администрации. Объезд организуют через Сосновку.</p>"
            + "</div></body></html>";

    assertThat(article(page(html)).content().body())
        .isEqualTo(
            "Дорогу на Верхний закроют на ремонт до весны, сообщили в районной администрации."
                + " Объезд организуют через Сосновку.");
  }

  @Test
  void readsTextThatHasLineBreaksInsteadOfParagraphs() {
    String text = "Совет района решил в понедельник перестроить старый мост через реку Быструю.";
    String html =
        "<html><head><title>Мост перестроят</title></head><body><h1>Мост перестроят</h1>"
            + "<div class=text>"
            + text
            + "<br><br>Работы займут три года, сказал глава района журналистам на"
            + " встрече.<br><br>Деньги на это выделит область, их хватит и на новую дорогу до"
            + " станции.</div></body></html>";

    assertThat(article(page(html)).content().body().lines()).hasSize(3).first().isEqualTo(text);
  }

  @Test
  void keepsListsHeadingsAndTablesAsLines() {
    String html =
        "<html><head><title>Bridge plan</title></head><body><article><h1>Bridge plan</h1>"
            + PARAGRAPH
            + "<h2>What will be built first of all</h2>"
            + PARAGRAPH.replace("Monday", "Tuesday")
            + "<ul><li>two lanes for cars and one for buses in each direction of the road</li>"
            + "<li>a wide path for people who walk or ride a bicycle along the river</li></ul>"
            + PARAGRAPH.replace("Monday", "Friday")
            + "</article></body></html>";

    assertThat(article(page(html)).content().body().lines())
        .contains(
            "What will be built first of all",
            "- two lanes for cars and one for buses in each direction of the road");
  }

  @Test
  void takesWhatTheSiteSelectorsName() {
    String html =
        "<html><head><title>x</title></head><body><h1>Wrong</h1><h2 class=t>Right title</h2><div"
            + " class=b><p>Short.</p><p class=ad>Buy it.</p></div><i class=w>1.02.2026"
            + " 10:30</i><u>Ann Lee</u>"
            + PARAGRAPH.repeat(2)
            + "</body></html>";
    Source.Selectors selectors =
        new Source.Selectors(
            Optional.of(".t"),
            Optional.empty(),
            Optional.of(".b"),
            Optional.of(".w"),
            Optional.of("u"),
            Optional.empty(),
            List.of(".ad"));

    PageResult.Article article = article(page(html).withSelectors(selectors));

    assertThat(article.content().title()).isEqualTo("Right title");
    assertThat(article.content().body()).isEqualTo("Short.");
    assertThat(article.content().authors()).containsExactly("Ann Lee");
    assertThat(article.published().orElseThrow().at()).isEqualTo("2026-02-01T10:30:00Z");
  }

  @Test
  void prefersTheDateOfTheArticleToThatOfATeaser() {
    String html =
        "<html><head><title>Bridge</title></head><body><div class=related><a href=/x>Other news of"
            + " the town<time"
            + " datetime=2026-11-22T09:00:00Z></time></a></div><article><h1>Bridge</h1><time"
            + " datetime=2026-11-20T08:30:00+03:00>20 Nov</time>"
            + PARAGRAPH.repeat(1)
            + PARAGRAPH.replace("Monday", "Friday")
            + "</article></body></html>";

    assertThat(article(page(html)).published().orElseThrow().at())
        .isEqualTo("2026-11-20T05:30:00Z");
  }

  @Test
  void refusesDatesOfTheFuture() {
    String html =
        "<html><head><title>Bridge</title><meta property=article:published_time"
            + " content=2031-01-01T00:00:00Z></head><body><article><h1>Bridge</h1>"
            + PARAGRAPH
            + PARAGRAPH.replace("Monday", "Friday")
            + "</article></body></html>";

    assertThat(article(page(html)).published()).isEmpty();
  }

  @Test
  void distrustsAStubInStructuredData() {
    String html =
        "<html><head><title>Bridge</title><script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"datePublished\":\"2026-11-20\",\"articleBody\":\"Read"
            + " more\"}</script></head><body><article><h1>Bridge</h1>"
            + PARAGRAPH
            + PARAGRAPH.replace("Monday", "Friday")
            + "</article></body></html>";

    assertThat(article(page(html)).content().body()).startsWith("The council").contains("Friday");
  }

  @Test
  void usesTheTextOfStructuredDataWhereThePageShowsNone() {
    String body = "The council of the district decided to rebuild the bridge. ".repeat(20);
    String html =
        "<html><head><title>Bridge</title><script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\","
            + "\"headline\":\"Bridge\",\"datePublished\":\"2026-11-20\",\"articleBody\":\""
            + differing(body)
            + "\"}</script></head><body><h1>Bridge</h1><div id=app></div></body></html>";

    assertThat(article(page(html)).content().body()).startsWith("The council of the district");
  }

  @Test
  void forgetsBlocksThatStandOnManyPagesOfTheSite() {
    String promise =
        "<p>Our newspaper has been telling the news of the district to its readers for ninety"
            + " years, and we are glad that you are with us.</p>";
    SiteMemory memory = new SiteMemory();
    for (int i = 0; i < 3; i++) {
      extractor.learnAndExtract(page(body("Story number " + i, promise)).withMemory(memory));
    }
    String html = body(PARAGRAPH + PARAGRAPH.replace("Monday", "Friday"), promise);

    assertThat(article(page(html)).content().body()).contains("ninety years");
    assertThat(article(page(html).withMemory(memory)).content().body())
        .contains("Friday")
        .doesNotContain("ninety years");
  }

  @Test
  void readsWindows1251ThatOnlyTheMetaElementNames() {
    String html =
        resource("regional-news.html").replace("charset=\"utf-8\"", "charset=\"windows-1251\"");
    PageInput page =
        PageInput.of(html.getBytes(Charset.forName("windows-1251")), Optional.of(URL), CAPTURED);

    assertThat(article(page).content().title()).isEqualTo("В Заречье открыли мост через Быструю");
  }

  @Test
  void refusesBytesThatAreNoPage() {
    byte[] pdf = "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII);

    assertThat(extractor.extract(PageInput.of(pdf, Optional.empty(), CAPTURED)))
        .isInstanceOfSatisfying(
            PageResult.Refused.class, no -> assertThat(no.reason()).isEqualTo("a PDF file"));
  }

  @Test
  void answersToAnyBytes() {
    byte[] good = resource("regional-news.html").getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = seed % 5 == 0 ? new byte[random.nextInt(3000)] : good.clone();
      for (int i = 0; i < bytes.length; i += 1 + random.nextInt(60)) {
        bytes[i] = (byte) random.nextInt(256);
      }
      assertThat(extractor.extract(PageInput.of(bytes, Optional.of(URL), CAPTURED)))
          .as("seed %d", seed)
          .isNotNull();
    }
  }

  @Test
  void survivesDeepNesting() {
    String html = "<html><body>" + "<div><b><i>".repeat(20_000) + "text" + PARAGRAPH;

    assertThat(extractor.extract(page(html))).isNotNull();
  }

  @Test
  void answersToAMetaElementWithoutEndOnASmallStack() throws InterruptedException {
    String html = "<meta " + "a".repeat(8_000);
    AtomicReference<Object> answer = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> answer.set(extractor.extract(page(html))), "small", 256_000);
    thread.start();
    thread.join();

    assertThat(answer.get()).isInstanceOf(PageResult.NotAnArticle.class);
  }

  private static String differing(String body) {
    StringBuilder text = new StringBuilder();
    String[] words = body.split(" ");
    for (int i = 0; i < words.length; i++) {
      text.append(words[i]).append(i % 7 == 6 ? " " + i + " " : " ");
    }
    return text.toString();
  }

  private static String body(String text, String promise) {
    return "<html><head><title>Bridge over the river</title></head><body><article>"
        + "<h1>Bridge over the river</h1>"
        + text
        + promise
        + "</article></body></html>";
  }

  private PageResult.Article article(PageInput page) {
    PageResult result = extractor.extract(page);
    assertThat(result).isInstanceOf(PageResult.Article.class);
    return (PageResult.Article) result;
  }

  @Test
  void aVeryShortArticleDoesNotEndWithTheFooterOfItsSite() {
    PageResult.Article article =
        article(
            page(
                """
                <title>Мост в Озёрске закрыт — Речной вестник</title>
                <header><a href="/">Речной вестник</a></header>
                <main><article><h1>Мост в Озёрске закрыт</h1>
                <p>Причина — ледоход. Движение откроют через 9 дней.</p>
                <p>Объезд идёт по южной дороге, автобусы ходят чаще.</p></article></main>
                <footer><p>Мы используем файлы cookie. Продолжая пользоваться сайтом, вы
                соглашаетесь с этим.</p></footer>
                """));

    assertThat(article.content().body()).contains("Объезд идёт").doesNotContain("cookie");
  }

  private static PageInput page(String html) {
    return PageInput.of(html, Optional.of(URL), CAPTURED);
  }

  private static String resource(String name) {
    try (InputStream in = PageExtractorTest.class.getResourceAsStream("/pages/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
