package letopis.index.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Removes a publication from the archive for good: its text, its past versions, what was quoted
/// and read from it, and with them the way to its captures. Its addresses keep a tombstone, so that
/// neither a crawl nor an import brings it back.
public final class Takedown {
  private static final int MOST_REASON = 2000;
  private static final int MOST_CASES = 1000;

  private final Indices indices;
  private final StoreReader reader;
  private final Removal removal;
  private final Clock clock;

  public Takedown(Indices indices, Clock clock) {
    this.indices = Objects.requireNonNull(indices);
    this.reader = new StoreReader(indices);
    this.removal = new Removal(indices, clock);
    this.clock = Objects.requireNonNull(clock);
  }

  /// What was taken down.
  ///
  /// @param document id of the document
  /// @param addresses now closed, canonical form
  /// @param versions of the document that were removed: 0 when it was not in the archive
  /// @param reviews of claims that were read from it and are removed
  /// @param reports of watches that quoted it and are removed
  /// @param cases ids of the fact-checkers' cases that hold passages of it; they stay as they are
  public record Taken(
      String document,
      List<String> addresses,
      int versions,
      int reviews,
      int reports,
      List<String> cases) {
    public Taken {
      Objects.requireNonNull(document);
      addresses = List.copyOf(addresses);
      cases = List.copyOf(cases);
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

  private Taken take(AddressEntry entry, String reason) throws IOException, InterruptedException {
    Removal.Removed removed =
        removal.of(List.of(entry), reason.substring(0, Math.min(reason.length(), MOST_REASON)));
    return new Taken(
        entry.document(),
        removed.addresses(),
        removed.versions(),
        removed.reviews(),
        removed.reports(),
        cases(entry.document()));
  }

  /// Cases keep the passages that somebody chose: what becomes of them is a person's decision.
  private List<String> cases(String document) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", MOST_CASES);
    search.putArray("_source").add("id");
    search.putObject("query").putObject("term").put("documents", document);
    List<String> found = new ArrayList<>();
    indices
        .elasticsearch()
        .search(indices.alias("cases"), search)
        .hits()
        .forEach(hit -> found.add(hit.at("/_source/id").asText()));
    return found;
  }
}
