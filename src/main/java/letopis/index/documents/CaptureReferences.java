package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Which capture each version of each document was read from, all of them in turn: one page is held
/// in memory, however large the archive.
public final class CaptureReferences {
  private static final int PAGE = 1000;

  private final Indices indices;

  /// References of the current and the past versions in these indices.
  public CaptureReferences(Indices indices) {
    this.indices = Objects.requireNonNull(indices);
  }

  /// One version of a document.
  ///
  /// @param id of the document
  /// @param capture empty when it came without one, as from a JSON Lines file
  public record Reference(String id, int revision, String url, Optional<CaptureRef> capture) {}

  /// Is given the references, a page at a time.
  @FunctionalInterface
  public interface Reader {
    void read(List<Reference> page) throws IOException, InterruptedException;
  }

  /// How many versions there are; what was written in the last seconds may be missing.
  public long count() throws IOException {
    return elasticsearch()
        .request("GET", "/" + both() + "/_count?ignore_unavailable=true")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }

  /// Reads all versions that are there at this moment.
  public void each(Reader reader) throws IOException, InterruptedException {
    indices.refresh();
    String open = "/" + both() + "/_pit?keep_alive=5m&ignore_unavailable=true";
    String snapshot = elasticsearch().request("POST", open).orThrow().json().path("id").asText();
    ObjectNode close = Elasticsearch.JSON.createObjectNode().put("id", snapshot);
    try {
      ObjectNode search = search(snapshot);
      for (JsonNode hits = hits(search); !hits.isEmpty(); hits = hits(search)) {
        List<Reference> page = new ArrayList<>();
        hits.forEach(hit -> page.add(reference(hit)));
        reader.read(page);
        search.set("search_after", hits.get(hits.size() - 1).path("sort"));
      }
    } finally {
      elasticsearch().request("DELETE", "/_pit", close);
    }
  }

  private Elasticsearch elasticsearch() {
    return indices.elasticsearch();
  }

  private String both() {
    return indices.documents() + "," + indices.revisions();
  }

  private JsonNode hits(ObjectNode search) throws IOException {
    return elasticsearch()
        .request("POST", "/_search", search)
        .orThrow()
        .json()
        .path("hits")
        .path("hits");
  }

  private static ObjectNode search(String snapshot) {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", PAGE);
    search.put("track_total_hits", false);
    // Checking a page of captures may take longer than reading it does.
    search.putObject("pit").put("id", snapshot).put("keep_alive", "30m");
    search.putArray("sort").add("_shard_doc");
    search.putArray("_source").add("id").add("revision").add("url").add("capture");
    return search;
  }

  private static Reference reference(JsonNode hit) {
    JsonNode source = hit.path("_source");
    return new Reference(
        source.path("id").asText(),
        source.path("revision").asInt(),
        source.path("url").asText(),
        Optional.of(source.path("capture")).filter(JsonNode::isObject).map(CaptureReferences::ref));
  }

  private static CaptureRef ref(JsonNode capture) {
    return new CaptureRef(
        capture.path("file").asText(),
        Math.max(0, capture.path("offset").asLong()),
        Math.max(0, capture.path("length").asLong()),
        capture.path("digest").asText(),
        Instant.parse(capture.path("at").asText()));
  }
}
