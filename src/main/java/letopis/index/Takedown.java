package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;

/// Removes a publication from the archive for good: its text, its past versions, and with them
/// the way to its captures. Its addresses keep a tombstone, so that neither a crawl nor an import
/// brings it back.
public final class Takedown {
  private static final int MOST_REASON = 2000;

  private final Indices indices;
  private final StoreReader reader;
  private final BulkWriter bulk;
  private final Clock clock;

  public Takedown(Indices indices, Clock clock) {
    this.indices = Objects.requireNonNull(indices);
    this.reader = new StoreReader(indices);
    this.bulk = new BulkWriter(indices.elasticsearch(), BulkWriter.Limits.DEFAULTS);
    this.clock = Objects.requireNonNull(clock);
  }

  /// What was taken down.
  ///
  /// @param document id of the document
  /// @param addresses now closed, canonical form
  /// @param versions of the document that were removed: 0 when it was not in the archive
  public record Taken(String document, List<String> addresses, int versions) {
    public Taken {
      Objects.requireNonNull(document);
      addresses = List.copyOf(addresses);
    }
  }

  /// Takes down what is kept under a canonical address; an address that the archive does not know
  /// is closed for the future. Doing it again changes nothing.
  public Taken address(String canonicalUrl, String reason)
      throws IOException, InterruptedException {
    String id = DocumentId.of(canonicalUrl);
    AddressEntry entry = reader.addresses(List.of(id)).get(id);
    AddressEntry known =
        entry != null
            ? entry
            : new AddressEntry(
                canonicalUrl,
                id,
                Integer.toString(indices.year(clock.instant())),
                Optional.empty());
    return take(known, reason);
  }

  /// Takes down a document.
  ///
  /// @return empty when no document has this id
  public Optional<Taken> document(String id, String reason)
      throws IOException, InterruptedException {
    AddressEntry entry = reader.addresses(List.of(id)).get(id);
    return entry == null ? Optional.empty() : Optional.of(take(entry, reason));
  }

  /// The tombstones come first: from then on nothing can be written again. Then the texts go.
  private Taken take(AddressEntry entry, String reason) throws IOException, InterruptedException {
    indices.refresh();
    Map<String, AddressEntry> addresses = addresses(entry);
    List<BulkItem> tombstones = new ArrayList<>();
    addresses.forEach(
        (id, address) -> {
          ObjectNode json = address.json();
          json.put("taken_down_at", clock.instant().toString());
          json.put("reason", reason.substring(0, Math.min(reason.length(), MOST_REASON)));
          tombstones.add(BulkItem.index(indices.addresses(), id, json));
        });
    write(tombstones);
    List<BulkItem> removals = new ArrayList<>();
    if (reader.documents(List.of(entry)).containsKey(entry.document())) {
      removals.add(BulkItem.delete(indices.partitionName(entry.year()), entry.document()));
    }
    for (JsonNode past : find(indices.revisions(), "id", entry.document())) {
      removals.add(BulkItem.delete(past.path("_index").asText(), past.path("_id").asText()));
    }
    write(removals);
    indices.refresh();
    return new Taken(
        entry.document(),
        addresses.values().stream().map(AddressEntry::url).toList(),
        removals.size());
  }

  /// Every address that names the document, by entry id; the given one in any case.
  private Map<String, AddressEntry> addresses(AddressEntry entry) throws IOException {
    Map<String, AddressEntry> all = new LinkedHashMap<>();
    all.put(DocumentId.of(entry.url()), entry);
    for (JsonNode found : find(indices.addresses(), "document", entry.document())) {
      AddressEntry address = AddressEntry.of(found.path("_source"));
      all.put(found.path("_id").asText(), address);
    }
    return all;
  }

  private JsonNode find(String index, String field, String value) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", 10_000);
    search.putObject("query").putObject("term").put(field, value);
    return indices
        .elasticsearch()
        .request("POST", "/" + index + "/_search", search)
        .orThrow()
        .json()
        .at("/hits/hits");
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
