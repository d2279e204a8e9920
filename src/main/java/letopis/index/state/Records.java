package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.Together;

/// One index of small records kept by their id: read in real time, written in bulk. What many
/// threads ask for at the same time is asked for by one request.
final class Records {
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /// Questions of different callers in one request.
  private static final int MOST = 32;

  private final Elasticsearch elasticsearch;
  private final String index;
  private final Together<Collection<String>, List<Versioned<JsonNode>>> gets =
      new Together<>(MOST, this::found);
  private final Together<Put, Written> puts = new Together<>(MOST, this::putEach);
  private final Together<byte[], Boolean> bulks = new Together<>(MOST, this::bulk);
  private final Together<ObjectNode, JsonNode> searches = new Together<>(MOST, this::searchEach);

  /// @param file the file of `index-mappings` that the index is made from
  Records(Indices indices, String file) {
    this.elasticsearch = indices.elasticsearch();
    this.index = indices.alias(file);
  }

  private record Put(String id, Versioned<JsonNode> record) {}

  private record Written(int status, JsonNode json) {}

  /// One record as it is at this moment.
  Optional<Versioned<JsonNode>> get(String id) throws IOException {
    Answer answer = elasticsearch.request("GET", "/" + index + "/_doc/" + id);
    if (answer.status() == NOT_FOUND && answer.json().path("found").isBoolean()) {
      return Optional.empty();
    }
    JsonNode found = answer.orThrow().json();
    return Optional.of(versioned(found.path("_source"), found));
  }

  /// Those of these records that exist, as they are at this moment.
  List<Versioned<JsonNode>> getAll(Collection<String> ids) throws IOException {
    return ids.isEmpty() ? List.of() : gets.ask(ids);
  }

  private List<List<Versioned<JsonNode>>> found(List<Collection<String>> questions)
      throws IOException {
    ObjectNode body = RecordJson.MAPPER.createObjectNode();
    ArrayNode ids = body.putArray("ids");
    questions.stream().flatMap(Collection::stream).distinct().forEach(ids::add);
    JsonNode docs =
        elasticsearch.request("POST", "/" + index + "/_mget", body).orThrow().json().path("docs");
    Map<String, Versioned<JsonNode>> found = new HashMap<>();
    for (JsonNode doc : docs) {
      // A shard that could not say is no proof that there is no record.
      String error = doc.at("/error/type").asText("");
      if (!error.isEmpty() && !error.equals("index_not_found_exception")) {
        throw new Answer.Refused(UNAVAILABLE, error);
      }
      if (doc.path("found").asBoolean()) {
        found.put(doc.path("_id").asText(), versioned(doc.path("_source"), doc));
      }
    }
    return questions.stream()
        .map(asked -> asked.stream().map(found::get).filter(Objects::nonNull).toList())
        .toList();
  }

  /// Writes one record unless somebody else has written it since it was read.
  ///
  /// @return the version now in the index, or empty when somebody was quicker
  Optional<Versioned<JsonNode>> put(String id, Versioned<JsonNode> record) throws IOException {
    Written written = puts.ask(new Put(id, record));
    if (written.status() >= 300 && written.status() != CONFLICT) {
      // Too much at a time, it may be.
      written = putAlone(new Put(id, record));
    }
    return written.status() == CONFLICT
        ? Optional.empty()
        : Optional.of(versioned(record.value(), written.json()));
  }

  private Written putAlone(Put put) throws IOException {
    String path = "/" + index + "/_doc/" + put.id() + put.record().condition();
    Answer answer = elasticsearch.request("PUT", path, put.record().value());
    return answer.status() == CONFLICT
        ? new Written(CONFLICT, MissingNode.getInstance())
        : new Written(OK, answer.orThrow().json());
  }

  private List<Written> putEach(List<Put> records) throws IOException {
    if (records.size() == 1) {
      return List.of(putAlone(records.getFirst()));
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Put put : records) {
      lines.writeBytes(RecordJson.line(put.record().action(put.id())));
      lines.writeBytes(RecordJson.line(put.record().value()));
    }
    JsonNode items = bulk("/" + index + "/_bulk", lines.toByteArray()).path("items");
    return items
        .valueStream()
        .map(item -> item.elements().next())
        .map(one -> new Written(one.path("status").asInt(), one))
        .toList();
  }

