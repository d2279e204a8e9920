package letopis.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import letopis.bench.search.RelevanceSets.Item;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.MappingFile;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/// Indices of one measurement: texts under our analysis or a plain one, and what queries find.
final class RelevanceIndex {
  private static final int BATCH = 40;
  private static final int BULK = 4_000_000;

  private final Elasticsearch elasticsearch;
  private final String prefix;

  /// @param prefix of the names of the indices, which are nobody else's
  RelevanceIndex(Elasticsearch elasticsearch, String prefix) {
    this.elasticsearch = elasticsearch;
    this.prefix = prefix;
  }

  /// Makes and fills an index.
  ///
  /// @param analysis `ours`, `russian` (as the analyzer of Elasticsearch), `light`, or `standard`
  ///     (words as they are written)
  void fill(String name, String analysis, Map<String, Item> items) throws IOException {
    elasticsearch.request("PUT", "/" + prefix + name, body(analysis)).orThrow();
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Item> item : items.entrySet()) {
      lines.append("{\"index\":{\"_id\":\"").append(item.getKey()).append("\"}}\n");
      ObjectNode document = Elasticsearch.JSON.createObjectNode();
      document.put("url", item.getValue().url()).put("body", item.getValue().text());
      lines.append(Elasticsearch.JSON.writeValueAsString(document)).append('\n');
      if (lines.length() > BULK) {
        bulk(name, lines);
      }
    }
    bulk(name, lines);
    elasticsearch
        .request("POST", "/" + prefix + name + "/_forcemerge?max_num_segments=1")
        .orThrow();
    elasticsearch.request("POST", "/" + prefix + name + "/_refresh").orThrow();
  }

  private void bulk(String name, StringBuilder lines) throws IOException {
    JsonNode answer = elasticsearch.lines("/" + prefix + name + "/_bulk", lines).orThrow().json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("a document was refused: " + answer.at("/items/0"));
    }
    lines.setLength(0);
  }

  private static JsonNode body(String analysis) {
    if (analysis.equals("ours")) {
      return MappingFile.bundled().stream()
          .filter(file -> file.name().equals("documents"))
          .findFirst()
          .orElseThrow()
          .body();
    }
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.putObject("settings").put("number_of_shards", 1).put("number_of_replicas", 0);
    body.withObject("/mappings/properties/url").put("type", "keyword");
    if (analysis.equals("standard")) {
      body.withObject("/mappings/properties/body").put("type", "text");
      return body;
    }
    ObjectNode parts = body.withObject("/settings/analysis");
    // What the `russian` analyzer of Elasticsearch is made of.
    ArrayNode stopwords =
        parts.withObject("/filter/stops").put("type", "stop").putArray("stopwords");
    for (Object word : RussianAnalyzer.getDefaultStopSet()) {
      stopwords.add(new String((char[]) word));
    }
    parts
        .withObject("/filter/stems")
        .put("type", "stemmer")
        .put("language", analysis.equals("light") ? "light_russian" : "russian");
    ObjectNode analyzer = parts.withObject("/analyzer/plain").put("type", "custom");
    analyzer
        .put("tokenizer", "standard")
        .putArray("filter")
        .add("lowercase")
        .add("stops")
        .add("stems");
    body.withObject("/mappings/properties/body").put("type", "text").put("analyzer", "plain");
    return body;
  }

  /// The ids that each query finds, best first.
  List<List<String>> search(String index, List<ObjectNode> queries, int size) throws IOException {
    List<List<String>> found = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (ObjectNode query : queries.subList(from, Math.min(from + BATCH, queries.size()))) {
        ObjectNode body =
            Elasticsearch.JSON.createObjectNode().put("size", size).put("_source", false);
        body.set("query", query);
        lines.append("{}\n").append(body).append('\n');
      }
      JsonNode answers =
          elasticsearch.lines("/" + prefix + index + "/_msearch", lines).orThrow().json();
      for (JsonNode answer : answers.path("responses")) {
        if (answer.has("error")) {
          throw new IOException("a query was refused: " + answer.path("error"));
        }
        List<String> ids = new ArrayList<>();
        answer.at("/hits/hits").forEach(hit -> ids.add(hit.path("_id").asText()));
        found.add(ids);
      }
    }
    return found;
  }

  /// Removes the indices of this run.
  void close() throws IOException {
    JsonNode all = elasticsearch.request("GET", "/" + prefix + "*/_alias").orThrow().json();
    for (Map.Entry<String, JsonNode> index : all.properties()) {
      elasticsearch.request("DELETE", "/" + index.getKey()).orThrow();
    }
  }
}
