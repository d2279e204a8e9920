package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import letopis.index.Indices;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Uses the page as a reader does, in a real browser. After every test the console must be empty:
/// no script error, no breach of the Content-Security-Policy. Screenshots: `target/screenshots`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  @TempDir static Path data;

  private Newsroom newsroom;
  private ApiServer server;
  private ChromeDriver browser;

  @BeforeAll
  void open() throws Exception {
    assumeTrue(
        Files.exists(CHROMIUM) && Files.exists(DRIVER),
        "no /usr/bin/chromium and /usr/bin/chromedriver: apt-get install chromium chromium-driver");
    Files.createDirectories(SCREENSHOTS);
    Indices indices = TestElasticsearch.freshIndices();
    newsroom = Newsroom.fill(indices, data);
    server = ApiArchive.serve(indices, data, Newsroom.configuration());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=ru",
        "--hide-scrollbars",
        "--user-data-dir=" + data.resolve("profile"));
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "ru,en"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
    browser.manage().window().setSize(new Dimension(1280, 1000));
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void theConsoleIsEmpty() {
    List<String> said =
        browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
            .map(LogEntry::getMessage)
            // A refused request is an answer that the page shows; Chromium logs it all the same.
            .filter(message -> !message.contains("Failed to load resource"))
            .toList();
    assertThat(said).isEmpty();
  }

  private void go(String target) {
    browser.get("http://127.0.0.1:" + server.address().getPort() + target);
  }

  private WebElement await(String css) {
    return new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(
            driver -> {
              List<WebElement> found = driver.findElements(By.cssSelector(css));
              return found.isEmpty() ? null : found.getFirst();
            });
  }

  private void awaitText(String css, String text) {
    new WebDriverWait(browser, Duration.ofSeconds(30))
        // The page may replace what was found before it is read.
        .ignoring(StaleElementReferenceException.class)
        .until(
            driver ->
                driver.findElements(By.cssSelector(css)).stream()
                    .anyMatch(element -> element.getText().contains(text)));
  }

  private void shoot(String name) throws Exception {
    Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static String q(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theFilesOfASearchHaveTheRowsThatItsHeadingCounts() {
    go("/?q=" + q("мост") + "&group=copies");
    awaitText("h1", "копии свёрнуты");

    assertThat(browser.findElement(By.linkText("CSV")).getAttribute("href"))
        .contains("group=copies", "tz=");
    assertThat(browser.findElement(By.linkText("RSS")).getAttribute("href")).contains("tz=");
  }

  @Test
  void aReaderSearchesNarrowsByAFacetAndCanShareTheAddress() throws Exception {
    go("/");
    await(".hit");
    browser.findElement(By.tagName("body")).sendKeys("/");
    browser.switchTo().activeElement().sendKeys("мост", Keys.ENTER);
    await(".hit mark");
    shoot("search");
    browser.findElement(By.xpath("//span[text()='Вестник Приамурья']/ancestor::label")).click();
    await(".chip");

    assertThat(browser.getCurrentUrl()).contains("source=vestnik");
    awaitText(".facet", "Зейский телеграф");
    awaitText(".chip", "Вестник Приамурья");
    go("/?q=" + q("такого нет нигде") + "&source=vestnik&topic=roads");
    awaitText(".chip", "Вестник Приамурья");
    awaitText(".chip", "Дороги и мосты");
    browser.navigate().back();
    await(".chip");
    go(browser.getCurrentUrl().substring(browser.getCurrentUrl().indexOf('/', 8)));
    await(".chip");
    assertThat(browser.findElements(By.cssSelector(".hit .source")))
        .allSatisfy(source -> assertThat(source.getText()).contains("Вестник Приамурья"));
  }

  @Test
  void filtersOfAWatchAreShownByTheirNames() {
    go("/watches?query=" + q("мост") + "&source=vestnik&topic=roads&not.place=zeya");
    awaitText(".chip", "Вестник Приамурья");
    assertThat(browser.findElements(By.cssSelector(".chip")))
        .extracting(WebElement::getText)
        .anyMatch(text -> text.endsWith("Дороги и мосты"))
        .anyMatch(text -> text.endsWith("Зея"));
  }

  @Test
  void aMistakeIsPointedAtUnderTheBox() throws Exception {
    go("/?q=" + q("мост AND"));
    awaitText(".fault", "Ошибка в запросе");
    shoot("mistake");

    assertThat(browser.findElement(By.id("q")).getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.findElements(By.cssSelector(".pointed b"))).isNotEmpty();
  }

  @Test
  void nextAddsThePageAfter() {
    go("/?sort=newest");
    await(".next");
    int before = browser.findElements(By.cssSelector(".hit")).size();
    browser.findElement(By.cssSelector(".next")).click();
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(driver -> driver.findElements(By.cssSelector(".hit")).size() > before);

    assertThat(browser.findElements(By.cssSelector(".hit"))).hasSize(2 * before);
  }

  @Test
  void aDocumentShowsItsTimesAndWhatWasSilentlyChanged() throws Exception {
    go("/document/" + newsroom.corrected().id());
    await(".change del");
    browser.manage().window().setSize(new Dimension(1280, 1500));
    shoot("document");
    browser.manage().window().setSize(new Dimension(1280, 1000));

    assertThat(browser.findElement(By.cssSelector(".evidence")).getText())
        .contains("Мы увидели впервые")
        .contains("появилось между");
    assertThat(browser.findElement(By.cssSelector(".change")).getText()).contains("120");
  }

  @Test
  void aSavedPageInItsFrameRunsNothing() {
    go("/document/" + newsroom.corrected().id());
    WebElement summary = await(".saved summary");
    ((org.openqa.selenium.JavascriptExecutor) browser)
        .executeScript("arguments[0].closest('details').open = true", summary);
    WebElement frame = await(".saved iframe[src]");

    assertThat(frame.getDomAttribute("sandbox")).isEmpty();
    browser.switchTo().frame(frame);
    awaitText("h1", "без закрытия");
    assertThat(browser.findElement(By.tagName("title")).getDomProperty("textContent"))
        .isNotEqualTo("run");
    browser.switchTo().defaultContent();
    // The frame's own policy refusing its script is what this test wants to see.
    browser.manage().logs().get(LogType.BROWSER);
  }

  @Test
  void aClaimIsTracedToTheRemovedPost() throws Exception {
    go("/trace");
    WebElement box = await("#claim");
    box.sendKeys("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков");
    box.sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    await(".origin .title");
    browser.manage().window().setSize(new Dimension(1280, 1900));
    shoot("trace");
    browser.manage().window().setSize(new Dimension(1280, 1000));

    assertThat(script("return document.activeElement.className")).isEqualTo("trace");
    assertThat(browser.getTitle()).startsWith("Мост через Зею закроют").endsWith("Летопись");
    assertThat(browser.findElement(By.cssSelector(".origin")).getText())
        .contains("Зея сейчас", "уже не было");
    assertThat(browser.findElements(By.cssSelector(".appearances > li")))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(browser.findElement(By.cssSelector(".appearances")).getText()).contains("120");
  }

  @Test
  void aTraceSaysHowItsTimesAreKnownAndInWhichZone() {
    go("/trace?text=" + q("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков"));
    await(".origin .grade");

    assertThat(browser.findElement(By.cssSelector(".origin")).getText())
        .contains("Насколько известно время:", "Что тогда видел архив: Из ");
    assertThat(browser.findElement(By.cssSelector(".trace .actions")).getText()).contains("(UTC");
    assertThat(browser.findElement(By.cssSelector("[role=status]")).getDomProperty("textContent"))
        .contains("публикаци")
        .contains("первоисточник");
  }

  @Test
  void anArticleCanBeTracedByAnAddressThatIsReloaded() {
    go("/trace");
    await("#claim");
    String article = "Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков. ".repeat(80);
    script("document.getElementById('claim').value = '" + article + "'");
    browser.findElement(By.cssSelector(".claim .primary")).click();
    await(".trace h2");
    browser.navigate().refresh();
    await(".trace h2");

    assertThat(browser.findElement(By.id("claim")).getDomProperty("value"))
        .isEqualTo(article.strip());
  }

  @Test
  void theLinkToTheContentMovesTheFocusAndNothingElse() {
    go("/trace?text=" + q("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков"));
    WebElement origin = await(".origin");
    String address = browser.getCurrentUrl();
    browser.findElement(By.cssSelector(".skip")).sendKeys(Keys.ENTER);

    assertThat(script("return document.activeElement.id")).isEqualTo("view");
    assertThat(browser.getCurrentUrl()).isEqualTo(address);
    assertThat(origin.isDisplayed()).isTrue();
  }

  @Test
  void theAddressOfATraceLeadsToTheSameAnswerAndSaysSo() {
    go("/trace?text=" + q("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков"));
    await(".origin");
    String address = browser.getCurrentUrl();
    assertThat(address).contains("as_of=20");
    assertThat(browser.findElements(By.cssSelector(".as-of"))).isEmpty();
    browser.navigate().refresh();
    WebElement note = await(".as-of");

    assertThat(note.getText()).startsWith("Ответ по состоянию архива на");
    assertThat(browser.getCurrentUrl()).isEqualTo(address);
    note.findElement(By.tagName("a")).click();
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(_ -> browser.findElements(By.cssSelector(".as-of")).isEmpty());
    await(".origin");
    assertThat(browser.getCurrentUrl()).contains("as_of=").isNotEqualTo(address);
  }

  @Test
  void whatCannotBeTracedIsSaidInWordsWithoutNamesOfTheApi() {
    go("/trace?text=" + q("два слова"));

    assertThat(await(".problem").getText())
        .isEqualTo("В утверждении должно быть не меньше 3 слов.");
  }

  @Test
  void aTraceIsCopiedAsText() {
    go("/trace?text=" + q("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков"));
    await(".origin");
    script("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    browser.findElement(By.xpath("//button[text()='Скопировать текстом']")).click();
    awaitText("[role=status]", "Скопировано");

    assertThat((String) script("return window.copied"))
        .contains("Раньше всех в этом архиве: Зея сейчас", "\n1. ", "http://127.0.0.1:");
    script("navigator.clipboard.writeText = async () => { throw new Error('no'); }");
    browser.findElement(By.xpath("//button[text()='Скопировать текстом']")).click();
    assertThat(await(".plain-text").getDomProperty("value")).contains("Зея сейчас");
  }

  @Test
  void whoHasItFromWhomIsATreeThatNamesWhomTheTraceDoesNotHave() {
    go("/trace");
    await("#claim");
    script(
        """
        const told = (id, name, at, cites = []) => ({
          document: { id, url: 'https://a.example/' + id, title: id, published_precision: 'minute',
            published_from: 'meta', source: { id: name, name, kind: 'news' } },
          passage: { text: id, before: '', after: '', refuted: id === 'd' }, changed: [],
          match: id === 'd' ? 'mention' : 'verbatim', revisions: [1], current: true, cites,
          appeared_between: [null, at], published_at: at, best_time: at, time_quality: 'B' });
        const link = (document) => ({ document, how: 'explicit', via: 'link', confidence: 1 });
        const list = [
          told('a', 'Первая', '2026-01-01T00:00:00Z', [{ name: 'Агентство', how: 'explicit', via: 'phrase', confidence: 1 }]),
          told('b', 'Вторая', '2026-01-01T01:00:00Z', [link('a')]),
          told('c', 'Третья', '2026-01-01T02:00:00Z', [link('a'), link('b')]),
          told('d', 'Четвёртая', '2026-01-01T03:00:00Z')];
        window.fetch = async () => new Response(JSON.stringify({ claim: 'мост через Зею закроют', as_of: '2026-01-02T00:00:00Z', origin: list[0],
          origins: 1, appearances: list, variants: [], fact_checks: [], caveats: [], graph: { edges: [{}] },
          coverage: { sources: 0, covered: 0, gaps: [] } }), { headers: { 'Content-Type': 'application/json' } });
        """);
    browser
        .findElement(By.id("claim"))
        .sendKeys("мост через Зею закроют", Keys.CONTROL, Keys.ENTER);
    await(".tree");

    assertThat(browser.findElement(By.cssSelector(".tree > li > .node")).getText())
        .contains("Агентство", "среди найденного нет");
    assertThat(browser.findElement(By.cssSelector(".tree ul ul > li > .node")).getText())
        .contains("Вторая", "ссылка");
    assertThat(browser.findElement(By.cssSelector(".tree ul ul ul > li > .node")).getText())
        .contains("Третья", "также: Первая");
    assertThat(browser.findElement(By.cssSelector(".tree")).getText()).doesNotContain("Четвёртая");
    assertThat(browser.findElement(By.cssSelector(".origin .counts")).getText())
        .isEqualTo("3 публикации, 1 опровержение, 1 независимый первоисточник");
    // Nobody had looked before: what the publication says comes before our one look.
    assertThat(browser.findElement(By.cssSelector(".origin .who")).getText())
        .containsSubsequence("на странице указано", "замечено");
  }

  @Test
  void aTraceIsKeptAsACaseJudgedFoundAgainAndDropped() throws Exception {
    go("/trace?text=" + q("Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков"));
    await(".origin .title");
    browser.findElement(By.xpath("//button[text()='Завести дело']")).click();
    await("#case-rating");
    int kept = browser.findElements(By.cssSelector(".evidence > li")).size();
    assertThat(kept).isGreaterThanOrEqualTo(2);
    assertThat(browser.findElements(By.linkText("ClaimReview"))).isEmpty();

    browser.findElement(By.cssSelector(".evidence > li:last-child input[type=checkbox]")).click();
    new Select(browser.findElement(By.id("case-rating"))).selectByValue("false");
    browser.findElement(By.id("case-explanation")).sendKeys("Погибших нет, <b>сказано</b> в МЧС");
    browser.findElement(By.id("case-author")).sendKeys("Проверка");
    browser.findElement(By.cssSelector(".case .primary")).click();
    await("a[href$='claim-review.json']");
    awaitText(".case [role=status]", "Сохранено");
    shoot("case");
    assertThat(browser.findElements(By.cssSelector(".evidence > li"))).hasSize(kept - 1);
    String address = browser.getCurrentUrl();

    go("/cases");
    awaitText(".cases li", "Мост через Зею");
    awaitText(".cases .flag", "Неправда");
    shoot("cases");
    browser.findElement(By.cssSelector(".cases a")).click();
    await("#case-explanation");
    assertThat(browser.getCurrentUrl()).isEqualTo(address);
    assertThat(browser.findElement(By.id("case-explanation")).getDomProperty("value"))
        .isEqualTo("Погибших нет, <b>сказано</b> в МЧС");

    browser.findElement(By.cssSelector(".danger")).click();
    browser.switchTo().alert().accept();
    awaitText(".empty", "Дел пока нет");
  }

  @Test
  void knownFactChecksAreSearchedAndLeadToTheSavedPage() throws Exception {
    go("/fact-checks?q=" + q("рыбаки"));
    awaitText(".checks li", "Мост через Зею закроют");
    browser.findElement(By.cssSelector(".chips a")).click();
    awaitText(".chips a", "× Проверка");
    shoot("fact-checks");
    browser.findElement(By.linkText("сохранённая")).click();
    awaitText("h1", "Неправда: мост не закрывают");
  }

  @Test
  void sourcesShowTheirHealthAndTheDayAPaperWasDown() throws Exception {
    go("/sources");
    await(".strip .s-down");
    shoot("sources");
    browser.findElements(By.cssSelector(".chips button")).getLast().click();
    var chosen = browser.findElement(By.cssSelector(".chips button[aria-pressed=true] .state"));
    assertThat(browser.findElements(By.cssSelector("table.sources td > .state")))
        .extracting(WebElement::getText)
        .containsOnly(chosen.getText());
    browser.findElements(By.cssSelector(".chips button")).getFirst().click();
    browser.findElement(By.linkText("Зейский телеграф")).click();
    await(".calendar .s-down");

    assertThat(browser.getCurrentUrl()).endsWith("/sources/telegraf");
  }

  @Test
  void aWatchIsMadeAndReplayed() throws Exception {
    go("/watches?query=" + q("мост"));
    await("#w-query");
    browser.findElement(By.cssSelector(".watch-form button")).click();
    await(".watch");
    browser.findElements(By.cssSelector(".watch button")).get(1).click();
    await(".watch .hits li");
    shoot("watches");
  }

  @Test
  void thePageSpeaksEnglishToo() throws Exception {
    go("/?q=" + q("мост"));
    await(".hit");
    browser.findElement(By.xpath("//button[text()='EN']")).click();
    awaitText("nav", "Trace");
    await(".hit");

    assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo("en");
    browser.findElement(By.xpath("//button[text()='RU']")).click();
  }

  @Test
  void aFirstVisitIsInALanguageOfTheBrowser() {
    go("/");
    String agent = (String) script("return navigator.userAgent");
    script("localStorage.removeItem('letopis.language')");
    read(agent, "de-DE,en-US");
    go("/");
    awaitText("nav", "Trace");
    // It is also what every request says from now on, whatever the page asks for.
    read(agent, "ru-RU,en-US");
    go("/");
    awaitText("nav", "Первоисточник");
  }

  private void read(String agent, String languages) {
    browser.executeCdpCommand(
        "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
  }

  @Test
  void aMistypedAddressShowsThePageAndAWayOut() {
    go("/nowhere");
    awaitText("h1", "Такой страницы нет");

    browser.findElement(By.linkText("К поиску")).click();
    await(".hit");
  }

  @Test
  void theKeyboardStaysAtTheFilterJustUsed() {
    go("/?q=" + q("мост"));
    await(".hit");
    WebElement facet = browser.findElement(By.cssSelector("[data-control='source vestnik']"));
    facet.sendKeys(Keys.SPACE);
    await(".chip");
    await(".hit");

    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(
            _ -> "source vestnik".equals(script("return document.activeElement.dataset.control")));
  }

  @Test
  void aClaimThatIsTooShortIsRefusedInTheLanguageOfThePage() {
    go("/trace?text=" + q("мост"));
    awaitText(".problem", "не меньше 3 слов");
  }

  private Object script(String code) {
    return ((org.openqa.selenium.JavascriptExecutor) browser).executeScript(code);
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() throws Exception {
    browser.manage().window().setSize(new Dimension(500, 900));
    for (String target : List.of("/?q=" + q("мост"), "/trace", "/watches")) {
      go(target);
      await("main h1, main .search, main form");
      assertThat(isTooWide()).as(target).isEqualTo(false);
    }
    go("/?q=" + q("мост"));
    await(".hit");
    shoot("phone");
    // A title, a source and a text of one word each, as nobody should write them.
    script(
        "for (const one of document.querySelectorAll('.hit h2 bdi, .hit .source a, .hit .snippet'))"
            + " one.textContent = 'Д'.repeat(300)");
    assertThat(isTooWide()).isEqualTo(false);
    browser.manage().window().setSize(new Dimension(1280, 1000));
  }

  private Object isTooWide() {
    return script(
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Test
  void theApiCanBeBrowsedWithoutTheInternet() throws Exception {
    go("/docs");
    awaitText(".info .title", "Letopis");
    shoot("docs");
  }
}
