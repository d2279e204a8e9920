package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedNodeTest {
  @TempDir Path data;

  @Test
  void startsAnswersAnalysesAndEnds() throws Exception {
    NodeSettings settings =
        NodeSettings.in(data, Path.of(System.getProperty("letopis.elasticsearch.zip")), 512L << 20);
    long begin = System.nanoTime();
    long pid;
    try (ManagedNode node = ManagedNode.start(settings);
        Elasticsearch elasticsearch = node.connect()) {
      System.err.println("started in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
      pid = node.pid();
      // A fresh node answers before the shards of its own indices have started.
      JsonNode health =
          elasticsearch
              .request("GET", "/_cluster/health?wait_for_status=green&timeout=30s")
              .orThrow()
              .json();
      assertThat(health.path("status").asText()).isEqualTo("green");
      ObjectNode analyze = Elasticsearch.JSON.createObjectNode();
      analyze.put("text", "Ёлки").put("tokenizer", "standard");
      analyze
          .putArray("char_filter")
          .addObject()
          .put("type", "mapping")
          .putArray("mappings")
          .add("ё=>е")
          .add("Ё=>Е");
      analyze
          .putArray("filter")
          .add("lowercase")
          .addObject()
          .put("type", "stemmer")
          .put("language", "russian");
      JsonNode tokens = elasticsearch.request("POST", "/_analyze", analyze).orThrow().json();
      assertThat(tokens.path("tokens").path(0).path("token").asText()).isEqualTo("елк");
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }
}
