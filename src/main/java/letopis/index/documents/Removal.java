package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.BulkItem;
import letopis.index.BulkResult;
import letopis.index.BulkWriter;
import letopis.index.Indices;

/// Removes all that the indices hold of some documents: the texts and past versions, the reviews
/// of claims read from them, what watches quoted of them, and what the crawler remembers of their
/// entries. Their addresses keep a tombstone, so that neither a crawl nor an import brings them
/// back.
final class Removal {
  /// Entries asked for at a time.
  private static final int PAGE = 1000;

  private final Indices indices;
  private final BulkWriter bulk;
  private final InstantSource clock;

  Removal(Indices indices, InstantSource clock) {
    this.indices = indices;
    this.bulk = new BulkWriter(indices.elasticsearch(), BulkWriter.Limits.DEFAULTS);
    this.clock = clock;
  }

  /// What was removed.
  ///
  /// @param addresses now closed, canonical form
  /// @param versions of documents, the current ones among them
  /// @param reviews of claims
  /// @param reports of watches
  record Removed(List<String> addresses, int versions, int reviews, int reports) {}

  /// Removes the documents that these address entries name. The tombstones come first: from then on
  /// nothing can be written again. Then the texts go. Doing it again removes what is left.
  Removed of(Collection<AddressEntry> entries, String reason)
      throws IOException, InterruptedException {
    indices.refresh();
    close(byId(entries), reason);
    return rest(entries, reason);
  }

  /// Removes what was written of documents while somebody took them down: the writer had looked at
  /// their addresses before these were closed.
  ///
  /// @param entries closed ones
  Removed again(Collection<AddressEntry> entries) throws IOException, InterruptedException {
    indices.refresh();
    return rest(entries, "an address of a document that was taken down");
  }

  /// @param entries closed ones
  private Removed rest(Collection<AddressEntry> entries, String reason)
      throws IOException, InterruptedException {
    Set<String> documents = new LinkedHashSet<>();
    entries.forEach(entry -> documents.add(entry.document()));
    Set<String> ids = new LinkedHashSet<>();
    Set<String> addresses = new LinkedHashSet<>();
    Map<String, AddressEntry> closed = byId(entries);
    while (!closed.isEmpty()) {
      ids.addAll(closed.keySet());
      closed.values().forEach(entry -> addresses.add(entry.url()));
      closed = open(documents, ids);
      close(closed, reason);
    }
    int versions =
        delete(indices.documents(), terms("id", documents))
            + delete(indices.revisions(), terms("id", documents));
    int reviews =
        delete(indices.alias("claims"), terms("document", documents))
            + delete(indices.alias("claims"), terms("url", addresses));
    int reports = delete(indices.alias("watch-results"), terms("document", documents));
    delete(indices.alias("entries"), terms("document", documents));
    delete(indices.alias("entries"), terms("_id", ids));
    return new Removed(List.copyOf(addresses), versions, reviews, reports);
  }

  private static Map<String, AddressEntry> byId(Collection<AddressEntry> entries) {
    Map<String, AddressEntry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(DocumentId.of(entry.url()), entry));
    return byId;
  }

  private void close(Map<String, AddressEntry> entries, String reason)
      throws IOException, InterruptedException {
    List<BulkItem> tombstones = new ArrayList<>();
    entries.forEach(
        (id, entry) -> {
          ObjectNode json = entry.json();
          if (entry.takenDownAt().isEmpty()) {
            json.put("taken_down_at", clock.instant().toString());
          }
          tombstones.add(BulkItem.index(indices.addresses(), id, json.put("reason", reason)));
        });
    write(tombstones);
  }

  /// Addresses of these documents that are not closed yet.
  private Map<String, AddressEntry> open(Set<String> documents, Set<String> closed)
      throws IOException {
    ObjectNode query = terms("document", documents);
    query
        .withObjectProperty("bool")
        .putObject("must_not")
        .putObject("exists")
        .put("field", "taken_down_at");
    Map<String, AddressEntry> open = new LinkedHashMap<>();
    refresh(indices.addresses());
    for (JsonNode found : search(indices.addresses(), query, true)) {
      if (!closed.contains(found.path("_id").asText())) {
        open.put(found.path("_id").asText(), AddressEntry.of(found.path("_source")));
      }
    }
    return open;
  }

  /// @return how many entries of an index were deleted
  private int delete(String index, ObjectNode query) throws IOException, InterruptedException {
    for (int deleted = 0; ; ) {
      List<BulkItem> items = new ArrayList<>();
      for (JsonNode found : search(index, query, false)) {
        items.add(BulkItem.delete(found.path("_index").asText(), found.path("_id").asText()));
      }
      if (items.isEmpty()) {
        return deleted;
      }
      write(items);
      refresh(index);
      deleted += items.size();
    }
  }

  private static ObjectNode terms(String field, Collection<String> values) {
    ObjectNode query = Elasticsearch.JSON.createObjectNode();
    ArrayNode terms =
        query.putObject("bool").putObject("filter").putObject("terms").putArray(field);
    values.forEach(terms::add);
    return query;
  }

  private JsonNode search(String index, ObjectNode query, boolean whole) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", PAGE);
    search.put("_source", whole).put("track_total_hits", false).set("query", query);
    return indices.elasticsearch().search(index, search).hits();
  }

  private void refresh(String index) throws IOException {
    indices.elasticsearch().request("POST", "/" + index + "/_refresh").orThrow();
  }

  private void write(List<BulkItem> items) throws IOException, InterruptedException {
    for (BulkResult result : bulk.write(items)) {
      switch (result) {
        case BulkResult.Done _ -> {}
        case BulkResult.Conflict _ -> throw new IOException("somebody else changed it; try again");
        case BulkResult.Refused refused -> throw new IOException(refused.reason());
      }
    }
  }
}
