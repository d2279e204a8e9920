package letopis.crawl.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Address;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Times;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

/// What is filed late, or comes from a file, was seen before what the archive knows already.
class LateLooksIT {
  private static final String PAGE = "https://late.example/1";
  private static final String TEXT =
      "Мост через Зею закрыли на ремонт до весны, объезд через село.";
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private final Indices indices = TestElasticsearch.freshIndices();
  private final Intake intake = new Intake(indices);

  @Test
  void anOlderCaptureDoesNotBringBackWhatIsGone() throws Exception {
    look(TEXT, AT);
    gone(AT.plusSeconds(3_600));

    look(TEXT, AT.minusSeconds(86_400));
    assertThat(stored().times().removedAt()).contains(AT.plusSeconds(3_600));

    look(TEXT + " Дополнено.", AT.plusSeconds(1_800));
    assertThat(stored().lineage().revision()).isEqualTo(2);
    assertThat(stored().times().removedAt()).contains(AT.plusSeconds(3_600));

    look(TEXT, AT.plusSeconds(7_200));
    assertThat(stored().times().removedAt()).isEmpty();
  }

  @Test
  void aDocumentThatIsFoundGoneCameIntoTheIndexWhenItDid() throws Exception {
    look(TEXT, AT);
    String indexed = indexedAt();
    gone(AT.plusSeconds(3_600));
    assertThat(stored().times().removedAt()).isPresent();
    assertThat(indexedAt()).isEqualTo(indexed);
  }

  @Test
  void aRecordOfAFileDoesNotBringBackWhatIsGone() throws Exception {
    intake.file(List.of(new Finding.Record(document(TEXT, AT))));
    gone(AT.plusSeconds(3_600));

    List<Filed> again =
        intake.file(List.of(new Finding.Record(document(TEXT, AT.plusSeconds(86_400)))));

    assertThat(stored().times().removedAt()).contains(AT.plusSeconds(3_600));
    assertThat(again.getFirst().outcome().label()).isEqualTo("unchanged");
  }

  @Test
  void aSightBeforeTheLookThatMissedItTakesThatLookBack() throws Exception {
    Document first = document(TEXT, AT);
    Document watched =
        first.with(
            new Times(
                new Claimed(
                    AT.minusSeconds(86_400),
                    PublishedFrom.JSON_LD,
                    Precision.SECOND,
                    Optional.empty()),
                AT,
                Optional.of(AT.minusSeconds(900)),
                Optional.empty(),
                Optional.empty(),
                true));
    file(watched);

    look(TEXT, AT.minusSeconds(3_600));

    assertThat(stored().times().firstSeenAt()).isEqualTo(AT.minusSeconds(3_600));
    assertThat(stored().times().absentAt()).isEmpty();
    assertThat(stored().times().backdated()).isFalse();
  }

  private static Document document(String text, Instant at) {
    return TestDocuments.worded(PAGE, "late", at, text).at(new Address(PAGE, PAGE, List.of()));
  }

  private void look(String text, Instant at) throws Exception {
    file(document(text, at));
  }

  private void file(Document document) throws Exception {
    intake.file(List.of(new Finding.Publication(document, Map.of(), true, Optional.empty(), true)));
  }

  private void gone(Instant since) throws Exception {
    intake.file(
        List.of(
            new Finding.Gone(
                Optional.of(DocumentId.of(PAGE)), since, true, "http_404", Set.of(PAGE))));
  }

  private Document stored() throws Exception {
    return new DocumentStore(indices).get(DocumentId.of(PAGE)).orElseThrow();
  }

  /// A trace of an instant before goes by it.
  private String indexedAt() throws Exception {
    indices.refresh();
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.documents() + "/_search")
        .orThrow()
        .json()
        .at("/hits/hits/0/_source/indexed_at")
        .asText();
  }
}
