package letopis.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import letopis.document.Document;
import letopis.index.DocumentJson;
import letopis.index.Indices;

/// What the archive has beside one document: its versions, its copies, its like.
final class DocumentQueries {
  /// More versions than this are not shown; the newest are.
  private static final int MOST_VERSIONS = 1_000;

  /// Enough of a text to know what it is about.
  private static final int TEXT_FOR_LIKENESS = 4_000;

  private final Indices indices;

  DocumentQueries(Indices indices) {
    this.indices = indices;
  }

  /// A document found, with what the search said of it.
  record Found(Document document, double score) {}

  /// The past versions and the current one, oldest first.
  List<Document> versions(Document current) throws IOException {
    ObjectNode body = Call.JSON.createObjectNode().put("size", MOST_VERSIONS);
    body.putObject("query").putObject("term").put("id", current.id());
    body.putArray("sort").addObject().put("revision", "desc");
    List<Document> versions = new ArrayList<>();
    for (Found past : search(indices.revisions(), body)) {
      versions.addFirst(past.document());
    }
    versions.add(current);
    return versions;
  }

  /// Other documents with (nearly) this text, earliest claim first.
  List<Found> copies(Document document, int size) throws IOException {
    ObjectNode body = Call.JSON.createObjectNode().put("size", size);
    ObjectNode bool = body.putObject("query").putObject("bool");
    bool.putArray("filter")
        .addObject()
        .putObject("term")
        .put("cluster", document.lineage().cluster());
    bool.putArray("must_not").addObject().putObject("term").put("id", document.id());
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("published_at", "asc");
    sort.addObject().put("id", "asc");
    return search(indices.documents(), body);
  }

  /// Documents on the same matter, without the copies, best first.
  List<Found> similar(Document document, int size) throws IOException {
    String text = document.content().title() + "\n" + document.content().body();
    ObjectNode body = Call.JSON.createObjectNode().put("size", size);
    ObjectNode bool = body.putObject("query").putObject("bool");
    ObjectNode like = bool.putArray("must").addObject().putObject("more_like_this");
    like.putArray("fields").add("title").add("body");
    like.put("like", text.substring(0, Math.min(text.length(), TEXT_FOR_LIKENESS)));
    like.put("min_term_freq", 1).put("min_doc_freq", 2).put("max_query_terms", 30);
    like.put("minimum_should_match", "35%");
    bool.putArray("must_not")
        .addObject()
        .putObject("term")
        .put("cluster", document.lineage().cluster());
    return search(indices.documents(), body);
  }

  private List<Found> search(String index, ObjectNode body) throws IOException {
    body.putObject("_source").putArray("excludes").add("fingerprints");
    JsonNode answer =
        indices.elasticsearch().request("POST", "/" + index + "/_search", body).orThrow().json();
    List<Found> found = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      found.add(new Found(DocumentJson.read(hit.path("_source")), hit.path("_score").asDouble(0)));
    }
    return found;
  }
}
