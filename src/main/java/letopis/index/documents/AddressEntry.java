package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import letopis.elasticsearch.Elasticsearch;

/// What the archive knows under one address.
///
/// @param url canonical form of the address
/// @param document id of the document that has it
/// @param partition name of the year that the document is kept in, such as `2026`
/// @param takenDownAt when the document was taken down; nothing is stored under it any more
record AddressEntry(String url, String document, String partition, Optional<Instant> takenDownAt) {
  AddressEntry {
    Objects.requireNonNull(url);
    Objects.requireNonNull(document);
    Objects.requireNonNull(partition);
    Objects.requireNonNull(takenDownAt);
  }

  ObjectNode json() {
    ObjectNode json =
        Elasticsearch.JSON
            .createObjectNode()
            .put("url", url)
            .put("document", document)
            .put("partition", partition);
    takenDownAt.ifPresent(at -> json.put("taken_down_at", at.toString()));
    return json;
  }

  static AddressEntry of(JsonNode json) {
    return new AddressEntry(
        json.required("url").asText(),
        json.required("document").asText(),
        json.required("partition").asText(),
        Optional.ofNullable(json.path("taken_down_at").textValue()).map(Instant::parse));
  }

  int year() {
    return Integer.parseInt(partition);
  }
}
