package letopis.index.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.BulkItem;
import letopis.index.BulkResult;
import letopis.index.BulkWriter;
import letopis.index.Indices;
import org.jspecify.annotations.Nullable;

/// One call of [DocumentStore#write] for documents with different ids: read what is there, decide,
/// write addresses, then past versions, then documents. A crash between any two is mended by
/// writing the same again.
final class WriteRound {
  /// A document that others change at the same time is looked at anew this often.
  private static final int ATTEMPTS = 5;

  private static final String INDEXED_AT = "indexed_at";

  private final Indices indices;
  private final StoreReader reader;
  private final BulkWriter bulk;
  private final Map<String, Outcome> outcomes = new HashMap<>();

  /// Closed addresses of documents that are there all the same.
  private final List<AddressEntry> leftovers = new ArrayList<>();

  WriteRound(Indices indices, StoreReader reader, BulkWriter bulk) {
    this.indices = indices;
    this.reader = reader;
    this.bulk = bulk;
  }

  List<Outcome> write(List<Document> documents) throws IOException, InterruptedException {
    Map<String, Document> open = new LinkedHashMap<>();
    documents.forEach(document -> open.put(document.id(), document));
    for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
      attempt(List.copyOf(open.values()));
      open.keySet().removeAll(outcomes.keySet());
    }
    for (String id : open.keySet()) {
      outcomes.put(
          id, new Outcome.Rejected(id, Outcome.Cause.CONTENDED, "others keep changing it"));
    }
    return documents.stream().map(document -> outcomes.get(document.id())).toList();
  }

  /// What is to be written for one document.
  private record Plan(
      Document document,
      ObjectNode json,
      AddressEntry entry,
      Claim claim,
      Optional<StoredDocument> stored) {}

  /// What a document has to do for its own address.
  private enum Claim {
    /// It has it.
    NONE,
    /// Nobody has it.
    NEW,
    /// It was another's, who does not name it any more.
    RELEASED
  }

  private void attempt(List<Document> documents) throws IOException, InterruptedException {
    Map<String, StoreReader.Held> held = reader.held(documents.stream().map(Document::id).toList());
    Map<String, AddressEntry> entries = new HashMap<>();
    held.forEach((id, one) -> entries.put(id, one.entry()));
    Map<String, StoredDocument> stored = reader.documents(entries.values());
    List<Plan> plans = new ArrayList<>();
    Map<String, Document> round =
        documents.stream().collect(Collectors.toMap(Document::id, document -> document));
    for (Document document : documents) {
      decide(document, entries.get(document.id()), new Known(stored, round)).ifPresent(plans::add);
    }
    plans = writeAddresses(plans, held);
    writePast(plans);
    writeDocuments(plans);
    withdraw(plans);
  }

  /// Removes again what was written of documents that somebody took down after we had looked at
  /// their addresses: that takedown found nothing to remove yet.
  private void withdraw(List<Plan> plans) throws IOException, InterruptedException {
    Map<String, AddressEntry> now =
        reader.addresses(plans.stream().map(plan -> plan.document().id()).toList());
    for (Plan plan : plans) {
      AddressEntry entry = now.get(plan.document().id());
      if (entry != null && entry.takenDownAt().isPresent()) {
        leftovers.add(entry);
        reject(plan.document(), Outcome.Cause.TAKEN_DOWN, takenDown(entry));
      }
    }
    if (!leftovers.isEmpty()) {
      new Removal(indices, indices::now).again(leftovers);
      leftovers.clear();
    }
  }

  private static String takenDown(AddressEntry entry) {
    return "taken down " + entry.takenDownAt().orElseThrow();
  }

  /// @param stored what is there
  /// @param round what is being written
  private record Known(Map<String, StoredDocument> stored, Map<String, Document> round) {
    /// Whether a document has an address, as it will be after this round.
    boolean names(String id, String address) {
      Document document = round.get(id);
      if (document == null && stored.containsKey(id)) {
        document = DocumentJson.read(stored.get(id).json());
      }
      return document == null
          || document.address().canonical().equals(address)
          || document.address().aliases().contains(address);
    }
  }

  private Optional<Plan> decide(Document document, @Nullable AddressEntry entry, Known known)
      throws IOException {
    Map<String, StoredDocument> stored = known.stored();
    ObjectNode json = json(document, stored.get(document.id()));
    if (entry == null) {
      return Optional.of(new Plan(document, json, entry(document), Claim.NEW, Optional.empty()));
    }
    if (entry.takenDownAt().isPresent()) {
      if (stored.containsKey(entry.document())) {
        // Whoever wrote it did not live to withdraw it.
        leftovers.add(entry);
      }
      return reject(document, Outcome.Cause.TAKEN_DOWN, takenDown(entry));
    }
    boolean others = !entry.document().equals(document.id());
    if (others && !known.names(entry.document(), document.address().canonical())) {
      return Optional.of(
          new Plan(document, json, entry(document), Claim.RELEASED, Optional.empty()));
    }
    if (others) {
      return reject(document, Outcome.Cause.ALIAS_OF_OTHER, entry.document());
    }
    StoredDocument there = stored.get(document.id());
    if (there != null && there.revision() > document.lineage().revision()) {
      return reject(document, Outcome.Cause.STALE, "revision " + there.revision() + " is stored");
    }
    if (there != null && there.isSameAs(json)) {
      outcomes.put(document.id(), new Outcome.Unchanged(document.id()));
      return Optional.empty();
    }
    return Optional.of(new Plan(document, json, entry, Claim.NONE, Optional.ofNullable(there)));
  }

  /// With the time when this version came into the index, for who asks what is new there: it may be
  /// long after we saw it. A version that is written again keeps its own; with other words it is
  /// new: an article that has taken the place of another, a page in place of its AMP version.
  private ObjectNode json(Document document, @Nullable StoredDocument there) {
    ObjectNode json = DocumentJson.write(document);
    if (there == null
        || there.revision() < document.lineage().revision()
        || !there.hasWordsOf(json)) {
      return json.put(INDEXED_AT, indices.now().toString());
    }
    if (there.json().has(INDEXED_AT)) {
      json.set(INDEXED_AT, there.json().get(INDEXED_AT));
    }
    return json;
  }

  private AddressEntry entry(Document document) {
    int year = indices.year(document.times().published().at());
    return new AddressEntry(
        document.address().canonical(), document.id(), Integer.toString(year), Optional.empty());
  }

  private Optional<Plan> reject(Document document, Outcome.Cause cause, String reason) {
    outcomes.put(document.id(), new Outcome.Rejected(document.id(), cause, reason));
    return Optional.empty();
  }

  /// Writes the entries of new documents and of new aliases.
  ///
  /// @param held the entries as they were found: one that has been taken down since is not reopened
  /// @return the plans whose own address is theirs; the others are looked at anew
  private List<Plan> writeAddresses(List<Plan> plans, Map<String, StoreReader.Held> held)
      throws IOException, InterruptedException {
    List<BulkItem> items = new ArrayList<>();
    List<Optional<Plan>> owners = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan.claim() != Claim.NONE) {
        String id = plan.document().id();
        ObjectNode entry = plan.entry().json();
        items.add(
            plan.claim() == Claim.NEW
                ? BulkItem.create(indices.addresses(), id, entry)
                : BulkItem.replace(
                    indices.addresses(), id, entry, Objects.requireNonNull(held.get(id)).state()));
        owners.add(Optional.of(plan));
      }
      for (String alias : plan.document().address().aliases()) {
        AddressEntry entry =
            new AddressEntry(
                alias, plan.document().id(), plan.entry().partition(), Optional.empty());
        items.add(BulkItem.create(indices.addresses(), DocumentId.of(alias), entry.json()));
        // An alias that is another document's stays with it.
        owners.add(Optional.empty());
      }
    }
    List<BulkResult> results = bulk.write(items);
    List<Plan> mine = new ArrayList<>(plans);
    for (int i = 0; i < results.size(); i++) {
      if (owners.get(i).isPresent()) {
        Plan plan = owners.get(i).get();
        switch (results.get(i)) {
          case BulkResult.Done _ -> {}
          case BulkResult.Conflict _ -> mine.remove(plan);
          case BulkResult.Refused refused -> {
            mine.remove(plan);
            reject(plan.document(), Outcome.Cause.INVALID, refused.reason());
          }
        }
      }
    }
    return mine;
  }

  private void writePast(List<Plan> plans) throws IOException, InterruptedException {
    List<BulkItem> items = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan.stored().isPresent()
          && plan.stored().get().revision() < plan.document().lineage().revision()) {
        StoredDocument past = plan.stored().get();
        ObjectNode json = past.json().deepCopy();
        json.set("valid_to", plan.json().required("valid_from"));
        items.add(
            BulkItem.index(
                indices.revisions(), plan.document().id() + "." + past.revision(), json));
      }
    }
    for (BulkResult result : bulk.write(items)) {
      if (result instanceof BulkResult.Refused refused) {
        // It was accepted as a current version by the same mapping.
        throw new IOException("a past version was refused: " + refused.reason());
      }
    }
  }

  private void writeDocuments(List<Plan> plans) throws IOException, InterruptedException {
    List<BulkItem> items = new ArrayList<>();
    for (Plan plan : plans) {
      String partition = indices.partition(plan.entry().year());
      String id = plan.document().id();
      items.add(
          plan.stored()
              .map(there -> BulkItem.replace(partition, id, plan.json(), there.state()))
              .orElseGet(() -> BulkItem.create(partition, id, plan.json())));
    }
    List<BulkResult> results = bulk.write(items);
    for (int i = 0; i < results.size(); i++) {
      Plan plan = plans.get(i);
      String id = plan.document().id();
      switch (results.get(i)) {
        case BulkResult.Done _ ->
            outcomes.put(
                id, plan.stored().isPresent() ? new Outcome.Updated(id) : new Outcome.Added(id));
        case BulkResult.Conflict _ -> {}
        case BulkResult.Refused refused ->
            reject(plan.document(), Outcome.Cause.INVALID, refused.reason());
      }
    }
  }
}