  /// Writes records, each unless somebody else has written it since it was read.
  ///
  /// @return the versions now in the index; without those of which somebody was quicker
  Map<String, Versioned<JsonNode>> replaceAll(Map<String, Versioned<JsonNode>> records)
      throws IOException {
    if (records.isEmpty()) {
      return Map.of();
    }
    List<Put> puts = new ArrayList<>();
    records.forEach((id, record) -> puts.add(new Put(id, record)));
    List<Written> answers = putEach(puts);
    Map<String, Versioned<JsonNode>> written = new LinkedHashMap<>();
    for (int i = 0; i < puts.size(); i++) {
      Put put = puts.get(i);
      Written one = answers.get(i);
      if (one.status() < 300) {
        written.put(put.id(), versioned(put.record().value(), one.json()));
      } else if (one.status() != CONFLICT) {
        throw new IOException("a record of " + index + " was refused: " + one.json().path("error"));
      }
    }
    return written;
  }

  /// Writes records whatever was there before.
  void putAll(Map<String, ? extends JsonNode> records) throws IOException {
    putAll(records, this, Map.of());
  }

  /// Writes records of two indices by one request, whatever was there before.
  void putAll(
      Map<String, ? extends JsonNode> records,
      Records other,
      Map<String, ? extends JsonNode> theirs)
      throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    addLines(lines, records);
    other.addLines(lines, theirs);
    if (lines.size() > 0) {
      bulks.ask(lines.toByteArray());
    }
  }

  private void addLines(ByteArrayOutputStream lines, Map<String, ? extends JsonNode> records) {
    for (var record : records.entrySet()) {
      ObjectNode action = RecordJson.MAPPER.createObjectNode();
      action.putObject("index").put("_index", index).put("_id", record.getKey());
      lines.writeBytes(RecordJson.line(action));
      lines.writeBytes(RecordJson.line(record.getValue()));
    }
  }

  private List<Boolean> bulk(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    lines.forEach(all::writeBytes);
    JsonNode answer = bulk("/_bulk?filter_path=errors,items.*.error", all.toByteArray());
    if (answer.path("errors").asBoolean()) {
      throw new IOException("some records of " + index + " were refused: " + firstError(answer));
    }
    return Collections.nCopies(lines.size(), true);
  }

  private JsonNode bulk(String path, byte[] lines) throws IOException {
    return elasticsearch.lines(path, lines).orThrow().json();
  }

  /// The sources of the records that a search finds.
  List<JsonNode> search(ObjectNode body) throws IOException {
    return elasticsearch
        .search(index, body)
        .hits()
        .valueStream()
        .map(hit -> hit.path("_source"))
        .toList();
  }

  /// The whole answer of a small search, one of many at a time.
  JsonNode askTogether(ObjectNode body) throws IOException {
    JsonNode answer = searches.ask(body);
    // One that failed among others is asked alone: what failed may have been too much at a time.
    return answer.has("hits") ? answer : ask(body);
  }

  /// The whole answer of a search.
  JsonNode ask(ObjectNode body) throws IOException {
    return elasticsearch.search(index, body).json();
  }

  private List<JsonNode> searchEach(List<ObjectNode> bodies) throws IOException {
    if (bodies.size() == 1) {
      return List.of(ask(bodies.getFirst()));
    }
    byte[] header =
        RecordJson.line(
            RecordJson.MAPPER.createObjectNode().put("allow_partial_search_results", false));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ObjectNode body : bodies) {
      lines.writeBytes(header);
      lines.writeBytes(RecordJson.line(body));
    }
    return elasticsearch
        .lines("/" + index + "/_msearch", lines.toByteArray())
        .orThrow()
        .json()
        .path("responses")
        .valueStream()
        .toList();
  }

  /// Makes what was written findable by [#search].
  void refresh() throws IOException {
    elasticsearch.request("POST", "/" + index + "/_refresh").orThrow();
  }

  private static Versioned<JsonNode> versioned(JsonNode value, JsonNode of) {
    return new Versioned<>(value, of.path("_seq_no").asLong(), of.path("_primary_term").asLong());
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
