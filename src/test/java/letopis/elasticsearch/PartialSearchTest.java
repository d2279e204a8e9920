package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class PartialSearchTest {
  private final Elasticsearch elasticsearch = TestElasticsearch.shared();

  /// One index cannot be sorted by the field; the other has a document.
  @Test
  void aSearchThatOneShardCannotAnswerFailsInsteadOfCountingLess() throws IOException {
    String prefix = TestElasticsearch.uniquePrefix();
    String able = prefix + "-able";
    String unable = prefix + "-unable";
    put(able, "{\"mappings\":{\"properties\":{\"at\":{\"type\":\"date\"}}}}");
    put(unable, "{\"mappings\":{\"properties\":{\"other\":{\"type\":\"keyword\"}}}}");
    send("POST", "/" + able + "/_doc?refresh=true", "{\"at\":\"2026-11-28\"}");
    send("POST", "/" + unable + "/_doc?refresh=true", "{\"other\":\"x\"}");

    Answer answer =
        send("POST", "/" + able + "," + unable + "/_search", "{\"sort\":[{\"at\":\"desc\"}]}");
    elasticsearch.request("DELETE", "/" + able + "," + unable);

    assertThat(answer.ok()).isFalse();
    assertThat(answer.reason()).contains("No mapping found for [at]");
  }

  private void put(String index, String body) throws IOException {
    send("PUT", "/" + index, body).orThrow();
  }

  private Answer send(String method, String path, String body) throws IOException {
    return elasticsearch.request(method, path, Elasticsearch.JSON.readTree(body));
  }
}
