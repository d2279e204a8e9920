package letopis.index.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.BulkItem;
import letopis.index.BulkWriter;
import letopis.index.Indices;
import letopis.url.CanonicalUrl;
import letopis.url.SameAddress;

/// The documents of an archive: idempotent writes in bulk, reads by id and by address that see
/// every write at once. Safe for use by many threads; one document written by several at a time
/// ends as one of them wrote it, with the others told.
public final class DocumentStore {
  /// More documents than this in one call are handled in several rounds.
  private static final int ROUND = 500;

  private static final Pattern SCHEME = Pattern.compile("\\p{Alpha}[\\w+.-]{0,30}://");

  private final Indices indices;
  private final StoreReader reader;
  private final BulkWriter bulk;

  public DocumentStore(Indices indices) {
    this(indices, BulkWriter.Limits.DEFAULTS);
  }

  public DocumentStore(Indices indices, BulkWriter.Limits limits) {
    this.indices = Objects.requireNonNull(indices);
    this.reader = new StoreReader(indices);
    this.bulk = new BulkWriter(indices.elasticsearch(), limits);
  }

  /// Writes documents, in the order given, and says what became of each.
  ///
  /// The stored document is replaced when the given one has the same or a higher revision; with a
  /// higher one, the stored version is first kept as a past version, valid until the new one's
  /// `validFrom`. Writing the same again changes nothing.
  ///
  /// @throws IOException when Elasticsearch stays away; writing the same documents again later is
  ///     safe
  public List<Outcome> write(List<Document> documents) throws IOException, InterruptedException {
    Outcome[] outcomes = new Outcome[documents.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      open.add(i);
    }
    while (!open.isEmpty()) {
      List<Integer> round = distinct(documents, open);
      List<Outcome> done =
          new WriteRound(indices, reader, bulk).write(round.stream().map(documents::get).toList());
      for (int k = 0; k < round.size(); k++) {
        outcomes[round.get(k)] = done.get(k);
      }
      open.removeAll(new LinkedHashSet<>(round));
    }
    return List.of(outcomes);
  }

  /// The first open documents with different ids: a second version of one must see the first.
  private static List<Integer> distinct(List<Document> documents, List<Integer> open) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i : open) {
      if (first.size() == ROUND) {
        break;
      }
      first.putIfAbsent(documents.get(i).id(), i);
    }
    return List.copyOf(first.values());
  }

  /// The current version of a document.
  public Optional<Document> get(String id) throws IOException {
    return Optional.ofNullable(getAll(List.of(id)).get(id));
  }

  /// The current versions of these documents, by id; unknown ids are left out.
  public Map<String, Document> getAll(Collection<String> ids) throws IOException {
    Map<String, Document> documents = new LinkedHashMap<>();
    reader
        .documents(reader.addresses(ids).values())
        .forEach((id, stored) -> documents.put(id, DocumentJson.read(stored.json())));
    return documents;
  }

  /// The document that has this canonical address, as its own or as an alias.
  public Optional<Document> find(String canonicalUrl) throws IOException {
    return Optional.ofNullable(findAll(List.of(canonicalUrl)).get(canonicalUrl));
  }

  /// The documents that have these canonical addresses, by address; unknown addresses are left out.
  public Map<String, Document> findAll(Collection<String> canonicalUrls) throws IOException {
    Map<String, AddressEntry> entries =
        reader.addresses(canonicalUrls.stream().map(DocumentId::of).distinct().toList());
    Map<String, StoredDocument> stored = reader.documents(entries.values());
    Map<String, Document> documents = new LinkedHashMap<>();
    for (String url : canonicalUrls) {
      AddressEntry entry = entries.get(DocumentId.of(url));
      StoredDocument document = entry == null ? null : stored.get(entry.document());
      if (document != null) {
        documents.put(url, DocumentJson.read(document.json()));
      }
    }
    return documents;
  }

  /// The document of an address as people write it: with or without `https://`, `s`, `www.` and the
  /// last slash, in another of a platform's views, and on a platform whose names have no case in
  /// other capitals.
  public Optional<Document> findWritten(String address) throws IOException {
    Optional<String> canonical =
        CanonicalUrl.parse(SCHEME.matcher(address).lookingAt() ? address : "https://" + address)
            .map(CanonicalUrl::value);
    if (canonical.isEmpty()) {
      return Optional.empty();
    }
    List<String> spellings = SameAddress.spellings(canonical.get());
    Optional<Document> found = findAll(spellings).values().stream().findFirst();
    List<String> caseless = SameAddress.caseless(canonical.get());
    return found.isPresent() || caseless.isEmpty()
        ? found
        : findAll(reader.inAnyCase(caseless)).values().stream().findFirst();
  }

  /// Gives addresses of one document, its aliases from now on, to another that is about to be
  /// written; those that are neither's, or closed, stay as they are.
  ///
  /// @param from the id of the one that had them
  public void handOver(String from, Document to) throws IOException, InterruptedException {
    List<String> ids = to.address().aliases().stream().map(DocumentId::of).toList();
    List<BulkItem> items = new ArrayList<>();
    reader
        .held(ids)
        .forEach(
            (id, held) -> {
              AddressEntry entry = held.entry();
              if (entry.document().equals(from) && entry.takenDownAt().isEmpty()) {
                items.add(
                    BulkItem.replace(
                        indices.addresses(),
                        id,
                        new AddressEntry(
                                entry.url(),
                                to.id(),
                                Integer.toString(indices.year(to.times().published().at())),
                                Optional.empty())
                            .json(),
                        held.state()));
              }
            });
    bulk.write(items);
  }

  /// Makes everything written so far visible to searches.
  public void refresh() throws IOException {
    indices.refresh();
  }
}
