package letopis.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class TakedownTest {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);
  private final Takedown takedown = new Takedown(indices, Clock.systemUTC());

  @Test
  void whatIsTakenDownIsGoneWithItsPastVersionsAndCannotComeBack() throws Exception {
    Document first = TestDocuments.full("https://example.org/gone");
    Document second = TestDocuments.revised(first, "Другое", Instant.parse("2026-03-01T00:00:00Z"));
    store.write(List.of(first, second, TestDocuments.full("https://example.org/stays")));
    Takedown.Taken taken = takedown.address("https://example.org/gone", "просьба автора");
    assertThat(taken.versions()).isEqualTo(2);
    assertThat(taken.addresses())
        .containsExactlyInAnyOrder("https://example.org/gone", "https://example.org/gone/amp");
    assertThat(store.get(first.id())).isEmpty();
    assertThat(store.find("https://example.org/gone/amp")).isEmpty();
    assertThat(store.find("https://example.org/stays")).isPresent();
    assertThat(causes(store.write(List.of(second)))).containsExactly(Outcome.Cause.TAKEN_DOWN);
    Document underAlias = TestDocuments.full("https://example.org/gone/amp");
    assertThat(causes(store.write(List.of(underAlias)))).containsExactly(Outcome.Cause.TAKEN_DOWN);
    assertThat(takedown.address("https://example.org/gone", "again").versions()).isZero();
  }

  @Test
  void whatWasQuotedAndReadFromItGoesTooAndCasesThatHoldItAreNamed() throws Exception {
    Document gone = TestDocuments.full("https://example.org/gone");
    Document stays = TestDocuments.full("https://example.org/stays");
    store.write(List.of(gone, stays));
    put("claims", "r1", "{'claim':'Ёлка','url':'https://example.org/gone'}");
    put("claims", "r2", "{'claim':'Ёлка','url':'https://example.org/stays'}");
    put("watch-results", "w1", "{'watch':'w','document':'" + gone.id() + "','passage':'Ёлка'}");
    put("watch-results", "w2", "{'watch':'w','document':'" + stays.id() + "','passage':'Ёлка'}");
    put("entries", gone.id(), "{'source':'example','state':{'entry':{'text':'Ёлка'}}}");
    put("entries", "other", "{'source':'example','document':'" + gone.id() + "'}");
    put("entries", stays.id(), "{'source':'example','document':'" + stays.id() + "'}");
    put("cases", "c1", "{'id':'c1','claim':'Ёлка','documents':['" + gone.id() + "']}");

    Takedown.Taken taken = takedown.document(gone.id(), "просьба автора").orElseThrow();

    assertThat(taken.reviews()).isEqualTo(1);
    assertThat(taken.reports()).isEqualTo(1);
    assertThat(taken.cases()).containsExactly("c1");
    assertThat(ids("claims")).containsExactly("r2");
    assertThat(ids("watch-results")).containsExactly("w2");
    assertThat(ids("entries")).containsExactly(stays.id());
    assertThat(ids("cases")).containsExactly("c1");
  }

  private void put(String index, String id, String json) throws Exception {
    indices
        .elasticsearch()
        .request(
            "PUT",
            "/" + indices.alias(index) + "/_doc/" + id,
            Elasticsearch.JSON.readTree(json.replace('\'', '"')))
        .orThrow();
  }

  private List<String> ids(String index) throws Exception {
    indices.refresh();
    return indices
        .elasticsearch()
        .request("GET", "/" + indices.alias(index) + "/_search")
        .orThrow()
        .json()
        .at("/hits/hits")
        .valueStream()
        .map(hit -> hit.path("_id").asText())
        .toList();
  }

  @Test
  void anAddressThatIsNotThereYetIsClosedForTheFuture() throws Exception {
    assertThat(takedown.address("https://example.org/later", "суд").versions()).isZero();
    assertThat(causes(store.write(List.of(TestDocuments.full("https://example.org/later")))))
        .containsExactly(Outcome.Cause.TAKEN_DOWN);
    assertThat(takedown.document("no-such-id", "x")).isEmpty();
  }

  private static List<Outcome.Cause> causes(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Rejected.class::isInstance)
        .map(outcome -> ((Outcome.Rejected) outcome).cause())
        .toList();
  }
}
