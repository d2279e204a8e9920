package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import letopis.document.ClaimReview;
import org.junit.jupiter.api.Test;

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
    assertThat(ClaimReviews.read("[[[{\"@type\":\"ClaimReview\"}]]]", "https://a.example/"))
        .isEmpty();
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
