package letopis.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.ManagedNode;
import letopis.elasticsearch.NodeFailure;
import letopis.elasticsearch.NodeSettings;
import letopis.index.Indices;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/// One real Elasticsearch for all tests of this Java machine: our managed node, or with
/// `-Dletopis.test.elasticsearch=docker` the official image. Tests share it and keep apart by
/// prefix.
public final class TestElasticsearch {
  private static final long HEAP = 768L << 20;

  private static final Queue<String> FRESH = new ConcurrentLinkedQueue<>();

  private TestElasticsearch() {}

  /// The shared connection. Not to be closed by tests.
  public static Elasticsearch shared() {
    return Holder.SHARED;
  }

  /// Initialised, empty indices that no other test uses.
  public static Indices freshIndices() {
    return freshIndices(Clock.systemUTC());
  }

  /// The same, by a clock of the test.
  public static Indices freshIndices(Clock clock) {
    String prefix = uniquePrefix();
    Indices indices = new Indices(shared(), prefix, clock);
    FRESH.add(prefix);
    try {
      indices.init();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return indices;
  }

  /// Deletes all that [#freshIndices] gave since the last time.
  static void deleteFreshIndices() throws IOException {
    for (String prefix; (prefix = FRESH.poll()) != null; ) {
      JsonNode indices =
          shared()
              .request("GET", "/_resolve/index/" + prefix + "*")
              .orThrow()
              .json()
              .path("indices");
      String names = String.join(",", indices.findValuesAsText("name"));
      if (!names.isEmpty()) {
        shared().request("DELETE", "/" + names).orThrow();
      }
    }
  }

  /// Indices of one test class, without the documents that earlier tests of it wrote: much cheaper
  /// than fresh ones.
  public static void empty(Indices indices) throws IOException {
    indices.refresh();
    ObjectNode all = Elasticsearch.JSON.createObjectNode().put("size", 10_000);
    all.put("_source", false);
    StringBuilder lines = new StringBuilder();
    for (String index : List.of(indices.documents(), indices.revisions(), indices.addresses())) {
      JsonNode hits =
          shared()
              .request("POST", "/" + index + "/_search?ignore_unavailable=true", all)
              .orThrow()
              .json()
              .at("/hits/hits");
      for (JsonNode hit : hits) {
        ObjectNode action = Elasticsearch.JSON.createObjectNode();
        action
            .putObject("delete")
            .put("_index", hit.path("_index").asText())
            .put("_id", hit.path("_id").asText());
        lines.append(action).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
      shared().lines("/_bulk?refresh=true", body).orThrow();
    }
  }

  /// A prefix of index names that no other test uses.
  public static String uniquePrefix() {
    return "test-" + UUID.randomUUID().toString().substring(0, 13);
  }

  /// The distribution that the build brought.
  public static Path zip() {
    return Path.of(System.getProperty("letopis.elasticsearch.zip"));
  }

  private static final class Holder {
    static final Elasticsearch SHARED =
        System.getProperty("letopis.test.elasticsearch", "managed").equals("docker")
            ? official()
            : managed();

    private static Elasticsearch managed() {
      try {
        // Beside the unpacked server of earlier runs; the indices of earlier runs are not ours.
        Path data = TestFolder.inBuild("test-elasticsearch");
        NodeSettings settings = NodeSettings.in(data, zip(), HEAP);
        if (Files.exists(data.resolve("node.json"))) {
          ManagedNode.start(settings).close(); // Left by a killed run; it may still be running.
        }
        TestFolder.clear(data.resolve("elasticsearch").resolve("data"));
        ManagedNode node = ManagedNode.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        return node.connect();
      } catch (NodeFailure e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @SuppressWarnings("resource") // Testcontainers removes it when this process ends.
    private static Elasticsearch official() {
      ElasticsearchContainer container =
          new ElasticsearchContainer(
                  "docker.elastic.co/elasticsearch/elasticsearch:" + NodeSettings.VERSION)
              .withPassword("testing")
              .withEnv("xpack.security.http.ssl.enabled", "false")
              .withEnv("ES_JAVA_OPTS", "-Xms768m -Xmx768m");
      container.start();
      return Elasticsearch.connect(
          URI.create("http://" + container.getHttpHostAddress()),
          new Credentials.Password("elastic", "testing"));
    }
  }
}
