package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.document.Times;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// The archive as it knew itself at an instant. It goes by the time of indexing, not of our look:
/// what we looked at then may have come into the index much later.
///
/// @param at the instant
record Past(Instant at) {
  /// More than any archive takes down; above it Elasticsearch estimates.
  private static final int COUNTED = 40_000;

  Past {
    Objects.requireNonNull(at);
  }

  /// What was in the index then.
  ObjectNode indexed() {
    return until("indexed_at");
  }

  /// Which of it had been replaced by then.
  ObjectNode replaced() {
    return until("valid_to");
  }

  private ObjectNode until(String field) {
    ObjectNode condition = Elasticsearch.JSON.createObjectNode();
    condition.putObject("range").putObject(field).put("lte", at.toString());
    return condition;
  }

  /// A version without what became of it later.
  Document then(Document version) {
    Lineage lineage = version.lineage();
    Times times = version.times();
    return version
        .with(
            new Times(
                times.published(),
                times.firstSeenAt(),
                times.absentAt(),
                times.modified(),
                known(times.removedAt()),
                times.backdated()))
        .with(
            new Lineage(
                lineage.revision(),
                lineage.validFrom(),
                known(lineage.validTo()),
                lineage.cluster(),
                lineage.copyOf(),
                lineage.copyShare(),
                lineage.fingerprints()));
  }

  private Optional<Instant> known(Optional<Instant> time) {
    return time.filter(one -> !one.isAfter(at));
  }

  /// How many documents have been taken down, or have been removed because they may be kept no
  /// longer, since: what they said cannot be found any more.
  long removedSince(Indices indices) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", 0);
    body.putObject("query").putObject("range").putObject("taken_down_at").put("gt", at.toString());
    body.putObject("aggs")
        .putObject("documents")
        .putObject("cardinality")
        .put("field", "document")
        .put("precision_threshold", COUNTED);
    JsonNode answer = indices.elasticsearch().search(indices.addresses(), body).json();
    return answer.at("/aggregations/documents/value").asLong();
  }
}
