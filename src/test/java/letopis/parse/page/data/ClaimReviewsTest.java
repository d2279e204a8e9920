package letopis.parse.page.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import letopis.document.ClaimReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReviewsTest {
  private static final Instant SEEN = Instant.parse("2026-11-29T12:00:00Z");

  private static final String PAGE =
      """
      <html><head><script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
       {"@type":["Review","ClaimReview"],"claimReviewed":"На заводе погибли 120 человек",
        "datePublished":"2026-11-21","url":"https://check.example/7",
        "author":{"@type":"Organization","name":"Проверка"},
        "itemReviewed":{"@type":"Claim","author":[{"name":"Канал «Слухи»"}]},
        "reviewRating":{"@type":"Rating","ratingValue":1,"alternateName":"Ложь"}}]}
      </script><script type="application/ld+json">{"@type":"ClaimReview", broken</script></head></html>
      """;

  private static List<ClaimReview> find(String html) {
    return ClaimReviews.page(html, "https://check.example/page", SEEN).reviews();
  }

  @Test
  void aReviewInsideAGraphIsReadWithItsVerdict() {
    List<ClaimReview> reviews = find(PAGE);
    assertThat(reviews).hasSize(1);
    ClaimReview review = reviews.getFirst();
    assertThat(review.claim()).isEqualTo("На заводе погибли 120 человек");
    assertThat(review.rating()).isEqualTo("Ложь");
    assertThat(review.publisher()).isEqualTo("Проверка");
    assertThat(review.claimant()).contains("Канал «Слухи»");
    assertThat(review.url()).contains("https://check.example/7");
    assertThat(review.reviewedAt()).contains(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(review.lang()).isEqualTo("ru");
  }

  @Test
  void pagesWithoutReviewsHaveNone() {
    assertThat(find("<p>ClaimReview</p>")).isEmpty();
    ClaimReviews.Read read =
        ClaimReviews.read("[[[{\"@type\":\"ClaimReview\",\"url\":\"https://a.example/\"}]]]", SEEN);
    assertThat(read.reviews()).isEmpty();
    assertThat(read.refused()).containsExactly("no claimReviewed: https://a.example/");
  }

  @Test
  void aFeedOfReviewsIsReadWhole() {
    StringBuilder feed =
        new StringBuilder("{\"@context\":\"https://schema.org\",\"@type\":\"DataFeed\",");
    feed.append("\"dataFeedElement\":[");
    for (int i = 0; i < 150; i++) {
      feed.append(i == 0 ? "" : ",")
          .append("{\"@type\":\"DataFeedItem\",\"item\":[{\"@type\":\"ClaimReview\",")
          .append("\"claimReviewed\":\"На заводе погибли " + i + " человек\",")
          .append("\"url\":\"https://check.example/" + i + "\"}]}");
    }
    ClaimReviews.Read read = ClaimReviews.read("\uFEFF" + feed + "]}", SEEN);
    assertThat(read.reviews()).hasSize(150);
    assertThat(read.refused()).isEmpty();
  }

  @Test
  void anAuthorWhoIsOnlyNamedByIdIsFoundInTheGraph() {
    ClaimReview review =
        ClaimReviews.read(
                """
                {"@graph":[{"@type":"Organization","@id":"https://check.example/#org","name":"Проверка"},
                 {"@type":"ClaimReview","claimReviewed":"Мост закрыт","author":{"@id":"https://check.example/#org"},
                  "reviewRating":{"@id":"#r"}},
                 {"@type":"Rating","@id":"#r","alternateName":"Ложь"}]}
                """,
                SEEN)
            .reviews()
            .getFirst();
    assertThat(review.publisher()).isEqualTo("Проверка");
    assertThat(review.rating()).isEqualTo("Ложь");
  }

  @Test
  void anAnswerOfFactCheckToolsIsRead() {
    ClaimReview review =
        ClaimReviews.read(
                """
                {"claims":[{"text":"Мост закрыт","claimant":"Слухи","claimReview":[
                 {"publisher":{"name":"Проверка","site":"check.example"},"url":"https://check.example/2",
                  "title":"Закрыт ли мост","reviewDate":"2026-11-20T00:00:00Z","textualRating":"Ложь"}]}]}
                """,
                SEEN)
            .reviews()
            .getFirst();
    assertThat(review.claim()).isEqualTo("Мост закрыт");
    assertThat(review.rating()).isEqualTo("Ложь");
    assertThat(review.publisher()).isEqualTo("Проверка");
    assertThat(review.claimant()).contains("Слухи");
    assertThat(review.reviewedAt()).contains(Instant.parse("2026-11-20T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        <div itemscope itemtype="https://schema.org/ClaimReview"><h1 itemprop="claimReviewed">Мост закрыт</h1>
        <p>Проверила <span itemprop="author" itemscope itemtype="https://schema.org/Organization"><b
        itemprop="name">Проверка</b></span> <time itemprop="datePublished" datetime="2026-11-20">вчера</time></p>
        <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="ratingValue"
        content="1"><i itemprop="alternateName">Ложь</i></div><a itemprop="url" href="/3">ссылка</a></div>
        """,
        """
        <div vocab="https://schema.org/" typeof="ClaimReview"><h1 property="claimReviewed">Мост закрыт</h1>
        <span property="author" typeof="Organization"><b property="name">Проверка</b></span>
        <time property="datePublished" content="2026-11-20">вчера</time>
        <div property="reviewRating" typeof="Rating"><i property="alternateName">Ложь</i></div>
        <a property="url" href="/3">ссылка</a></div>
        """
      })
  void reviewsMarkedInThePagesElementsAreRead(String html) {
    ClaimReview review = find(html).getFirst();
    assertThat(review.claim()).isEqualTo("Мост закрыт");
    assertThat(review.publisher()).isEqualTo("Проверка");
    assertThat(review.rating()).isEqualTo("Ложь");
    assertThat(review.url()).contains("https://check.example/3");
    assertThat(review.reviewedAt()).contains(Instant.parse("2026-11-20T00:00:00Z"));
  }

  private static final String REVIEW =
      """
      {"@type":"ClaimReview","claimReviewed":"Мост закрыт","url":"https://check.example/1",\
      "datePublished":"2026-11-20","author":{"@type":"Organization","name":"Проверка"},\
      "reviewRating":{"@type":"Rating","ratingValue":"1","bestRating":"5","alternateName":"Ложь"}}\
      """;

  private static List<ClaimReview> inScript(String json) {
    return find("<script type='application/ld+json; charset=utf-8'>" + json + "</script>");
  }

  /// Each line: what the usual review is written as, and what it becomes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // names
        "\"@type\":\"ClaimReview\" | \"@type\":\"schema:ClaimReview\"",
        "\"@type\":\"ClaimReview\" | \"@type\":[\"Review\",\"http://schema.org/ClaimReview\"]",
        "\"claimReviewed\" | \"schema:claimReviewed\"",
        // the claim elsewhere
        "\"claimReviewed\":\"Мост закрыт\" | \"itemReviewed\":{\"@type\":\"Claim\",\"name\":\"Мост"
            + " закрыт\"}",
        "\"claimReviewed\":\"Мост закрыт\" | \"itemReviewed\":[{\"@type\":\"Claim\",\"text\":\"Мост"
            + " закрыт\"}]",
        "\"claimReviewed\":\"Мост закрыт\" | \"claimReviewed\":{\"@value\":\"Мост"
            + " закрыт\",\"@language\":\"ru\"}",
        "Мост закрыт | &amp;nbsp;<b>Мост</b>\tзакрыт",
        // the verdict
        "\"reviewRating\":{\"@type\":\"Rating\",\"ratingValue\":\"1\",\"bestRating\":\"5\",\"alternateName\":\"Ложь\"}"
            + " | \"reviewRating\":\"Ложь\"",
        "\"alternateName\":\"Ложь\" | \"name\":\"Ложь\"",
        "\"ratingValue\":\"1\",\"bestRating\":\"5\",\"alternateName\":\"Ложь\" |"
            + " \"ratingValue\":\"Ложь\"",
        // who reviewed
        "{\"@type\":\"Organization\",\"name\":\"Проверка\"} | [{\"@type\":\"Person\",\"name\":\"И."
            + " Иванова\"},{\"@type\":\"NewsMediaOrganization\",\"name\":\"Проверка\"}]",
        "\"author\": | \"author\":{\"@type\":\"Person\",\"name\":\"И. Иванова\"},\"publisher\":",
        "{\"@type\":\"Organization\",\"name\":\"Проверка\"} | \"Проверка\"",
        // when and where
        "2026-11-20 | 20.11.2026",
        "2026-11-20 | 2026-11-20T03:00:00+0300",
        "2026-11-20 | Fri, 20 Nov 2026 00:00:00 GMT",
        "https://check.example/1 | /1?utm_source=feed#top",
      })
  void aReviewIsReadInWhateverWayItIsWritten(String usual, String written) {
    assertThat(REVIEW).contains(usual);
    assertThat(inScript(REVIEW.replace(usual, written)))
        .containsExactlyElementsOf(inScript(REVIEW))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- %s -->",
        "//<![CDATA[\n%s\n//]]>",
        "/*<![CDATA[*/ [%s] /*]]>*/",
        "/* review */ %s; // end",
        "[%s,]"
      })
  void aReviewIsReadInCommentsAroundIt(String wrapped) {
    assertThat(inScript(wrapped.formatted(REVIEW))).hasSize(1);
  }

  @Test
  void aReviewWhoseQuotationMarksAreEscapedIsRead() {
    assertThat(inScript(REVIEW.replace("\"", "&quot;")))
        .containsExactlyElementsOf(inScript(REVIEW));
  }

  @Test
  void severalReviewsOfOnePageAreAllRead() {
    String other = REVIEW.replace("Мост закрыт", "Мост открыт");
    assertThat(inScript(REVIEW + other)).hasSize(2);
    assertThat(inScript(REVIEW + other + "{\"@type\":")).hasSize(2);
    assertThat(inScript(REVIEW.replace("\"Мост закрыт\"", "[\"Мост закрыт\",\"Мост открыт\"]")))
        .extracting(ClaimReview::claim)
        .containsExactly("Мост закрыт", "Мост открыт");
    assertThat(inScript("[{\"@type\":\"MediaReview\",\"url\":\"/1\"}," + REVIEW + "]")).hasSize(1);
  }

  @Test
  void aVerdictOfNumbersSaysItsScale() {
    assertThat(inScript(REVIEW.replace(",\"alternateName\":\"Ложь\"", "")).getFirst().rating())
        .isEqualTo("1 / 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://other.example/1", "javascript:alert(1)", "file:///etc/passwd", ""})
  void aPageSpeaksForItsOwnSiteOnly(String url) {
    assertThat(inScript(REVIEW.replace("https://check.example/1", url)).getFirst().url())
        .contains("https://check.example/page");
  }

  @Test
  void anImportedReviewWithoutAnAddressHasNone() {
    ClaimReview review =
        ClaimReviews.read(REVIEW.replace("https://check.example/1", "../1"), SEEN)
            .reviews()
            .getFirst();
    assertThat(review.url()).isEmpty();
  }

  @Test
  void endlessClaimsAreCut() {
    assertThat(inScript(REVIEW.replace("Мост", "Мост ".repeat(9000))).getFirst().claim())
        .hasSize(5000);
  }

  @Test
  void brokenJsonIsSaidWithItsLine() {
    assertThat(ClaimReviews.read("[\n{\"@type\":", SEEN).refused())
        .singleElement()
        .asString()
        .startsWith("no JSON")
        .endsWith("in line 2");
  }

  @Test
  void itemsInsideItemsInsideItemsEnd() {
    String open = "<div itemscope itemprop=x itemtype='https://schema.org/ClaimReview'>";
    assertThat(find(open.repeat(5000))).isEmpty();
  }

  @Test
  void mutatedPagesNeverThrow() {
    Random random = new Random(8);
    for (int round = 0; round < 2000; round++) {
      StringBuilder page = new StringBuilder(PAGE);
      for (int i = 0; i < 5; i++) {
        page.setCharAt(random.nextInt(page.length()), (char) random.nextInt(0x500));
      }
      assertThat(find(page.toString())).hasSizeLessThan(3);
    }
  }
}
