package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import letopis.document.Content;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTopicsTest {
  private static final String TEXT =
      "<p>The council of the district decided on Monday to rebuild the old bridge over the river,"
          + " and the work is going to take about three years, the mayor told reporters.</p>";

  @Test
  void theFolderOfTheAddressIsTheSectionThatTheMenuNames() {
    String menu =
        "<ul><li><a href='/'>Start</a></li><li><a href='/region/'>Region</a></li>"
            + "<li><a href='https://vestnik.example/region/stadt'>Stadt und Land</a></li>"
            + "<li><a href='/sport/'>Sport</a></li></ul>";
    assertThat(content(menu + article("")).section()).contains("Stadt und Land");
  }

  @Test
  void theFirstOfSeveralSectionsInOneValueCounts() {
    String head = "<meta property='article:section' content='Region,Sport,Alle'>";
    assertThat(content(head + article("")).section()).contains("Region");
  }

  @Test
  void theLastStepOfThePathAboveTheTitleIsTheSection() {
    String path =
        "<div class='breadcrumbs nav'><a href='/'>Home</a> <a href='/x/y'>Bridges</a>"
            + " <span>Bridge to be rebuilt</span></div>";
    assertThat(content(path + article("")).section()).contains("Bridges");
  }

  @Test
  void ofSeveralSectionsTheOneThatTheAddressNamesCounts() {
    String data =
        "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'Bridge to be"
            + " rebuilt','datePublished':'2026-11-20','articleSection':['Roads','Stadt']}</script>";
    assertThat(content(data.replace('\'', '"') + article("")).section()).contains("Stadt");
  }

  @Test
  void theNameOfTheSiteIsNoSection() {
    String head =
        "<meta property='og:site_name' content='Vestnik'><meta property='article:section'"
            + " content='Vestnik'>";
    assertThat(content(head + article("")).section()).isEmpty();
  }

  @Test
  void allLinksOfAnElementNamedForTagsAreTagsAndTheirCountsAreNot() {
    String tags =
        "<div class='entry-tags'><a href='/river'>River (12)</a> <a href='/b?x=1'>Bridge</a></div>";
    assertThat(content(article(tags)).tags()).containsExactly("River", "Bridge");
  }

  @Test
  void theSignBeforeATagIsNotOfIt() {
    String tags =
        "<div class=tags><a href='/tag/bridge/'>#Bridge</a> <a href='/tag/c/'># C#</a></div>";
    assertThat(content(article(tags)).tags()).containsExactly("Bridge", "C#");
  }

  @Test
  void linksToTagsBehindTheTextAreTags() {
    String tags =
        "<div class=tags><a href='/tag/bridge/'>Bridge</a> <a href='/thema/river'>River</a></div>";
    assertThat(content(article(tags)).tags()).containsExactly("Bridge", "River");
  }

  @Test
  void tagsOfATeaserAreNotThoseOfThePage() {
    String teaser = "<div class=related><p><a href='/tag/flood/'>Flood</a></p></div>";
    assertThat(content(article(teaser)).tags()).isEmpty();
  }

  @Test
  void whatMachinesKeepAmongTheTagsIsLeftOut() {
    String head =
        "<meta property='og:site_name' content='Vestnik'><meta name=news_keywords"
            + " content='topic/bridge, Vestnik, 26157981-b4f7-4929-adc1-e860c6f03636, vestnik.com,"
            + " paywall_free, River'>";
    assertThat(content(head + article("")).tags()).containsExactly("bridge", "River");
  }

  @Test
  void theCaptionIsThatOfThePictureAndNotOfAnotherOne() {
    String page =
        "<meta property='og:image' content='https://img.example/large/bridge.jpg?w=9'><h1>Bridge to"
            + " be rebuilt</h1><figure><img src='https://img.example/s/boat.jpg'><figcaption>A"
            + " boat</figcaption></figure>"
            + TEXT
            + "<figure><img src='https://img.example/s/bridge.jpg'><figcaption>The"
            + " bridge</figcaption></figure>"
            + TEXT.replace("bridge", "road").replace("three", "four")
            + TEXT.replace("council", "parliament").replace("mayor", "minister");
    assertThat(content(page).images().getFirst().caption()).contains("The bridge");
  }

  @Test
  void theNameUnderAPortraitOfTheAuthorIsNoCaption() {
    String page =
        "<meta property='og:image' content='https://img.example/bridge.jpg'><h1>Bridge to be"
            + " rebuilt</h1><figure><img src='https://img.example/meadow.jpg'><figcaption>By Anna"
            + " Meadow</figcaption></figure>"
            + TEXT.repeat(3);
    assertThat(content(page).images().getFirst().caption()).isEmpty();
  }

  @Test
  void aCaptionThatBeginsLikeALineOfAuthorsIsOne() {
    String page =
        "<meta property='og:image' content='https://img.example/bridge.jpg'><h1>Bridge to be"
            + " rebuilt</h1><figure><img src='https://img.example/1.jpg'><figcaption>От моста"
            + " остались только опоры</figcaption></figure>"
            + TEXT.repeat(3);
    assertThat(content(page).images().getFirst().caption())
        .contains("От моста остались только опоры");
  }

  @Test
  void aPictureWithoutACaptionHasItsAlternativeText() {
    String page =
        "<meta property='og:image' content='https://img.example/bridge.jpg'><h1>Bridge to be"
            + " rebuilt</h1><figure><img src='https://img.example/bridge.jpg' alt='The old"
            + " bridge'></figure>"
            + TEXT.repeat(3);
    assertThat(content(page).images().getFirst().caption()).contains("The old bridge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><a href='/category/most/'>Мосты</a></div><h1>Bridge to be rebuilt</h1>",
        "<h2 class='post_cat'>/ Мосты</h2><h1>Bridge to be rebuilt</h1>",
        "<h1>Bridge to be rebuilt</h1><p>Рубрика: Мосты</p>",
        "<ul><li class='current-post-parent'><a href='/m'>Мосты</a></li></ul><h1>Bridge to be"
            + " rebuilt</h1>",
      })
  void whatIsMarkedAsTheSectionByTheTitleOrInTheMenuIsIt(String marked) {
    assertThat(content("<article>" + marked + TEXT.repeat(3) + "</article>").section())
        .contains("Мосты");
  }

  @Test
  void aTeasersSectionIsNotThatOfTheArticle() {
    String teaser =
        "<div class='related'><a href='/category/most/'>Мосты</a> <a href='/1'>Новость</a></div>";
    assertThat(content(article(teaser)).section()).isEmpty();
    assertThat(content("<nav>" + teaser + "</nav>" + article("")).section()).isEmpty();
  }

  private static String article(String after) {
    return "<article><h1>Bridge to be rebuilt</h1>" + TEXT.repeat(3) + after + "</article>";
  }

  private static Content content(String html) {
    PageResult result =
        new PageExtractor()
            .extract(
                PageInput.of(
                    html.getBytes(StandardCharsets.UTF_8),
                    Optional.of(URI.create("https://vestnik.example/region/stadt/bridge-1")),
                    Instant.parse("2026-11-23T18:00:00Z")));
    assertThat(result).isInstanceOf(PageResult.Article.class);
    return ((PageResult.Article) result).content();
  }
}
