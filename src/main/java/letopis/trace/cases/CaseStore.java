package letopis.trace.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// The index `cases`. A version is Elasticsearch's sequence number and primary term, which only a
/// write changes, so that of two changes of one version the second is refused.
final class CaseStore {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final Elasticsearch elasticsearch;
  private final String path;

  CaseStore(Indices indices) {
    this.elasticsearch = indices.elasticsearch();
    this.path = "/" + indices.alias("cases");
  }

  Optional<Kept> get(String id) throws IOException {
    Answer answer = elasticsearch.request("GET", path + "/_doc/" + id);
    return answer.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(kept(answer.orThrow().json()));
  }

  /// Writes a new case.
  Kept create(Case value) throws IOException {
    Answer answer =
        elasticsearch.request(
            "PUT", path + "/_create/" + value.id() + "?refresh=true", source(value));
    return new Kept(value, version(answer.orThrow().json()));
  }

  /// Writes over one version; empty when that is no longer the current one.
  Optional<Kept> replace(Case value, String version) throws IOException {
    Answer answer =
        elasticsearch.request(
            "PUT", path + "/_doc/" + value.id() + condition(version), source(value));
    return answer.status() == CONFLICT
        ? Optional.empty()
        : Optional.of(new Kept(value, version(answer.orThrow().json())));
  }

  /// Deletes one version; false when that is no longer the current one.
  boolean delete(String id, String version) throws IOException {
    Answer answer = elasticsearch.request("DELETE", path + "/_doc/" + id + condition(version));
    return answer.status() != CONFLICT && answer.orThrow().ok();
  }

  /// Cases, the last changed first.
  ///
  /// @param words of the claim, all of them; empty for any
  /// @param document chosen in it
  List<Kept> find(String words, Optional<String> document, int size) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", size);
    body.put("seq_no_primary_term", true);
    ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
    if (!words.isBlank()) {
      ObjectNode match = filter.addObject().putObject("match").putObject("claim");
      match.put("query", words).put("operator", "and");
    }
    document.ifPresent(id -> filter.addObject().putObject("term").put("documents", id));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("updated_at", "desc");
    sort.addObject().put("id", "asc");
    List<Kept> found = new ArrayList<>();
    JsonNode answer = elasticsearch.request("POST", path + "/_search", body).orThrow().hits();
    answer.forEach(hit -> found.add(kept(hit)));
    return found;
  }

  /// What is searched by, and beside it the case itself, which the index does not look into.
  private static ObjectNode source(Case value) {
    ObjectNode source = Elasticsearch.JSON.createObjectNode();
    source.put("id", value.id()).put("claim", value.claim());
    ArrayNode documents = source.putArray("documents");
    value.appearances().stream().map(Case.Chosen::document).distinct().forEach(documents::add);
    source.put("updated_at", value.updatedAt().toString());
    source.set("record", CaseJson.write(value));
    return source;
  }

  private static Kept kept(JsonNode hit) {
    return new Kept(CaseJson.read(hit.path("_source").path("record")), version(hit));
  }

  private static String version(JsonNode answer) {
    return answer.path("_seq_no").asLong() + "." + answer.path("_primary_term").asLong();
  }

  /// @param version one that we made
  private static String condition(String version) {
    String[] parts = version.split("\\.");
    return "?refresh=true&if_seq_no=" + parts[0] + "&if_primary_term=" + parts[1];
  }
}
