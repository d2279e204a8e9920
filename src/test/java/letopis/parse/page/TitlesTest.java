package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.SiteMemory;
import org.junit.jupiter.api.Test;

class TitlesTest {
  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final String LONG_NAME =
      "\"Вестник Заречья\" - газета Зареченского района | Официальный сайт";
  private static final String TEXT =
      """
      <p>В четверг утром в Заречье открыли мост через реку Быструю, который строили три года. По нему
      уже пошли автобусы, а первыми проехали строители и жители ближней улицы.</p>
      <p>Как рассказали в администрации района, движение по старому мосту закроют с понедельника, и
      объезд больше не понадобится ни легковым машинам, ни грузовым.</p>
      """;

  @Test
  void whereTheTitleElementNamesTheSiteAloneTheHeadingOverTheTextIsTheTitle() {
    String name = "Администрация Зареченского района";
    assertThat(
            title(
                PageInput.of(
                    page(name, "<h1>О запрете выхода на лёд</h1>"), address("a.example"), AT)))
        .isEqualTo("О запрете выхода на лёд");
    String logo = "<h1><a href='/'>Сайт нашего края</a></h1>";
    assertThat(title(PageInput.of(page(name, logo), address("a.example"), AT))).isEqualTo(name);
  }

  @Test
  void theHeadingThatEndsTheTitleElementIsTheTitleHoweverLongTheNameOfTheSiteIs() {
    String html = page(LONG_NAME + " - Мост открыли", "<h1>Общество</h1><h2>Мост открыли</h2>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT))).isEqualTo("Мост открыли");
  }

  @Test
  void thePieceThatTheFeedGivesAsTitleIsTheTitle() {
    String html = page(LONG_NAME + " - Мост открыли", "<div>Общество</div>");
    PageInput plain = PageInput.of(html, address("vestnik.example"), AT);
    assertThat(title(plain)).isNotEqualTo("Мост открыли");
    assertThat(title(plain.withListed(Listed.titled("Мост  открыли!")))).isEqualTo("Мост открыли");
  }

  @Test
  void aFeedTitleThatThePageDoesNotBearChangesNothing() {
    String html = page("Мост открыли | Вестник", "<h1>Мост открыли</h1>");
    PageInput input = PageInput.of(html, address("vestnik.example"), AT);
    assertThat(title(input.withListed(Listed.titled("Новости дня")))).isEqualTo("Мост открыли");
  }

  @Test
  void piecesThatRepeatOnThePagesOfASiteAreItsName() {
    SiteMemory memory = new SiteMemory();
    for (String other : new String[] {"Хлеб убран", "Школа ждёт", "Пожар потушен"}) {
      new PageExtractor()
          .learnAndExtract(
              PageInput.of(page(LONG_NAME + " - " + other, ""), address("v.example"), AT)
                  .withMemory(memory));
    }
    PageInput input =
        PageInput.of(page(LONG_NAME + " - Мост открыли", ""), address("v.example"), AT);
    assertThat(title(input.withMemory(memory))).isEqualTo("Мост открыли");
  }

  @Test
  void aKickerInTheHeadingIsNotTheTitle() {
    String html =
        page(
            "Мост открыли после трёх лет стройки | Вестник",
            "<h1><span>Дороги</span> <span>Мост открыли после трёх лет стройки</span></h1>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT)))
        .isEqualTo("Мост открыли после трёх лет стройки");
  }

  @Test
  void aKickerThatOnlyLooksOtherwiseIsNotTheTitle() {
    String html =
        page(
            "Мост открыли после трёх лет стройки",
            "<h1><small>Заречье</small><br>Мост открыли после трёх лет стройки</h1>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT)))
        .isEqualTo("Мост открыли после трёх лет стройки");
  }

  @Test
  void aKickerThatIsNamedSoGoesThoughMachinesAreToldItToo() {
    String html =
        page(
            "Дороги - Мост открыли после трёх лет стройки",
            "<h1><span class='overline'>Дороги</span> Мост открыли после трёх лет стройки</h1>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT)))
        .isEqualTo("Мост открыли после трёх лет стройки");
  }

  @Test
  void aLargeHeadingWithTheNameOfABlogGivesWayToTheOneOfTheEntry() {
    String html = page("Заречник » Мост открыли", "<h1>Заречник</h1><h2>Мост открыли</h2>");
    html = html.replace("<head>", "<head><meta property='og:site_name' content='Заречник'>");
    assertThat(title(PageInput.of(html, address("blog.example"), AT))).isEqualTo("Мост открыли");
  }

  @Test
  void theLastStepOfThePathToThePageIsNotItsHeading() {
    String path = "<nav class='breadcrumb'><ol><li><h1>Мост: когда откроют</h1></li></ol></nav>";
    String html = page("Мост: когда откроют", path + "<h2>В Заречье открыли мост</h2>");
    html =
        html.replace("<head>", "<head><meta property='og:title' content='В Заречье открыли мост'>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT)))
        .isEqualTo("В Заречье открыли мост");
  }

  @Test
  void whatStandsBehindTheTitleInItsHeadingIsNoPartOfIt() {
    String html =
        page("В Заречье открыли мост", "<h1>В Заречье открыли мост 02.02.2026 • Дороги</h1>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT)))
        .isEqualTo("В Заречье открыли мост");
  }

  @Test
  void theOnlyLargeHeadingMayBeLongerThanTheTitleForSearchEngines() {
    String heading = "Мост через Быструю: почему его строили так долго и кто за это заплатил";
    assertThat(
            title(
                PageInput.of(
                    page("Мост через Быструю | Вестник", "<h1>" + heading + "</h1>"),
                    address("vestnik.example"),
                    AT)))
        .isEqualTo(heading);
  }

  @Test
  void aPageWithoutATitleElementIsCalledByItsFirstHeading() {
    String html = page("", "<h1></h1><h2>Мост открыли</h2>");
    assertThat(title(PageInput.of(html, address("vestnik.example"), AT))).isEqualTo("Мост открыли");
  }

  @Test
  void anErrorOfTheServerBeforeThePageHidesNoTitle() {
    String html = page("Мост открыли", "<h2>Дороги</h2>");
    String error = "<b>Warning</b>: mysql_connect() in <b>/var/www/db.php</b> on line <b>23</b>";
    assertThat(title(PageInput.of(error + html, address("vestnik.example"), AT)))
        .isEqualTo("Мост открыли");
  }

  @Test
  void whatTheTitleElementHasAroundTheOtherTitlesIsTheSite() {
    String html =
        page(
                "Мост открыли после трёх лет - Степной край",
                "<h2>Степной край</h2><h1>В Заречье после трёх лет стройки открыли мост</h1>")
            .replace(
                "<head>", "<head><meta property='og:title' content='Мост открыли после трёх лет'>");
    assertThat(title(PageInput.of(html, address("sk.example"), AT)))
        .isEqualTo("В Заречье после трёх лет стройки открыли мост");
  }

  @Test
  void aDayBeforeTheTitleIsNoPartOfIt() {
    String dated = "19.11.2026 - Мост открыли после стройки";
    assertThat(
            title(
                PageInput.of(
                    page(dated, "<h1>" + dated + "</h1>"), address("vestnik.example"), AT)))
        .isEqualTo("Мост открыли после стройки");
    assertThat(title(PageInput.of(page("19.11.2026", ""), address("vestnik.example"), AT)))
        .isEqualTo("19.11.2026");
    String old = "22.06.1941: Первый день без моста";
    assertThat(title(PageInput.of(page(old, "<h1>" + old + "</h1>"), address("v.example"), AT)))
        .isEqualTo(old);
  }

  private static Optional<URI> address(String host) {
    return Optional.of(URI.create("https://" + host + "/a/1.html"));
  }

  private static String page(String title, String headings) {
    return "<html><head><title>%s</title></head><body>%s%s</body></html>"
        .formatted(title, headings, TEXT);
  }

  private static String title(PageInput page) {
    return switch (new PageExtractor().extract(page)) {
      case PageResult.Article article -> article.content().title();
      case PageResult.NotAnArticle other -> other.title().orElse("");
      case PageResult.Refused refused -> throw new AssertionError(refused.reason());
    };
  }
}
