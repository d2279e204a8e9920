package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.index.ClaimStore;
import letopis.index.Indices;
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
