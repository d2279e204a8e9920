package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.BulkItem;
import letopis.index.Indices;

/// Reads entries by id in real time: what was written is seen at once, refreshed or not.
final class StoreReader {
  private final Indices indices;

  StoreReader(Indices indices) {
    this.indices = indices;
  }

  /// An address entry, and what it must still be when it is to be written over.
  record Held(AddressEntry entry, BulkItem.Expected state) {}

  /// The address entries with these ids ([letopis.document.DocumentId] of the address).
  Map<String, AddressEntry> addresses(Collection<String> ids) throws IOException {
    Map<String, AddressEntry> entries = new LinkedHashMap<>();
    held(ids).forEach((id, held) -> entries.put(id, held.entry()));
    return entries;
  }

  /// The same, for who is to write them.
  Map<String, Held> held(Collection<String> ids) throws IOException {
    Map<String, Held> entries = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return entries;
    }
    ObjectNode request = Elasticsearch.JSON.createObjectNode();
    ArrayNode list = request.putArray("ids");
    ids.forEach(list::add);
    for (JsonNode found : get("/" + indices.addresses() + "/_mget", request)) {
      entries.put(
          found.path("_id").asText(),
          new Held(AddressEntry.of(found.path("_source")), expected(found)));
    }
    return entries;
  }

  /// The addresses that are one of these but for capitals; of late, not in real time.
  List<String> inAnyCase(Collection<String> addresses) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", addresses.size());
    ArrayNode any = search.putObject("query").putObject("bool").putArray("should");
    for (String address : addresses) {
      any.addObject()
          .putObject("term")
          .putObject("url")
          .put("value", address)
          .put("case_insensitive", true);
    }
    List<String> found = new ArrayList<>();
    indices
        .elasticsearch()
        .search(indices.addresses(), search)
        .hits()
        .forEach(hit -> found.add(hit.at("/_source/url").asText()));
    return found;
  }

  /// The documents that these entries name, by document id.
  Map<String, StoredDocument> documents(Collection<AddressEntry> entries) throws IOException {
    Map<String, StoredDocument> documents = new LinkedHashMap<>();
    if (entries.isEmpty()) {
      return documents;
    }
    ObjectNode request = Elasticsearch.JSON.createObjectNode();
    ArrayNode list = request.putArray("docs");
    for (AddressEntry entry : entries) {
      list.addObject()
          .put("_index", indices.partitionName(entry.year()))
          .put("_id", entry.document());
    }
    for (JsonNode found : get("/_mget", request)) {
      documents.put(
          found.path("_id").asText(),
          new StoredDocument((ObjectNode) found.path("_source"), expected(found)));
    }
    return documents;
  }

  private static BulkItem.Expected expected(JsonNode found) {
    return new BulkItem.Expected(
        found.path("_seq_no").asLong(), found.path("_primary_term").asLong());
  }

  private Iterable<JsonNode> get(String path, ObjectNode request) throws IOException {
    JsonNode answer =
        indices.elasticsearch().request("POST", path, request).orThrow().json().path("docs");
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : answer) {
      if (one.path("found").asBoolean()) {
        found.add(one);
      } else if (one.has("error")
          && !one.at("/error/type").asText().equals("index_not_found_exception")) {
        throw new IOException(one.at("/error/reason").asText());
      }
    }
    return found;
  }
}
