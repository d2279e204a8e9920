package letopis.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;

/// One index of small records kept by their id: read in real time, written in bulk.
final class Records {
  /// Records with their `Instant`s as text.
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Elasticsearch elasticsearch;
  private final String index;

  /// @param file the file of `index-mappings` that the index is made from
  Records(Indices indices, String file) {
    this.elasticsearch = indices.elasticsearch();
    this.index = indices.alias(file);
  }

  /// One record as it is at this moment.
  Optional<Versioned<JsonNode>> get(String id) throws IOException {
    Answer answer = elasticsearch.request("GET", "/" + index + "/_doc/" + id);
    if (answer.status() == NOT_FOUND && answer.json().path("found").isBoolean()) {
      return Optional.empty();
    }
    JsonNode found = answer.orThrow().json();
    return Optional.of(versioned(found));
  }

  /// Those of these records that exist, as they are at this moment.
  List<Versioned<JsonNode>> getAll(Collection<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return List.of();
    }
    ObjectNode body = JSON.createObjectNode();
    ids.forEach(body.putArray("ids")::add);
    JsonNode docs =
        elasticsearch.request("POST", "/" + index + "/_mget", body).orThrow().json().path("docs");
    return docs.valueStream()
        .filter(doc -> doc.path("found").asBoolean())
        .map(Records::versioned)
        .toList();
  }

  /// Writes one record unless somebody else has written it since it was read.
  ///
  /// @return the version now in the index, or empty when somebody was quicker
  Optional<Versioned<JsonNode>> put(String id, Versioned<JsonNode> record) throws IOException {
    Answer answer =
        elasticsearch.request(
            "PUT", "/" + index + "/_doc/" + id + record.condition(), record.value());
    if (answer.status() == CONFLICT) {
      return Optional.empty();
    }
    JsonNode written = answer.orThrow().json();
    return Optional.of(
        new Versioned<>(
            record.value(),
            written.path("_seq_no").asLong(),
            written.path("_primary_term").asLong()));
  }

  /// Writes records, each unless somebody else has written it since it was read.
  ///
  /// @return the versions now in the index; without those of which somebody was quicker
  Map<String, Versioned<JsonNode>> replaceAll(Map<String, Versioned<JsonNode>> records)
      throws IOException {
    if (records.isEmpty()) {
      return Map.of();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (var record : records.entrySet()) {
      ObjectNode action = JSON.createObjectNode();
      action
          .putObject("index")
          .put("_id", record.getKey())
          .put("if_seq_no", record.getValue().seqNo())
          .put("if_primary_term", record.getValue().primaryTerm());
      lines.write(line(action));
      lines.write(line(record.getValue().value()));
    }
    JsonNode answer =
        elasticsearch
            .request("POST", "/" + index + "/_bulk", lines.toByteArray(), "application/x-ndjson")
            .orThrow()
            .json();
    Map<String, Versioned<JsonNode>> written = new LinkedHashMap<>();
    for (JsonNode item : answer.path("items")) {
      JsonNode one = item.path("index");
      String id = one.path("_id").asText();
      if (one.path("status").asInt() < 300) {
        written.put(
            id,
            new Versioned<>(
                records.get(id).value(),
                one.path("_seq_no").asLong(),
                one.path("_primary_term").asLong()));
      } else if (one.path("status").asInt() != CONFLICT) {
        throw new IOException("a record of " + index + " was refused: " + one.path("error"));
      }
    }
    return written;
  }

  /// Writes records whatever was there before.
  void putAll(Map<String, ? extends JsonNode> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (var record : records.entrySet()) {
      ObjectNode action = JSON.createObjectNode();
      action.putObject("index").put("_id", record.getKey());
      lines.write(line(action));
      lines.write(line(record.getValue()));
    }
    JsonNode answer =
        elasticsearch
            .request(
                "POST",
                "/" + index + "/_bulk?filter_path=errors,items.*.error",
                lines.toByteArray(),
                "application/x-ndjson")
            .orThrow()
            .json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("some records of " + index + " were refused: " + firstError(answer));
    }
  }

  /// The sources of the records that a search finds.
  List<JsonNode> search(ObjectNode body) throws IOException {
    return elasticsearch
        .request("POST", "/" + index + "/_search", body)
        .orThrow()
        .json()
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("_source"))
        .toList();
  }

  /// The whole answer of a search.
  JsonNode ask(ObjectNode body) throws IOException {
    return elasticsearch.request("POST", "/" + index + "/_search", body).orThrow().json();
  }

  /// Makes what was written findable by [#search].
  void refresh() throws IOException {
    elasticsearch.request("POST", "/" + index + "/_refresh").orThrow();
  }

  static byte[] line(JsonNode node) {
    try {
      byte[] json = JSON.writeValueAsBytes(node);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of ours cannot be written", e);
    }
  }

  /// Reads a record of ours back.
  static <T> T value(JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the index holds a " + type.getSimpleName() + " that we did not write", e);
    }
  }

  private static Versioned<JsonNode> versioned(JsonNode doc) {
    return new Versioned<>(
        doc.path("_source"), doc.path("_seq_no").asLong(), doc.path("_primary_term").asLong());
  }

  private static String firstError(JsonNode answer) {
    return answer
        .path("items")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(item -> item.has("error"))
        .findFirst()
        .map(item -> item.path("error").toString())
        .orElse("?");
  }
}
