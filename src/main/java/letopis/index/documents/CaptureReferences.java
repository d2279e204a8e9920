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
import letopis.elasticsearch.Snapshot;
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
    return indices
        .elasticsearch()
        .request("GET", "/" + both() + "/_count?ignore_unavailable=true")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }

  /// Reads all versions that are there at this moment.
  public void each(Reader reader) throws IOException, InterruptedException {
    indices.refresh();
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", PAGE);
    search.putArray("_source").add("id").add("revision").add("url").add("capture");
    // Checking a page of captures may take longer than reading it does.
    try (Snapshot snapshot = Snapshot.of(indices.elasticsearch(), both(), "30m")) {
      for (JsonNode hits = snapshot.next(search); !hits.isEmpty(); hits = snapshot.next(search)) {
        List<Reference> page = new ArrayList<>();
        hits.forEach(hit -> page.add(reference(hit)));
        reader.read(page);
      }
    }
  }

  private String both() {
    return indices.documents() + "," + indices.revisions();
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
