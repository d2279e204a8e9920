package letopis.crawl.filing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.copies.CopyJoin;
import letopis.crawl.copies.CopyJoin.Joined;
import letopis.crawl.copies.CopyJoin.Text;
import letopis.crawl.copies.KnownTexts;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;

/// Finds which texts of a batch are copies: of texts in the archive, and of each other.
final class BatchCopies {
  /// Texts read again to compare one batch with.
  private static final int MOST_BODIES = 500;

  private final DocumentStore store;
  private final KnownTexts texts;

  BatchCopies(Indices indices) {
    this.store = new DocumentStore(indices);
    this.texts = new KnownTexts(indices);
  }

  /// Gives the new and changed documents of a batch their places among the texts: a twin becomes
  /// an alias, a copy names its original, and what came in earlier but was published later is noted
  /// as a copy of what came in now.
  void join(IntakeBatch batch) throws IOException {
    Map<String, List<String>> samples = new HashMap<>();
    Set<String> sample = new LinkedHashSet<>();
    for (String id : batch.worded) {
      samples.put(id, texts.sample(batch.current.get(id)));
    }
    samples.values().forEach(sample::addAll);
    Map<String, String> moved = moved(batch);
    follow(moved, batch);
    Map<String, List<Text>> found = texts.find(sample, moved);
    Map<String, String> bodies = bodies(batch, samples, found);
    sample.forEach(fingerprint -> found.computeIfAbsent(fingerprint, _ -> new ArrayList<>()));
    Map<String, List<CopyJoin.Later>> later = new LinkedHashMap<>();
    for (String id : List.copyOf(batch.worded)) {
      Document document = batch.current.get(id);
      Collection<Text> candidates = KnownTexts.of(samples.get(id), found);
      Optional<Document> twin =
          batch.merging.contains(id) ? twin(document, candidates, batch) : Optional.empty();
      if (twin.isPresent()) {
        batch.alias(document, twin.get());
        continue;
      }
      Joined joined = CopyJoin.join(document, candidates, bodies);
      Document done = document.with(joined.lineage());
      batch.current.put(id, done);
      joined
          .later()
          .forEach(copy -> later.computeIfAbsent(copy.id(), _ -> new ArrayList<>()).add(copy));
      addTo(found, done);
      texts.remember(done);
    }
    correct(later, batch);
  }

  /// What copied a displaced document copies it where it stands now; what copies the article that
  /// has taken its place is joined to that afterwards.
  private void follow(Map<String, String> moved, IntakeBatch batch) throws IOException {
    if (moved.isEmpty()) {
      return;
    }
    for (Document copy : texts.copies(moved.keySet(), store)) {
      batch.current.putIfAbsent(copy.id(), copy);
    }
    batch.current.replaceAll((id, copy) -> moved.containsKey(id) ? copy : followed(copy, moved));
  }

  /// Where the displaced documents stand now: id to id.
  private static Map<String, String> moved(IntakeBatch batch) {
    Map<String, String> moved = new HashMap<>();
    batch.displaced.forEach((id, document) -> moved.put(id, document.id()));
    return moved;
  }

  private static Document followed(Document copy, Map<String, String> moved) {
    Lineage lineage = copy.lineage();
    return copy.with(
        new Lineage(
            lineage.revision(),
            lineage.validFrom(),
            lineage.validTo(),
            moved.getOrDefault(lineage.cluster(), lineage.cluster()),
            lineage.copyOf().map(id -> moved.getOrDefault(id, id)),
            lineage.copyShare(),
            lineage.fingerprints()));
  }

  /// The texts of a batch and of what is close to them, by id.
  private Map<String, String> bodies(
      IntakeBatch batch, Map<String, List<String>> samples, Map<String, List<Text>> found)
      throws IOException {
    Map<String, String> bodies = new HashMap<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (String id : batch.worded) {
      Document document = batch.current.get(id);
      bodies.put(id, document.content().body());
      wanted.addAll(CopyJoin.close(document, KnownTexts.of(samples.get(id), found)));
    }
    wanted.removeAll(bodies.keySet());
    store
        .getAll(wanted.stream().limit(MOST_BODIES).toList())
        .forEach((id, document) -> bodies.put(id, document.content().body()));
    return bodies;
  }

  /// A document of the same site with exactly this text, published on the same day.
  private Optional<Document> twin(Document document, Collection<Text> candidates, IntakeBatch batch)
      throws IOException {
    Set<String> alike = new LinkedHashSet<>();
    Set<String> fingerprints = Set.copyOf(document.lineage().fingerprints());
    for (Text text : candidates) {
      // Older archives kept fewer of a short text: some of those that it has now. Whether the texts
      // are the same is then compared whole.
      if (text.source().equals(document.publisher().id())
          && !text.fingerprints().isEmpty()
          && fingerprints.containsAll(text.fingerprints())) {
        alike.add(text.id());
      }
    }
    alike.remove(document.id());
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Document> others = new LinkedHashMap<>(store.getAll(alike));
    alike.stream()
        .filter(batch.current::containsKey)
        .forEach(id -> others.put(id, batch.current.get(id)));
    return others.values().stream()
        .filter(other -> Strangers.areTwins(other, document))
        .findFirst();
  }

  /// Later members of a batch must find the earlier ones.
  ///
  /// @param found of every fingerprint that is asked for in this batch
  private static void addTo(Map<String, List<Text>> found, Document document) {
    Text text = Text.of(document);
    for (String fingerprint : document.lineage().fingerprints()) {
      List<Text> texts = found.get(fingerprint);
      if (texts != null) {
        texts.add(text);
      }
    }
  }

  /// Known documents that turned out to be copies of an earlier one that came in now.
  private void correct(Map<String, List<CopyJoin.Later>> later, IntakeBatch batch)
      throws IOException {
    Set<String> missing = new HashSet<>(later.keySet());
    missing.removeAll(batch.current.keySet());
    Map<String, Document> documents = new HashMap<>(store.getAll(missing));
    documents.putAll(batch.current);
    later.forEach(
        (id, copies) -> {
          Document document = documents.get(id);
          if (document != null) {
            CopyJoin.Later copy = copies.getLast();
            batch.current.put(id, document.with(copied(document.lineage(), copy)));
          }
        });
  }

  private static Lineage copied(Lineage before, CopyJoin.Later copy) {
    return new Lineage(
        before.revision(),
        before.validFrom(),
        before.validTo(),
        copy.cluster(),
        Optional.of(copy.copyOf()),
        copy.share(),
        before.fingerprints());
  }
}
