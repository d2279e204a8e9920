package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import org.junit.jupiter.api.Test;

class DateFinderTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final String TEXT =
      """
      <p>В четверг утром в Заречье открыли мост через реку Быструю, который строили три года. По нему
      уже пошли автобусы, а первыми проехали строители и жители ближней улицы.</p>
      <p>Как рассказали в администрации района, движение по старому мосту закроют с понедельника, и
      объезд больше не понадобится ни легковым машинам, ни грузовым.</p>
      """;

  @Test
  void aNumberThatBeginsTheLastPartOfAnAddressIsNoDay() {
    // /2026/10/14-… is the fourteenth of nothing: fourteen people recovered.
    Optional<Claimed> found =
        published("", "", "https://vestnik.example/2026/10/14-vyzdorovevshih-za-sutki/");
    assertThat(found).isEmpty();
  }

  @Test
  void dataInACdataSectionAndMetaNamesWithTwoColonsAreRead() {
    String data =
        "<script type='application/ld+json'>\n"
            + "<![CDATA[{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"url\":\"y\","
            + "\"datePublished\":\"2026-03-07T10:00:00Z\"}]]></script>";
    assertThat(published(data, "", "https://v.example/a").orElseThrow().at())
        .isEqualTo("2026-03-07T10:00:00Z");
    String meta = "<meta name='article:published:time' content='2026-03-07T10:00:00Z'>";
    assertThat(published(meta, "", "https://v.example/a").orElseThrow().at())
        .isEqualTo("2026-03-07T10:00:00Z");
  }

  @Test
  void anAddressMayWriteItsDayWithoutZeros() {
    Claimed found = published("", "", "https://vestnik.example/2026/3/7/most").orElseThrow();
    assertThat(found.at()).isEqualTo("2026-03-07T00:00:00Z");
    assertThat(found.from()).isEqualTo(PublishedFrom.URL);
    assertThat(found.precision()).isEqualTo(Precision.DAY);
  }

  @Test
  void whatReadersSeeByTheTitleOutweighsTheAddress() {
    Claimed found =
        published("", "<time>13 сентября 2026, 10:00</time>", "https://v.example/2026/09/12/most")
            .orElseThrow();
    assertThat(found.at()).isEqualTo("2026-09-13T10:00:00Z");
    assertThat(found.from()).isEqualTo(PublishedFrom.PAGE_TEXT);
  }

  @Test
  void aDayThatReadersSeeTakesTheTimeThatMachinesAreToldBesideIt() {
    String info =
        "<div class='icons'><a href='?print=1'>Печать</a></div><dl"
            + " class='article-info'><dt>Информация о материале</dt><dd"
            + " class='category-name'>Категория: <a href='/n'>Новости</a></dd><dd"
            + " class='published'>Опубликовано: <time datetime='2026-11-20T10:00:00+03:00'>20"
            + " ноября 2026</time></dd></dl>";
    assertThat(published("", info, "https://v.example/n/most").orElseThrow().at())
        .isEqualTo("2026-11-20T07:00:00Z");
  }

  @Test
  void whatReadersSeeByTheTitleOutweighsAMetaElementOfUnclearMeaning() {
    String head = "<meta name='date' content='2026-02-12'>";
    assertThat(day(published(head, "<time>05.02.2026</time>", "https://v.example/a")))
        .isEqualTo("2026-02-05");
  }

  @Test
  void aMetaElementThatMeansPublicationOutweighsWhatReadersSee() {
    String head = "<meta property='article:published_time' content='2026-02-12T08:00:00+03:00'>";
    assertThat(day(published(head, "<time>14.02.2026</time>", "https://v.example/a")))
        .isEqualTo("2026-02-12");
  }

  @Test
  void dataOfAScriptCountsWhereAllOfItNamesOneDay() {
    String one =
        "<script>window.__DATA__={\"post\":{\"published_at\":\"2026-03-02T06:22:28+03:00\"}}</script>";
    Claimed found = published(one, "", "https://v.example/a").orElseThrow();
    assertThat(found.at()).isEqualTo("2026-03-02T03:22:28Z");
    assertThat(found.offset()).contains(ZoneOffset.ofHours(3));
    String two = one + "<script>dataLayer.push({'publishDate': '2026-02-27'})</script>";
    assertThat(published(two, "", "https://v.example/a")).isEmpty();
  }

  @Test
  void aPublisherInAScriptIsNoDateOfPublication() {
    String script = "<script>x={\"publisher\":\"2026-03-02T06:22:28+03:00\"}</script>";
    assertThat(published(script, "", "https://v.example/a")).isEmpty();
  }

  @Test
  void aUtcTimeTakesTheOffsetWithWhichTheSiteWritesTheSameTime() {
    String head =
        "<meta property='article:published_time' content='2026-10-18T22:04:00Z'>"
            + "<meta name='date' content='Mon, 19 Oct 2026 01:04:00 +0300'>";
    Claimed found = published(head, "", "https://v.example/a").orElseThrow();
    assertThat(found.at()).isEqualTo("2026-10-18T22:04:00Z");
    assertThat(found.offset()).contains(ZoneOffset.ofHours(3));
  }

  @Test
  void theDaysOfTeasersAreNotThatOfTheArticle() {
    String teasers =
        """
        <div class="t"><a href="/1">Хлеб убран на всех полях района</a><p class="d">4 ноября 2026</p></div>
        <div class="t"><a href="/2">Школа в Заречье ждёт ремонта крыши</a><p class="d">3 ноября 2026</p></div>
        <div class="t"><a href="/3">Пожар на складе потушили за час</a><p class="d">2 ноября 2026</p></div>
        """;
    String html =
        "<html><head><title>Мост открыли в Заречье</title></head><body><div class='side'>"
            + "<h1>Мост открыли в Заречье</h1><p class='d'>5 ноября 2026, 10:39</p>"
            + TEXT
            + teasers
            + "</div></body></html>";
    assertThat(find(PageInput.of(html, Optional.of(URI.create("https://v.example/a")), AT)))
        .map(Claimed::at)
        .contains(Instant.parse("2026-11-05T10:39:00Z"));
  }

  @Test
  void theOnlyMarkedDateOfAPageIsItsOwnEvenInAnAside() {
    String aside =
        "<aside><time itemprop='datePublished' datetime='2026-01-27'>27.01.</time></aside>";
    assertThat(day(published("", aside, "https://v.example/31-januar"))).isEqualTo("2026-01-27");
  }

  @Test
  void aRelativeTimeIsCountedInTheZoneOfTheSourceFromTheTimeOfCapture() {
    String html = page("", "<div class='date'>Сегодня, 01:05</div>");
    PageInput input =
        PageInput.of(
                html,
                Optional.of(URI.create("https://v.example/a")),
                Instant.parse("2026-11-23T22:30:00Z"))
            .withZone(ZoneId.of("Europe/Moscow"));
    // In Moscow the 24th has begun.
    assertThat(find(input)).map(Claimed::at).contains(Instant.parse("2026-11-23T22:05:00Z"));
  }

  @Test
  void datesOfTheFutureAndBeforeTheWebAreRefused() {
    assertThat(published("", "<time>5 марта 2031</time>", "https://v.example/a")).isEmpty();
    assertThat(published("", "<time>5 марта 1931</time>", "https://v.example/a")).isEmpty();
  }

  private static String page(String head, String date) {
    return "<html><head><title>Мост открыли в Заречье</title>%s</head><body><h1>Мост открыли в Заречье</h1>%s%s</body></html>"
        .formatted(head, date, TEXT);
  }

  private static Optional<Claimed> published(String head, String date, String url) {
    return find(PageInput.of(page(head, date), Optional.of(URI.create(url)), AT));
  }

  private static String day(Optional<Claimed> found) {
    Claimed claim = found.orElseThrow();
    return claim.at().atOffset(claim.offset().orElse(ZoneOffset.UTC)).toLocalDate().toString();
  }

  private static Optional<Claimed> find(PageInput page) {
    return switch (new PageExtractor().extract(page)) {
      case PageResult.Article article -> article.published();
      case PageResult.NotAnArticle other -> other.published();
      case PageResult.Refused refused -> throw new AssertionError(refused.reason());
    };
  }
}
