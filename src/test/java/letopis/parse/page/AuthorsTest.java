package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-23T18:00:00Z");
  private static final String TEXT =
      "<p>The council of the district decided on Monday to rebuild the old bridge over the river,"
          + " and the work is going to take about three years, the mayor told reporters.</p>";

  private final PageExtractor extractor = new PageExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Anna Berg | Anna Berg",
        "ByAnna Berg | Anna Berg",
        "Von Anna Berg und Jan Feld | Anna Berg;Jan Feld",
        "VON ANNA BERG am 21. April 2020 | ANNA BERG",
        "Text und Fotos: Anna Berg | Anna Berg",
        "Par Anna Berg, Lyon | Anna Berg",
        "Автор: Мария Лугова | Мария Лугова",
        "Текст: Мария Лугова, фото: Пётр Северный | Мария Лугова",
        "Материал подготовила Мария Лугова | Мария Лугова",
        "ведущий Пётр Северный | Пётр Северный",
        "Ведущая программы: Мария Лугова | Мария Лугова",
        "Текст: Мария Лугова. Фото автора | Мария Лугова",
        "21. April 2026 von Anna Berg | Anna Berg",
        "Ein Gastbeitrag von Ursula von der Au | Ursula von der Au",
        "By Anna Berg and Jan Feld, Vestnik Times | Anna Berg;Jan Feld",
        "Text & Fotos: Anna Berg | Anna Berg",
        "By Anna Berg Photographs by Jan Feld | Anna Berg",
        "Written by Anna Berg Edited by Jan Feld | Anna Berg",
        "Written by Anna Berg in Roads on 1 June 2026. | Anna Berg",
        "Eine Kolumne von Anna Berg | Anna Berg",
        "Anna BergDec 5, 20263 Shares | Anna Berg",
      })
  void readsALineUnderTheTitleThatNothingMarks(String line, String names) {
    assertThat(authors("<h1>Bridge to be rebuilt</h1><p>" + line + "</p>" + TEXT.repeat(3)))
        .containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "04.02.2026 | 13:10 Uhr | Anna Berg",
        "Anna Berg | 04.02.2026",
        "4 февраля 2026 · Анна Берг",
      })
  void readsANameBesideTheDateByTheTitle(String line) {
    assertThat(authors("<div>" + line + "</div><h1>Bridge to be rebuilt</h1>" + TEXT.repeat(3)))
        .containsExactly(line.contains("Анна") ? "Анна Берг" : "Anna Berg");
  }

  @Test
  void addsThoseWhoStandBesideTheAuthorOfTheData() {
    String page =
        """
        <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge to be rebuilt",
        "datePublished":"2026-11-20","author":{"@type":"Person","name":"Anna Berg"}}</script></head><body>
        <h1>Bridge to be rebuilt</h1><div class="byline">By Anna Berg and Jan Feld</div>
        """
            + TEXT.repeat(3)
            + "<div class=byline>By Anna Berg and Max Teaser</div>";
    assertThat(authors(page)).containsExactly("Anna Berg", "Jan Feld");
  }

  @Test
  void addsThoseWhoseProfilesAreLinkedBelowTheLead() {
    String page =
        "<html><head><meta name=author content='Anna Berg'></head><body><h1>Bridge to be"
            + " rebuilt</h1><p>The old one is a hundred years old and has been closed since"
            + " spring.</p><div><a href='/author/berg'>Anna Berg</a>, <a href='/author/feld'>Jan"
            + " Feld</a> &amp; <a href='/author/hof'>Eva Hof</a></div>"
            + TEXT.repeat(3);
    assertThat(authors(page)).containsExactly("Anna Berg", "Jan Feld", "Eva Hof");
  }

  @Test
  void readsTheNameInALinkAroundBlocks() {
    String card = "<a href='/autor/berg'><div><img src=x></div><div>Anna Berg</div></a>";
    assertThat(authors("<h1>Bridge to be rebuilt</h1>" + card + TEXT.repeat(3)))
        .containsExactly("Anna Berg");
  }

  @Test
  void thePlaceOfTheSiteIsNoAuthor() {
    String page =
        "<html><head><meta property='og:site_name' content='vestnik.example'><meta name=author"
            + " content='vestnik.example, Frankfurt, Germany'></head><body><h1>Bridge to be"
            + " rebuilt</h1>"
            + TEXT.repeat(3);
    assertThat(authors(page)).isEmpty();
  }

  @Test
  void theSiteIsNoPersonWhereAnotherNameIsShown() {
    String page =
        """
        <html><head><meta property="og:site_name" content="Vestnik"><meta name="author" content="Vestnik"></head><body>
        <h1>Bridge to be rebuilt</h1><div class="byline">By Anna Berg</div>
        """
            + TEXT.repeat(3);
    assertThat(authors(page)).containsExactly("Anna Berg");
  }

  @Test
  void aFirstNameInTheDataIsCompletedByTheLineUnderTheTitle() {
    String page =
        "<html><head><meta name=author content=Anna></head><body><h1>Bridge to be rebuilt</h1>"
            + "<div class=byline>By Anna Berg</div>"
            + TEXT.repeat(3);
    assertThat(authors(page)).containsExactly("Anna Berg");
  }

  @Test
  void aNameAloneRightBehindTheTextIsItsSignature() {
    String page =
        "<h1>Bridge to be rebuilt</h1><article><p>Nothing has been done for years.</p>"
            + TEXT
            + "<p><b>Anna Berg</b></p></article>";
    assertThat(authors(page)).containsExactly("Anna Berg");
  }

  @Test
  void authorsOfWorksThatAreCitedAreNotThoseOfThePage() {
    String page =
        "<html><head><meta name=dc.creator content='Anna Berg'></head><body><h1>Bridge to be"
            + " rebuilt</h1>"
            + TEXT.repeat(3)
            + "<ol><li itemscope><meta itemprop=author content='J. Feld, '>Feld J. Bridges of"
            + " wood.</li><li itemscope><meta itemprop=author content='K. Hof, '>Hof K."
            + " Rivers.</li></ol>";
    assertThat(authors(page)).containsExactly("Anna Berg");
  }

  @Test
  void aSignatureWithItsLabelCountsWithinTheText() {
    String page =
        "<h1>Bridge to be rebuilt</h1>"
            + TEXT
            + "<p>Autorin: Anna Berg, Leiterin des Projekts.</p>"
            + TEXT.repeat(2);
    assertThat(authors(page)).containsExactly("Anna Berg");
  }

  @Test
  void theTagManagerKnowsTheAuthorThatNothingShows() {
    String page =
        "<html><head><script>dataLayer = [{'pageType':'article','pageAuthor':'Anna"
            + " Berg','x':1}];</script></head><body><h1>Bridge to be rebuilt</h1>"
            + TEXT.repeat(3);
    assertThat(authors(page)).containsExactly("Anna Berg");
    assertThat(authors(page.replace("'x':1", "'author':'Jan Feld'"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By the end of the year",
        "By Reuters",
        "By Vestnik.at",
        "Von Redaktion",
        "Text: Vestnik Nachrichten",
        "Автор: Редакция",
        "Posted by admin",
        "By editor@vestnik.example",
        "By 12 November 2026",
        "Read more by clicking here",
        "Photo by Anna Berg on Unsplash",
        "Фото: Анна Берг",
      })
  void takesNoOfficeNoAddressAndNoPhraseForAnAuthor(String line) {
    assertThat(authors("<h1>Bridge to be rebuilt</h1><p>" + line + "</p>" + TEXT.repeat(3)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<span class='byline author'>von <a href='/author/admin/'>Anna Berg</a></span>",
        "<div class='author-name'>Anna Berg</div><div class='author-bio'>Writes on Bridges</div>",
        "<a rel=author href='/x'>Anna Berg</a>",
        "<span itemprop='author creator'><span itemprop=name>Anna Berg</span></span>",
        "<p>By</p><p>Anna Berg</p>",
        "<div class=meta><a href='/people/berg'>Anna Berg</a></div>",
      })
  void findsTheNameInsideAByline(String byline) {
    assertThat(authors("<h1>Bridge to be rebuilt</h1>" + byline + TEXT.repeat(3)))
        .containsExactly("Anna Berg");
  }

  @Test
  void takesTheBylineBelowTheTitleAndNotTheMenuAboveIt() {
    assertThat(
            authors(
                "<div class='author profile'><a href='/logout'>Log Out</a></div>"
                    + "<h1>Bridge to be rebuilt</h1><div class=byline>By Anna Berg</div>"
                    + TEXT.repeat(3)))
        .containsExactly("Anna Berg");
  }

  @Test
  void readsTheSignatureAtTheEndOfTheText() {
    assertThat(
            authors(
                "<div class=article-text><h1>Bridge to be rebuilt</h1>"
                    + TEXT.repeat(3)
                    + "<p><b>Мария ЛУГОВА</b></p></div>"))
        .containsExactly("Мария ЛУГОВА");
  }

  @Test
  void doesNotTakeTheAuthorsOfTeasersAndComments() {
    assertThat(
            authors(
                "<h1>Bridge to be rebuilt</h1>"
                    + TEXT.repeat(3)
                    + "<div class=related><h3>More</h3><a href='/a'>Ferry closed for winter</a>"
                    + "<span class=author>By Jan Feld</span></div>"
                    + "<div class=comments><div class='comment-author'>By Eva Stern</div></div>"))
        .isEmpty();
  }

  @Test
  void aNameThatIsAlsoAMonthIsAName() {
    assertThat(authors(data("{\"@type\":\"Person\",\"name\":\"Jan Feld\"}"))).contains("Jan Feld");
    assertThat(authors(data("{\"@type\":\"Person\",\"name\":\"María Sol\"}")))
        .contains("María Sol");
  }

  @Test
  void theNameOfAnAccountGivesWayToAFullName() {
    String account = data("{\"@type\":\"Person\",\"name\":\"vestnik_a\"}");
    assertThat(authors(account)).containsExactly("vestnik_a");
    assertThat(authors(account.replace("</h1>", "</h1><p>By Anna Berg</p>")))
        .containsExactly("Anna Berg");
  }

  @Test
  void aBlogMayBearItsAuthorsName() {
    String page =
        "<head><meta property=og:site_name content='Anna Berg Photography'>"
            + "<meta name=author content='Anna Berg'></head><h1>Bridge to be rebuilt</h1>"
            + TEXT.repeat(3);
    assertThat(authors(page)).containsExactly("Anna Berg");
    assertThat(authors(page.replace("Anna Berg", "Vestnik News"))).isEmpty();
  }

  @Test
  void theSiteIsNoAuthorBesideOthers() {
    String line = "<div class=byline>By <a rel=author>Anna Berg</a> | Vestnik Post</div>";
    String name = "<head><meta property=og:site_name content='Vestnik Post'></head>";
    assertThat(authors(name + "<h1>Bridge to be rebuilt</h1>" + line + TEXT.repeat(3)))
        .containsExactly("Anna Berg");
  }

  @Test
  void aMarkWithTheNameOfTheSiteGivesWayToALineOfAuthors() {
    String name = "<head><meta property=og:site_name content='Meadow Current'></head>";
    String mark = "<p><span itemprop=author>Meadow Current</span></p>";
    assertThat(authors(name + "<h1>Bridge to be rebuilt</h1>" + mark + TEXT.repeat(3)))
        .containsExactly("Meadow Current");
    assertThat(
            authors(
                name
                    + "<h1>Bridge to be rebuilt</h1><h3>By Anna Berg (MTN)</h3>"
                    + mark
                    + TEXT.repeat(3)))
        .containsExactly("Anna Berg");
  }

  @Test
  void theOnlyNameMarkedForMachinesMayStandAwayFromTheTitle() {
    String far = "<p>One line.</p>".repeat(12) + "<h1>Bridge to be rebuilt</h1>" + TEXT.repeat(3);
    String mark = "<section><a itemprop=author>Anna Berg</a></section>";
    assertThat(authors(mark + far)).containsExactly("Anna Berg");
    assertThat(authors(mark + mark.replace("Anna Berg", "Jan Feld") + far)).isEmpty();
    assertThat(authors("<div class=comments>" + mark + "</div>" + far)).isEmpty();
  }

  @Test
  void theAddressOfAProfileIsReadAsTheNameUnderItsLink() {
    String profile = "https://vestnik.example/crew/anna-berg";
    String link = "<p><a href='" + profile + "'>Anna Berg</a>, 1h ago</p>";
    String meta = "<head><meta property=article:author content='" + profile + "'></head>";
    String page = "<h1>Bridge to be rebuilt</h1>" + link + TEXT.repeat(3);
    assertThat(authors(meta + page)).containsExactly("Anna Berg");
    assertThat(authors(page)).isEmpty();
  }

  private static String data(String author) {
    return "<head><script"
        + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge to"
        + " be rebuilt\",\"datePublished\":\"2026-11-20\",\"author\":"
        + author
        + "}</script></head><body><h1>Bridge to be rebuilt</h1>"
        + TEXT.repeat(3)
        + "</body>";
  }

  private List<String> authors(String html) {
    PageInput page =
        PageInput.of(
            "<html><title>Bridge to be rebuilt</title>" + html,
            Optional.of(URI.create("https://vestnik.example/news/2026/11/20/bridge.html")),
            CAPTURED);
    return extractor.extract(page) instanceof PageResult.Article article
        ? article.content().authors()
        : List.of("no article");
  }
}
