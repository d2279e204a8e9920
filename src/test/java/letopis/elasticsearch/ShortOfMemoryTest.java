package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The limit of the memory guard is lowered below what any node uses; only changes of settings are
/// let through then.
class ShortOfMemoryTest {
  private static final String NOTHING = "\"1%\"";
  private static final String USUAL = "null";

  private final Elasticsearch elasticsearch = TestElasticsearch.shared();

  @AfterEach
  void asItWas() throws IOException {
    limit(USUAL);
  }

  @Test
  void aRequestIsAskedAgainUntilThereIsRoom() throws Exception {
    limit(NOTHING);
    AtomicBoolean lifted = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> relief =
          threads.submit(
              () -> {
                Thread.sleep(500);
                lifted.set(true);
                limit(USUAL);
                return null;
              });
      Answer answer = elasticsearch.request("GET", "/_search?size=0");
      assertThat(answer.ok()).as(answer.reason()).isTrue();
      assertThat(lifted).isTrue();
      relief.get();
    }
  }

  @Test
  void aRequestForWhichThereIsNeverRoomFailsWithTheReason() throws IOException {
    limit(NOTHING);
    Answer answer = elasticsearch.request("GET", "/_search?size=0");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.reason()).contains("Data too large");
  }

  private void limit(String limit) throws IOException {
    String body = "{\"persistent\":{\"indices.breaker.total.limit\":" + limit + "}}";
    elasticsearch.request("PUT", "/_cluster/settings", Elasticsearch.JSON.readTree(body)).orThrow();
  }
}
