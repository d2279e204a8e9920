package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.filing.Finding;
import letopis.crawl.filing.Intake;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.index.documents.ClaimStore;
import letopis.index.documents.Takedown;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import letopis.trace.FactChecks;
import letopis.trace.Trace;
import org.junit.jupiter.api.Test;

/// A review of a claim is what its page says now, and goes with its page.
class PageReviewsIT {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String PAGE = "https://check.example/1";
  private static final String CLAIM = "При взрыве на заводе в Белогорске погибло 120 человек";
  private static final String TEXT =
      "Мы спросили министерство и больницы: взрыва на заводе в Белогорске не было, погибших нет."
          + " Снимок сделан три года назад в другой области, его узнали читатели.";

  private final Indices indices = TestElasticsearch.freshIndices();
  private final Intake intake = new Intake(indices);
  private final FactChecks checks = new FactChecks(indices);

  @Test
  void whatThePageNoLongerSaysIsNoLongerKnown() throws Exception {
    look(TEXT, review(CLAIM, "Ложь"), review("В Белогорске закрыли завод навсегда", "Ложь"));
    assertThat(found("В Белогорске закрыли завод навсегда")).hasSize(2);

    look(TEXT, review(CLAIM, "Полуправда"));
    assertThat(found(CLAIM))
        .singleElement()
        .extracting(Trace.FactCheck::rating)
        .isEqualTo("Полуправда");

    listed(TEXT + " Дополнено.");
    assertThat(found(CLAIM)).hasSize(1);

    look(TEXT + " Проверка отозвана.");
    assertThat(found(CLAIM)).isEmpty();
  }

  @Test
  void theReviewOfAPageThatIsGoneSaysSo() throws Exception {
    look(TEXT, review(CLAIM, "Ложь"));
    String id = DocumentId.of(PAGE);
    assertThat(found(CLAIM))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.document()).contains(id);
              assertThat(one.removedAt()).isEmpty();
            });
    intake.file(
        List.of(
            new Finding.Gone(Optional.of(id), AT.plusSeconds(60), true, "http_410", Set.of(PAGE))));
    assertThat(found(CLAIM).getFirst().removedAt()).contains(AT.plusSeconds(60));
  }

  @Test
  void aPageThatIsTakenDownTakesItsReviewsAlongForGood() throws Exception {
    look(TEXT, review(CLAIM, "Ложь"));
    indices.refresh();
    assertThat(
            new Takedown(indices, Clock.systemUTC())
                .document(DocumentId.of(PAGE), "суд")
                .orElseThrow()
                .reviews())
        .isEqualTo(1);
    look(TEXT, review(CLAIM, "Ложь"));
    assertThat(found(CLAIM)).isEmpty();
    ClaimStore store = new ClaimStore(indices);
    assertThat(store.put(List.of(review(CLAIM, "Ложь")))).hasSize(1);
    assertThat(found(CLAIM)).isEmpty();
  }

  @Test
  void anImportedReviewStaysWithThePageThatItWasReadFrom() throws Exception {
    look(TEXT, review(CLAIM, "Ложь"));
    new ClaimStore(indices).put(List.of(review(CLAIM, "Неправда")));
    assertThat(found(CLAIM))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rating()).isEqualTo("Неправда");
              assertThat(one.document()).contains(DocumentId.of(PAGE));
            });
  }

  @Test
  void anOlderCaptureOfThePageDoesNotBringBackWhatItSaidThen() throws Exception {
    look(TEXT, review(CLAIM, "Ложь"));
    file(TEXT, Optional.of(List.of(review(CLAIM, "Не проверено"))), AT.minusSeconds(86_400));
    assertThat(found(CLAIM)).singleElement().extracting(Trace.FactCheck::rating).isEqualTo("Ложь");
  }

  private void look(String text, ClaimReview... reviews) throws Exception {
    file(text, Optional.of(List.of(reviews)));
  }

  private void listed(String text) throws Exception {
    file(text, Optional.empty());
  }

  private void file(String text, Optional<List<ClaimReview>> reviews) throws Exception {
    file(text, reviews, AT);
  }

  private void file(String text, Optional<List<ClaimReview>> reviews, Instant at) throws Exception {
    Document document = TestDocuments.worded(PAGE, "check", at, text);
    intake.file(List.of(new Finding.Publication(document, Map.of(), true, reviews, true)));
    indices.refresh();
  }

  private List<Trace.FactCheck> found(String text) throws Exception {
    indices.refresh();
    return checks.search(text, 5);
  }

  private static ClaimReview review(String claim, String rating) {
    return new ClaimReview(
        DocumentId.of(PAGE + "#" + claim),
        claim,
        "",
        "",
        rating,
        "Проверка",
        Optional.of(PAGE),
        Optional.empty(),
        Optional.empty(),
        "ru");
  }
}
