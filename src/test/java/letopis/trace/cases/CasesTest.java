package letopis.trace.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.document.Times;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Takedown;
import letopis.parse.page.data.ClaimReviews;
import letopis.search.DocumentLookup;
import letopis.search.DocumentSearch;
import letopis.sources.Configuration;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static final String CLAIM = "На площади поставили ёлку высотой 120 метров";
  private static Indices indices;
  private static DocumentStore store;
  private static Cases cases;

  @BeforeAll
  static void open() {
    indices = TestElasticsearch.freshIndices();
    store = new DocumentStore(indices);
    Clock clock = Clock.systemUTC();
    DocumentSearch search = new DocumentSearch(indices, Configuration.EMPTY, clock);
    cases = new Cases(indices, new DocumentLookup(indices, store, search), clock);
  }

  private static Document archived(String url, String at) throws Exception {
    Document document = claimed(TestDocuments.published(url, at));
    store.write(List.of(document));
    store.refresh();
    return document;
  }

  /// Known by its claimed time alone.
  private static Document claimed(Document document) {
    Times times =
        new Times(
            document.times().published(),
            document.times().firstSeenAt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    return document.with(times);
  }

  private static Case.Draft draft(Document... chosen) {
    List<Case.Chosen> places =
        java.util.Arrays.stream(chosen)
            .map(one -> new Case.Chosen(one.id(), 1, "body", 16, 59, "первая"))
            .toList();
    return new Case.Draft(CLAIM, "ru", places, "Звонили в мэрию.", Optional.empty(), REVIEW);
  }

  private static final Case.Review REVIEW =
      new Case.Review(
          "Проверка слухов",
          Optional.of("https://proverka.example/"),
          Optional.of("https://proverka.example/elka"));

  private static Kept done(Saved saved) {
    return switch (saved) {
      case Saved.Done(Kept kept) -> kept;
      case Saved.Missing _, Saved.Conflict _, Saved.Refused _ -> throw new AssertionError(saved);
    };
  }

  private static Case.Draft judged(Case.Draft draft, Rating rating) {
    return new Case.Draft(
        draft.claim(),
        draft.lang(),
        draft.appearances(),
        draft.notes(),
        Optional.of(new Case.Verdict(rating, "", "В ней 12 метров.")),
        draft.review());
  }

  @Test
  void aCaseKeepsWhereThePassageIsAndReadsItsWordsFromTheArchive() throws Exception {
    Document document = archived("https://example.org/keeps", "2025-05-06T07:08:09Z");
    Kept kept = done(cases.create(draft(document)));
    Kept read = cases.get(kept.value().id()).orElseThrow();
    assertThat(read).isEqualTo(kept);
    Evidence evidence = cases.evidence(read.value()).getFirst();
    assertThat(evidence.words()).contains("На площади поставили ёлку высотой 12 метров");
    assertThat(CaseJson.write(read.value()).toString()).doesNotContain("12 метров");
  }

  @Test
  void ofTwoChangesOfOneVersionTheSecondIsRefused() throws Exception {
    Document document = archived("https://example.org/twice", "2025-05-06T07:08:09Z");
    Kept first = done(cases.create(draft(document)));
    String id = first.value().id();
    Kept second =
        done(cases.replace(id, first.version(), judged(first.value().draft(), Rating.FALSE)));
    assertThat(second.version()).isNotEqualTo(first.version());
    assertThat(cases.replace(id, first.version(), first.value().draft()))
        .isEqualTo(new Saved.Conflict(second));
    assertThat(cases.delete(id, first.version())).isEqualTo(new Saved.Conflict(second));
    assertThat(cases.delete(id, "x")).isEqualTo(new Saved.Conflict(second));
    assertThat(cases.delete(id, second.version())).isEqualTo(new Saved.Done(second));
    assertThat(cases.delete(id, second.version())).isEqualTo(new Saved.Missing());
    assertThat(cases.replace("никогда", "1.1", first.value().draft()))
        .isEqualTo(new Saved.Missing());
  }

  @Test
  void aPlaceWithoutAVersionIsOfTheOneThatIsCurrentThen() throws Exception {
    Document first = archived("https://example.org/edited", "2025-05-06T07:08:09Z");
    Document second =
        TestDocuments.revised(first, "Ёлку убрали", Instant.parse("2025-05-07T00:00:00Z"));
    store.write(List.of(second));
    store.refresh();
    List<Case.Chosen> places =
        List.of(new Case.Chosen(first.id(), Case.Chosen.CURRENT, "body", 0, 5, ""));
    Case.Draft draft = new Case.Draft(CLAIM, "ru", places, "", Optional.empty(), Case.Review.NONE);
    Kept kept = done(cases.create(draft));
    assertThat(kept.value().appearances().getFirst().revision()).isEqualTo(2);
    assertThat(cases.evidence(kept.value()).getFirst().version()).isPresent();
  }

  @Test
  void whatIsChosenMustBeInTheArchive() throws Exception {
    Document document = archived("https://example.org/there", "2025-05-06T07:08:09Z");
    Case.Draft wrong =
        new Case.Draft(
            CLAIM,
            "ru",
            List.of(
                new Case.Chosen("nobody", 1, "body", 0, 1, ""),
                new Case.Chosen(document.id(), 7, "body", 0, 1, ""),
                new Case.Chosen(document.id(), 1, "title", 3, 999, "")),
            "",
            Optional.empty(),
            Case.Review.NONE);
    assertThat(cases.create(wrong))
        .isInstanceOfSatisfying(
            Saved.Refused.class,
            refused ->
                assertThat(refused.wrong())
                    .extracting(Saved.Wrong::pointer)
                    .containsExactly(
                        "/appearances/0/document",
                        "/appearances/1/revision",
                        "/appearances/2/end"));
  }

  @Test
  void aTakedownIsHonouredInCasesAndTheCaseCanStillBeChanged() throws Exception {
    Document gone = archived("https://example.org/gone-later", "2025-05-06T07:08:09Z");
    Document stays = archived("https://example.org/stays", "2025-05-07T07:08:09Z");
    Kept kept = done(cases.create(judged(draft(gone, stays), Rating.FALSE)));
    new Takedown(indices, Clock.systemUTC()).document(gone.id(), "просьба").orElseThrow();
    List<Evidence> evidence = cases.evidence(kept.value());
    assertThat(evidence.getFirst().version()).isEmpty();
    assertThat(evidence.getFirst().words()).isEmpty();
    ObjectNode review = ClaimReviewJson.of(kept.value(), evidence).orElseThrow();
    assertThat(review.at("/itemReviewed/appearance")).hasSize(1);
    assertThat(review.toString()).doesNotContain("gone-later").contains("example.org/stays");
    Kept changed =
        done(
            cases.replace(
                kept.value().id(),
                kept.version(),
                judged(kept.value().draft(), Rating.MOSTLY_FALSE)));
    assertThat(changed.value().appearances()).hasSize(2);
  }

  @Test
  void theReviewCanBeReadAsClaimReviewAndNamesTheEarliestAppearanceFirst() throws Exception {
    Document late = archived("https://example.org/late", "2025-05-09T07:08:09Z");
    Document early = archived("https://example.org/early", "2025-05-06T07:08:09Z");
    Kept kept = done(cases.create(judged(draft(late, early), Rating.FALSE)));
    ObjectNode review =
        ClaimReviewJson.of(kept.value(), cases.evidence(kept.value())).orElseThrow();
    assertThat(review.at("/itemReviewed/firstAppearance/url").asText())
        .startsWith("https://example.org/early");
    assertThat(review.at("/itemReviewed/datePublished").asText()).isEqualTo("2025-05-06");
    assertThat(review.at("/reviewRating/ratingValue").asInt()).isEqualTo(1);
    ClaimReview read = ClaimReviews.read(review.toString(), Instant.now()).reviews().getFirst();
    assertThat(read.claim()).isEqualTo(CLAIM);
    assertThat(read.rating()).isEqualTo("Неправда");
    assertThat(read.publisher()).isEqualTo("Проверка слухов");
    assertThat(read.url()).contains("https://proverka.example/elka");
    assertThat(ClaimReviewJson.missing(kept.value())).isEmpty();
  }

  @Test
  void aReviewWithoutAnAddressAndANameSaysWhatSearchEnginesMiss() throws Exception {
    Case.Review nobody = new Case.Review("", Optional.empty(), Optional.empty());
    Kept kept =
        done(cases.create(new Case.Draft(CLAIM, "ru", List.of(), "", Optional.empty(), nobody)));
    assertThat(ClaimReviewJson.missing(kept.value())).containsExactly("url", "author");
  }

  @Test
  void anUnprovenClaimHasNoPlaceOnTheScaleAndAnOpenCaseNoReview() throws Exception {
    Kept open = done(cases.create(draft()));
    assertThat(ClaimReviewJson.of(open.value(), List.of())).isEmpty();
    Kept unproven =
        done(
            cases.replace(
                open.value().id(), open.version(), judged(open.value().draft(), Rating.UNPROVEN)));
    ObjectNode review = ClaimReviewJson.of(unproven.value(), List.of()).orElseThrow();
    assertThat(review.path("reviewRating").has("ratingValue")).isFalse();
    assertThat(review.at("/reviewRating/alternateName").asText()).isEqualTo("Не доказано");
  }

  @Test
  void casesAreFoundByTheWordsOfTheirClaimsAndByTheirDocuments() throws IOException, Exception {
    Document document = archived("https://example.org/found", "2025-05-06T07:08:09Z");
    Kept kept = done(cases.create(draft(document)));
    assertThat(cases.find("елка на площадях", Optional.empty(), 1000)).contains(kept);
    assertThat(cases.find("паводок", Optional.empty(), 10)).isEmpty();
    assertThat(cases.find("", Optional.of(document.id()), 10)).containsExactly(kept);
    assertThat(kept.value().createdAt()).isBefore(Instant.now().plusSeconds(1));
  }
}
