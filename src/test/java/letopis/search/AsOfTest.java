package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.search.SearchRequest.Period;
import letopis.sources.Configuration;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A count of a past state is the same while documents get new versions.
class AsOfTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);
  private final DocumentSearch search =
      new DocumentSearch(indices, Configuration.EMPTY, Clock.systemUTC());

  @ParameterizedTest
  @ValueSource(strings = {"documents", "revisions"})
  void aDocumentThatIsBeingReplacedCountsOnceWhicheverIndexShowsItFirst(String shown)
      throws Exception {
    Document first = TestDocuments.worded("https://a.example/1", "a", AT, "Мост закрыли.");
    store.write(List.of(first));
    store.refresh();
    for (String index : List.of(indices.documents(), indices.revisions())) {
      ObjectNode never = Elasticsearch.JSON.createObjectNode().put("index.refresh_interval", "-1");
      indices.elasticsearch().request("PUT", "/" + index + "/_settings", never).orThrow();
    }

    store.write(List.of(TestDocuments.revised(first, "Мост открыли", AT.plusSeconds(3_600))));
    indices.elasticsearch().request("POST", "/" + indices.alias(shown) + "/_refresh").orThrow();

    assertThat(count(AT.plusSeconds(60))).isEqualTo(1);
  }

  private long count(Instant asOf) throws Exception {
    Period period =
        new Period(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(asOf));
    return search.search(SearchRequest.everything().with(period)).total().value();
  }
}
