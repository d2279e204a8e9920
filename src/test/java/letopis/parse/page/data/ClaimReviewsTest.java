package letopis.parse.page.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import letopis.document.ClaimReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReviewsTest {
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

  @Test
  void aReviewInsideAGraphIsReadWithItsVerdict() {
    List<ClaimReview> reviews = ClaimReviews.find(PAGE, "https://check.example/page");
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
    assertThat(ClaimReviews.find("<p>ClaimReview</p>", "https://a.example/")).isEmpty();
    ClaimReviews.Read read =
        ClaimReviews.read("[[[{\"@type\":\"ClaimReview\"}]]]", "https://a.example/");
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
    ClaimReviews.Read read = ClaimReviews.read("\uFEFF" + feed + "]}", "file:///feed.json");
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
                "https://check.example/1")
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
                "file:///answer.json")
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
    ClaimReview review = ClaimReviews.find(html, "https://check.example/").getFirst();
    assertThat(review.claim()).isEqualTo("Мост закрыт");
    assertThat(review.publisher()).isEqualTo("Проверка");
    assertThat(review.rating()).isEqualTo("Ложь");
    assertThat(review.url()).contains("https://check.example/3");
    assertThat(review.reviewedAt()).contains(Instant.parse("2026-11-20T00:00:00Z"));
  }

  @Test
  void brokenJsonIsSaidWithItsLine() {
    assertThat(ClaimReviews.read("[\n{\"@type\":", "file:///a.json").refused())
        .singleElement()
        .asString()
        .startsWith("no JSON")
        .endsWith("in line 2");
  }

  @Test
  void itemsInsideItemsInsideItemsEnd() {
    String open = "<div itemscope itemprop=x itemtype='https://schema.org/ClaimReview'>";
    assertThat(ClaimReviews.find(open.repeat(5000), "https://a.example/")).isEmpty();
  }

  @Test
  void mutatedPagesNeverThrow() {
    Random random = new Random(8);
    for (int round = 0; round < 2000; round++) {
      StringBuilder page = new StringBuilder(PAGE);
      for (int i = 0; i < 5; i++) {
        page.setCharAt(random.nextInt(page.length()), (char) random.nextInt(0x500));
      }
      assertThat(ClaimReviews.find(page.toString(), "https://a.example/")).hasSizeLessThan(3);
    }
  }
}
