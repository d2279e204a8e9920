package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Removes documents that the archive has had for longer than it may keep them, by the time when
/// it first saw them, as a takedown would: with their past versions, and so that they do not come
/// back.
public final class Retention {
  /// Documents removed at a time.
  private static final int ROUND = 200;

  private final Indices indices;
  private final Removal removal;

  public Retention(Indices indices, Clock clock) {
    this.indices = Objects.requireNonNull(indices);
    this.removal = new Removal(indices, clock);
  }

  /// What was removed.
  ///
  /// @param documents removed
  /// @param versions of them, the current ones among them
  public record Expired(long documents, long versions) {}

  /// How many documents were first seen before this time.
  public long count(Instant before) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.set("query", seenBefore(before));
    return indices
        .elasticsearch()
        .request("POST", "/" + indices.documents() + "/_count", body)
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }

  /// Removes the documents that were first seen before this time. Stopped half way it is gone on
  /// with by the next call.
  ///
  /// @param reason kept with each closed address
  /// @param goOn asked before each two hundred; false ends it early
  public Expired run(Instant before, String reason, BooleanSupplier goOn)
      throws IOException, InterruptedException {
    long documents = 0;
    long versions = 0;
    indices.refresh();
    while (goOn.getAsBoolean()) {
      List<AddressEntry> next = next(before);
      if (next.isEmpty()) {
        break;
      }
      versions += removal.of(next, reason).versions();
      documents += next.size();
    }
    return new Expired(documents, versions);
  }

  private List<AddressEntry> next(Instant before) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", ROUND);
    search.put("track_total_hits", false).set("query", seenBefore(before));
    search.putArray("_source").add("id").add("canonical_url");
    List<AddressEntry> found = new ArrayList<>();
    for (JsonNode hit : indices.elasticsearch().search(indices.documents(), search).hits()) {
      String index = hit.path("_index").asText();
      found.add(
          new AddressEntry(
              hit.at("/_source/canonical_url").asText(),
              hit.at("/_source/id").asText(),
              index.substring(index.lastIndexOf('-') + 1),
              Optional.empty()));
    }
    return found;
  }

  private static ObjectNode seenBefore(Instant before) {
    ObjectNode query = Elasticsearch.JSON.createObjectNode();
    query.putObject("range").putObject("first_seen_at").put("lt", before.toString());
    return query;
  }
}
