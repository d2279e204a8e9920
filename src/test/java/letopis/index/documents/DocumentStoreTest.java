package letopis.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.Address;
import letopis.document.Content;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.support.MovableClock;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);

  @Test
  void writingTheSameTwiceChangesNothing() throws Exception {
    List<Document> documents = TestDocuments.several(20);
    assertThat(store.write(documents)).allMatch(Outcome.Added.class::isInstance).hasSize(20);
    assertThat(store.write(documents)).allMatch(Outcome.Unchanged.class::isInstance);
    store.refresh();
    long count =
        indices
            .elasticsearch()
            .request("GET", "/" + indices.documents() + "/_count")
            .json()
            .path("count")
            .asLong();
    assertThat(count).isEqualTo(20);
  }

  @Test
  void aDocumentComesBackAsItWasWrittenWithoutARefresh() throws Exception {
    Document document = TestDocuments.full("https://example.org/a");
    store.write(List.of(document));
    assertThat(store.get(document.id())).contains(document);
    assertThat(store.find("https://example.org/a")).contains(document);
    assertThat(store.find(document.address().aliases().getFirst())).contains(document);
  }

  @Test
  void aPostIsFoundInOtherCapitalsWhereItsPlatformKnowsNone() throws Exception {
    Document post = TestDocuments.full("https://t.me/Rechka_Now/12");
    Document page = TestDocuments.full("https://example.org/Most");
    store.write(List.of(post, page));
    indices.refresh();

    assertThat(store.findWritten("telegram.me/s/rechka_now/12")).contains(post);
    assertThat(store.findWritten("https://t.me/rechka_now/13")).isEmpty();
    assertThat(store.findWritten("http://www.example.org/Most/")).contains(page);
    assertThat(store.findWritten("https://example.org/most")).isEmpty();
  }

  @Test
  void anAddressWithAnotherOneInItIsFoundWithoutItsScheme() throws Exception {
    Document copy = TestDocuments.full("https://archive.example/2020/https://example.org/most");
    store.write(List.of(copy));

    assertThat(store.findWritten("archive.example/2020/https://example.org/most")).contains(copy);
  }

  @Test
  void aTagLongerThanATermOfTheIndexKeepsNoDocumentOut() throws Exception {
    Document whole = TestDocuments.full("https://example.org/tagged");
    Content text = whole.content();
    String endless = "слово ".repeat(10_000);
    Document tagged =
        new Document(
            whole.id(),
            whole.address(),
            whole.publisher(),
            new Content(
                text.title(),
                text.lead(),
                text.body(),
                text.lang(),
                List.of(endless),
                Optional.of(endless),
                List.of(endless, "Паводок"),
                text.images(),
                text.links(),
                text.attributions()),
            whole.times(),
            whole.lineage(),
            whole.capture(),
            whole.noarchive(),
            whole.extra());
    assertThat(store.write(List.of(tagged))).containsExactly(new Outcome.Added(whole.id()));
    assertThat(store.get(whole.id())).contains(tagged);
  }

  @Test
  void aHigherRevisionKeepsThePastVersion() throws Exception {
    Document first = TestDocuments.full("https://example.org/b");
    Instant changed = Instant.parse("2026-03-01T10:00:00Z");
    Document second = TestDocuments.revised(first, "Другой заголовок", changed);
    store.write(List.of(first));
    assertThat(store.write(List.of(second))).containsExactly(new Outcome.Updated(first.id()));
    assertThat(store.get(first.id())).contains(second);
    Document past =
        DocumentJson.read(
            indices
                .elasticsearch()
                .request("GET", "/" + indices.revisions() + "/_doc/" + first.id() + ".1")
                .orThrow()
                .json()
                .path("_source"));
    assertThat(past.content()).isEqualTo(first.content());
    assertThat(past.lineage().validTo()).contains(changed);
    assertThat(store.write(List.of(first)))
        .first()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.cause()).isEqualTo(Outcome.Cause.STALE));
  }

  @Test
  void aVersionKeepsItsTimeOfIndexingUntilOtherWordsStandInItsPlace() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    Indices timed = TestElasticsearch.freshIndices(clock);
    DocumentStore documents = new DocumentStore(timed);
    Document first = TestDocuments.full("https://example.org/b");
    documents.write(List.of(first));
    clock.forward(Duration.ofHours(1));
    documents.write(
        List.of(first.at(new Address(first.address().url(), "https://example.org/b", List.of()))));
    assertThat(indexedAt(timed, first)).isEqualTo("2026-03-01T10:00:00Z");

    Document other =
        TestDocuments.worded("https://example.org/b", "site", clock.instant(), "Иное.");
    documents.write(List.of(other));
    assertThat(indexedAt(timed, first)).isEqualTo("2026-03-01T11:00:00Z");
  }

  private static String indexedAt(Indices indices, Document document) throws Exception {
    indices.refresh();
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.documents() + "/_search?q=id:" + document.id())
        .orThrow()
        .json()
        .at("/hits/hits/0/_source/indexed_at")
        .asText();
  }

  @Test
  void anAddressIsAnothersOnlyAsLongAsThatNamesIt() throws Exception {
    Document holder = TestDocuments.full("https://example.org/c");
    String address = holder.address().aliases().getFirst();
    Document own = TestDocuments.full(address);
    Address alone = new Address(holder.address().url(), holder.address().canonical(), List.of());
    store.write(List.of(holder));

    assertThat(store.write(List.of(own)))
        .first()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.cause()).isEqualTo(Outcome.Cause.ALIAS_OF_OTHER));
    assertThat(store.write(List.of(own, holder.at(alone))))
        .containsExactly(new Outcome.Added(own.id()), new Outcome.Updated(holder.id()));
    assertThat(store.find(address)).contains(own);
  }
}
