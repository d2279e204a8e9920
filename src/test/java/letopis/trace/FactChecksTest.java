package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.index.Indices;
import letopis.index.documents.ClaimStore;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class FactChecksTest {
  private static ClaimReview review(String id, String claim) {
    return new ClaimReview(
        id,
        claim,
        "",
        "",
        "Ложь",
        "Проверка",
        Optional.of("https://check.example/" + id),
        Optional.empty(),
        Optional.empty(),
        "ru");
  }

  @Test
  void reviewsThatScoreTheSameStandInOneOrderWheneverTheyWereKept() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    ClaimStore store = new ClaimStore(indices);
    String claim = "При взрыве на заводе в Белогорске погибло 120 человек";
    // Each in a segment of its own, the later ones first.
    for (ClaimReview one :
        List.of(
            review("10", claim),
            review("9", claim),
            dated("3", claim, "2020-02-01T00:00:00Z"),
            dated("7", claim, "2020-01-01T00:00:00Z"))) {
      store.put(List.of(one));
      indices.refresh();
    }
    assertThat(new FactChecks(indices).search(claim, 4))
        .extracting(Trace.FactCheck::id)
        .containsExactly("7", "3", "9", "10");
  }

  @Test
  void theOnlyReviewIsNotNamedForOneWordInCommon() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    new ClaimStore(indices)
        .put(List.of(review("1", "На площади поставили ёлку высотой 120 метров")));
    indices.refresh();
    FactChecks checks = new FactChecks(indices);
    String text = "Через реку Быструю построят пешеходный мост длиной 300 метров";
    assertThat(checks.search(text, 1)).hasSize(1);
    assertThat(checks.matching(text)).isEmpty();
    assertThat(checks.matching("Поставили ёлку в 120 метров")).hasSize(1);
  }

  @Test
  void runsOfLettersOfOneWordCountEachForItself() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    new ClaimStore(indices)
        .put(
            List.of(
                review("often", "Rivers rivers rivers rivers rivers rivers rivers rivers rivers"),
                review("all", "The bridgefall was filmed on a summer morning by two people")));
    indices.refresh();
    assertThat(new FactChecks(indices).search("#TheRiverbridgefall", 2))
        .extracting(Trace.FactCheck::id)
        .containsExactly("all", "often");
  }

  @Test
  void wordsWithoutEndAreSearchedForWithinBounds() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    new ClaimStore(indices).put(List.of(review("1", "The bridge is closed")));
    indices.refresh();
    String endless = "abcdefghijklmnopqrstuvwxyz".repeat(400);
    assertThat(new FactChecks(indices).search("The bridge is closed " + endless, 1)).hasSize(1);
  }

  private static ClaimReview dated(String id, String claim, String at) {
    ClaimReview undated = review(id, claim);
    return new ClaimReview(
        id,
        claim,
        undated.title(),
        undated.body(),
        undated.rating(),
        undated.publisher(),
        undated.url(),
        Optional.of(Instant.parse(at)),
        undated.claimant(),
        undated.lang());
  }

  @Test
  void theReviewOfTheSameClaimInOtherWordFormsIsFoundAndOthersAreNot() throws Exception {
    Indices indices = TestElasticsearch.freshIndices();
    ClaimStore store = new ClaimStore(indices);
    store.put(
        List.of(
            review("1", "При взрыве на заводе в Белогорске погибло 120 человек"),
            review("2", "Вода из-под крана в Свободном опасна для детей"),
            review("3", "Губернатор отменил летние каникулы в школах")));
    store.put(List.of(review("1", "При взрыве на заводе в Белогорске погибло 120 человек")));
    indices.refresh();
    FactChecks checks = new FactChecks(indices);
    Claim claim = new Claim("Взрывом на заводе Белогорска убиты 120 человек", Rarity.unknown());
    assertThat(checks.matching(claim.text)).extracting(Trace.FactCheck::id).containsExactly("1");
    assertThat(checks.matching("Курс доллара вырос до рекорда")).isEmpty();
  }
}
