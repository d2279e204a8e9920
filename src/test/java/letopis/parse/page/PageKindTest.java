package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageKindTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final String STORY =
      "<p>В четверг утром в Заречье открыли мост через реку Быструю, который строили три года. По"
          + " нему уже пошли автобусы, а первыми проехали строители и жители ближней улицы.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          404 Not Found | Вестник              ; error page
          Страница не найдена — Вестник        ; error page
          Ошибка 404                           ; error page
          Page not found - Herald              ; error page
          Seite nicht gefunden                 ; error page
          Just a moment...                     ; access check
          Доступ ограничен                     ; access check
          503 Service Temporarily Unavailable  ; error page
          Ошибка 500                           ; error page
          Внимание! Обнаружена ошибка          ; error page
          Account Suspended                    ; error page
          Index of /news                       ; error page
          Домен most.example продаётся         ; error page
          Сайт временно недоступен             ; error page
          Технические работы на сайте          ; error page
          Материал удалён                      ; error page
          Under maintenance                    ; error page
          Pardon Our Interruption              ; access check
          Before you continue to Herald        ; access check
          """)
  void aServersExcuseIsNoArticleThoughTheServerSaid200(String title, String reason) {
    assertThat(reason(page(title, "<h1>" + title + "</h1>" + STORY), "https://v.example/a/1.html"))
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Страница не найденного солдата дописана школьниками
          Ошибка 404 на сайте госуслуг помешала жителям Заречья записаться к врачу
          Доступ запрещён: почему закрыли набережную в Заречье
          Вход в парк снова бесплатный
          События недели: мост, школа и хлеб
          Lakeland is for sale
          Пароход продаётся
          """)
  void newsThatBeginsLikeAnExcuseIsNews(String title) {
    String html = page(title, "<h1>" + title + "</h1>" + STORY);
    assertThat(reason(html, "https://v.example/a/1.html")).isEmpty();
  }

  @Test
  void aHiddenHeadingThatNothingWasFoundWaitsForItsScript() {
    String hidden = "<div style='display:none'><h1>Страница не найдена</h1></div>";
    String html = page("Мост", hidden + "<h1>Мост</h1>" + STORY);
    assertThat(reason(html, "https://v.example/a/1.html")).isEmpty();
  }

  @Test
  void aLinkAroundSeveralBlocksCrashesNothing() {
    String card =
        "<a href='/most'><div>В Заречье открыли мост через реку Быструю</div>и пустили по нему"
            + " автобусы</a> с остановками на обоих берегах реки у школы и у рынка в центре";
    String html = page("Мост", "<h1>Мост</h1>" + STORY + "<div>" + card + "</div>");
    assertThat(reason(html, "https://v.example/a/1.html")).isEmpty();
  }

  @Test
  void aFormToLogInIsNoArticle() {
    String form = "<form><input name='u'><input type='password' name='p'></form>";
    String html = page("Вход", "<h1>Вход</h1>" + form + "<p>Введите имя и пароль.</p>");
    assertThat(reason(html, "https://v.example/login")).contains("login page");
  }

  @Test
  void theTeasersOfAFrontPageAreNoArticle() {
    assertThat(reason(page("Вестник Заречья", teasers(14)), "https://v.example/")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1", "h3"})
  void aFrontPageOfArticleElementsIsNoArticleThoughItsFirstTeaserGivesTheTitle(String heading) {
    String all =
        IntStream.range(0, 14)
            .mapToObj(
                i ->
                    "<article class='t'><%s><a href='/a/%d'>В Заречье случилось событие номер %d за этот год</a></%s><p>О нём рассказали очевидцы и власти района, которые обещали разобраться во всём до конца недели.</p></article>"
                        .formatted(heading, i, i, heading))
            .collect(Collectors.joining());
    assertThat(
            reason(
                page("В Заречье случилось событие номер 0 за этот год", all), "https://v.example/"))
        .contains("index page");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Архив новостей | /archive",
        "Результаты поиска: мост | /?q=мост",
        "Усі новини | /novyny/",
        "Schlagwort: Brücke | /schlagwort/bruecke/",
        "Alle Nachrichten | /nachrichten",
        "Étiquette : pont | /etiquettes/pont/",
        "Toutes les actualités | /actualites",
        "Etiqueta: puente | /etiquetas/puente/",
        "Resultados de la búsqueda | /buscar/",
        "Search results for bridge | /search?q=bridge",
        "Tag: bridge | /tag/bridge/",
      })
  void aShortListOfNewsUnderOneNameIsNoArticle(String title, String path) {
    String address = "https://v.example" + path.replace("мост", "%D0%BC");
    assertThat(reason(page(title, "<h1>" + title + "</h1>" + teasers(4)), address))
        .contains("index page");
  }

  @Test
  void twoSentencesUnderTheTitleAreAnArticleThoughTeasersFollow() {
    String html =
        page(
            "Мост открыли",
            "<h1>Мост открыли</h1>" + STORY + "<aside class='related'>" + links(6) + "</aside>");
    assertThat(reason(html, "https://v.example/a/1.html")).isEmpty();
  }

  @Test
  void aPageListedUnderItsTitleIsAnArticleThoughMuchSpeaksAgainstIt() {
    String html =
        page("Мост открыли в Заречье", "<h1>Мост открыли в Заречье</h1>" + STORY + teasers(10));
    PageInput input = PageInput.of(html, Optional.of(URI.create("https://v.example/a/1.html")), AT);
    assertThat(new PageExtractor().extract(input)).isInstanceOf(PageResult.NotAnArticle.class);
    assertThat(
            new PageExtractor().extract(input.withListed(Listed.titled("Мост открыли в Заречье"))))
        .isInstanceOf(PageResult.Article.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news/?id=1203", "/lenta/?ELEMENT_ID=1203", "/2026/11/23/most/"})
  void anAddressOfOneThingSpeaksForAnArticle(String path) {
    String html =
        page(
            "Мост открыли",
            "<h1>Мост открыли</h1>"
                + STORY
                + "<aside class='related'>"
                + links(40)
                + "<p><time>14:05</time></p>".repeat(5)
                + "</aside>");
    assertThat(reason(html, "https://v.example" + path)).isEmpty();
    assertThat(reason(html, "https://v.example/news/")).contains("index page");
  }

  @Test
  void aShelfOfAShopIsNoArticleThoughItsGoodsAreDescribed() {
    assertThat(reason(shelf("<b>1 200 ₽</b>"), "https://v.example/collections/lodki"))
        .contains("index page");
    assertThat(reason(shelf(""), "https://v.example/collections/lodki")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive category category-7",
        "home paged paged-2",
        "com_content view-category layout-blog",
        "catalog-category-view",
        "page-taxonomy-term",
      })
  void whatTheEngineNamesAListIsNoArticleThoughOneTextStandsOnIt(String names) {
    String html = page("Посёлок", "<h1>Посёлок</h1>" + STORY + links(4));
    assertThat(reason(html, "https://v.example/poselok")).isEmpty();
    assertThat(reason(named(html, names), "https://v.example/poselok")).contains("index page");
    assertThat(reason(named(html, names + " single single-post"), "https://v.example/poselok"))
        .isEmpty();
  }

  @Test
  void whatTheEngineNamesAForumIsOne() {
    String html = page("Мост", "<h1>Мост</h1>" + STORY);
    assertThat(reason(named(html, "single bbpress"), "https://v.example/a/1")).contains("forum");
  }

  @ParameterizedTest
  @CsvSource({
    "/poselok?PAGEN_1=%d, true",
    "/poselok/page/%d, true",
    "/2026/11/%d, false",
    "/poselok/comment-page-%d, false",
    "#note%d, false",
  })
  void aRowOfPagesSpeaksForAList(String address, boolean list) {
    String rows =
        IntStream.range(2, 6)
            .mapToObj(i -> ("<a href='" + address + "'>%d</a> ").formatted(i, i))
            .collect(Collectors.joining());
    String html = page("Посёлок", "<h1>Посёлок</h1>" + teasers(3) + "<p>" + rows + "</p>");
    assertThat(reason(html, "https://v.example/poselok").isPresent()).isEqualTo(list);
  }

  @Test
  void headlinesThatShareAParagraphWithTheirTeasersMakeAList() {
    String list =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    "<p class='i'><span>1%d.11.2026</span> <a href='/n/%d/'><b>Сгорел дом номер %d в Полевом</b></a><br>Хозяева спаслись сами.</p>"
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    String pages = "<div>Страницы: <a href='?PAGEN_1=2'>2</a> <a href='?PAGEN_1=3'>3</a></div>";
    String html = page("Происшествия", "<h1>Происшествия</h1>" + list + pages);
    assertThat(reason(html, "https://v.example/news/proisshestviya/")).contains("index page");
  }

  @Test
  void theHomePageOfAFirmThatShowsWhatItHasIsNoListing() {
    String all =
        Stream.of("мосты", "дороги", "набережные", "переходы")
            .map(
                what ->
                    "<div class='f'><h3><a href='/%1$s'>Наши %1$s служат сто лет</a></h3><p>Мы строим %1$s из своего камня и отвечаем за них, пока они стоят, чинить будем тоже мы. Первые %1$s мы построили ещё в прошлом веке, они целы и сегодня, по ним ездят каждый день. Приходите посмотреть, как это делается, и спросите о цене: %1$s не так дороги, как о них говорят. Чертежи, расчёты и разрешения берём на себя, сроки называем сразу.</p></div>"
                        .formatted(what))
            .collect(Collectors.joining());
    String html = page("Мосты и дороги", "<h1>Строим надолго</h1>" + all);
    assertThat(reason(html, "https://v.example/")).isEmpty();
    assertThat(reason(page("Вестник", teasers(6)), "https://v.example/")).contains("index page");
  }

  @Test
  void theContentsOfAManualBesideAShortPageMakeNoListing() {
    String html =
        page(
            "Как пользоваться весами",
            "<nav>" + links(40) + "</nav><h1>Как пользоваться весами</h1>" + teasers(3));
    assertThat(reason(html, "https://docs.v.example/vesy")).isEmpty();
    assertThat(reason(html, "https://v.example/vesy")).contains("index page");
  }

  private static String named(String html, String names) {
    return html.replace("<body>", "<body class='" + names + "'>");
  }

  private static String shelf(String price) {
    String goods =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    "<div class='g'><h3>Лодка %d</h3><p>Лёгкая надувная лодка номер %d для двоих с насосом и вёслами.</p><div class='p'>%s</div></div>"
                        .formatted(i, i, price))
            .collect(Collectors.joining());
    return page("Лодки", "<h1>Лодки</h1>" + goods);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <h1>Страница не найдена</h1><p>Начните с главной.</p>                       ; error page
          <h1>Ошибка</h1><p>Запрашиваемая вами страница не существует.</p>            ; error page
          <p>По данному адресу публикаций на сайте не найдено, либо нет доступа.</p> ; error page
          <p>Подтвердите, что запросы отправляли вы, а не робот.</p>                  ; access check
          <p>Пожалуйста, включите JavaScript в вашем браузере.</p>                    ; no text
          """)
  void aPageThatBearsTheNameOfItsSiteSaysByItsWordsThatNothingIsThere(String body, String reason) {
    assertThat(reason(page("Вестник Заречья", body), "https://v.example/a/1.html"))
        .contains(reason);
  }

  @Test
  void newsOfWorksOnASiteIsAnArticle() {
    String menu = "<nav>" + "<a href='/r/1'>Рубрика</a> ".repeat(140) + "</nav>";
    String html = page("Технические работы", "<h1>Технические работы</h1>" + STORY + menu);
    assertThat(reason(html, "https://v.example/news/2026/11/20/raboty.html")).isEmpty();
  }

  private static String teasers(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<div class='t'><h3><a href='/a/%d'>В Заречье случилось событие номер %d за этот год</a></h3><p>О нём рассказали очевидцы и власти района, которые обещали разобраться во всём до конца недели.</p></div>"
                    .formatted(i, i))
        .collect(Collectors.joining());
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<li><a href='/a/%d'>В Заречье случилось событие номер %d</a></li>".formatted(i, i))
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String page(String title, String body) {
    return "<html><head><title>%s</title></head><body>%s</body></html>".formatted(title, body);
  }

  private static Optional<String> reason(String html, String url) {
    return switch (new PageExtractor()
        .extract(PageInput.of(html, Optional.of(URI.create(url)), AT))) {
      case PageResult.Article _ -> Optional.empty();
      case PageResult.NotAnArticle other -> Optional.of(other.reason());
      case PageResult.Refused refused -> Optional.of("refused: " + refused.reason());
    };
  }
}
