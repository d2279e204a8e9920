package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;

/// Gets from Elasticsearch the versions of documents that may say a claim: current and past ones,
/// removed ones too.
final class Retrieval {
  private final Indices indices;
  private final Optional<Past> past;

  Retrieval(Indices indices) {
    this(indices, Optional.empty());
  }

  private Retrieval(Indices indices, Optional<Past> past) {
    this.indices = indices;
    this.past = past;
  }

  /// The same from the archive as it was then; empty for now.
  Retrieval in(Optional<Past> then) {
    return new Retrieval(indices, then);
  }

  /// One answer. What nobody looks at is not made a document of.
  ///
  /// @param sources what is stored of each version, best first
  /// @param past when the versions are to be as they were then
  record Page(List<JsonNode> sources, Optional<Past> past) {
    static final Page EMPTY = new Page(List.of(), Optional.empty());

    int size() {
      return sources.size();
    }

    List<Document> versions() {
      return versions(0, size());
    }

    /// @param to exclusive; may be beyond the end
    List<Document> versions(int from, int to) {
      return sources.subList(from, Math.min(to, size())).stream().map(this::version).toList();
    }

    private Document version(JsonNode source) {
      Document version = DocumentJson.read(source);
      return past.map(then -> then.then(version)).orElse(version);
    }
  }

  /// The candidates of several queries, each asked at once with the others.
  List<Page> ask(List<ObjectNode> searches) throws IOException {
    StringBuilder lines = new StringBuilder();
    ObjectNode header =
        Elasticsearch.JSON
            .createObjectNode()
            .put("ignore_unavailable", true)
            .put("allow_partial_search_results", false);
    header.putArray("index").add(indices.documents()).add(indices.revisions());
    for (ObjectNode search : searches) {
      past.ifPresent(then -> narrow(search, then.indexed()));
      lines.append(header).append('\n').append(search).append('\n');
    }
    JsonNode answers =
        indices.elasticsearch().lines("/_msearch", lines).orThrow().json().path("responses");
    List<Page> pages = new ArrayList<>();
    for (JsonNode answer : answers) {
      pages.add(page(answer));
    }
    return pages;
  }

  /// Every version of these documents, by id.
  Map<String, List<Document>> versions(Collection<String> ids) throws IOException {
    Map<String, List<Document>> versions = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return versions;
    }
    ObjectNode search = search(10_000);
    ids.forEach(search.putObject("query").putObject("terms").putArray("id")::add);
    for (Document version : ask(List.of(search)).getFirst().versions()) {
      versions.computeIfAbsent(version.id(), _ -> new ArrayList<>()).add(version);
    }
    return versions;
  }

  /// The last version of each of these documents, by id; unknown ids are left out.
  Map<String, Document> latest(Collection<String> ids) throws IOException {
    Map<String, Document> latest = new LinkedHashMap<>();
    versions(ids)
        .forEach(
            (id, versions) ->
                latest.put(
                    id,
                    Collections.max(
                        versions,
                        Comparator.comparingInt(version -> version.lineage().revision()))));
    return latest;
  }

  /// A search that brings everything a trace needs of a document. Nothing is counted, so that
  /// Elasticsearch need not visit what cannot be among the best.
  static ObjectNode search(int size) {
    ObjectNode search = Elasticsearch.JSON.createObjectNode();
    search.put("size", size);
    search.put("track_total_hits", false);
    search.putObject("_source").putArray("excludes").add("images").add("extra");
    return search;
  }

  /// Restricts a search's query to one language.
  static ObjectNode withLang(ObjectNode search, Optional<String> lang) {
    lang.ifPresent(
        code -> {
          ObjectNode condition = Elasticsearch.JSON.createObjectNode();
          condition.putObject("term").put("lang", code);
          narrow(search, condition);
        });
    return search;
  }

  private static void narrow(ObjectNode search, ObjectNode condition) {
    ObjectNode bool = Elasticsearch.JSON.createObjectNode();
    bool.putArray("must").add(search.get("query"));
    bool.putArray("filter").add(condition);
    search.putObject("query").set("bool", bool);
  }

  private Page page(JsonNode answer) throws IOException {
    if (answer.has("error")) {
      throw new IOException("search failed: " + answer.at("/error/reason").asText());
    }
    List<JsonNode> sources = new ArrayList<>();
    answer.at("/hits/hits").forEach(hit -> sources.add(hit.path("_source")));
    return new Page(sources, past);
  }
}
