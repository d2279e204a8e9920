package letopis.crawl;

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
import letopis.crawl.CopyJoin.Joined;
import letopis.crawl.CopyJoin.Text;
import letopis.crawl.Merge.Decision;
import letopis.document.Address;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.index.ClaimStore;
import letopis.index.DocumentStore;
import letopis.index.Indices;
import letopis.index.Outcome;

/// Files findings in the archive, a batch at a time: which document each belongs to, whether it
/// says something new, which texts it shares, and what is to be written. One batch costs four
/// requests to Elasticsearch, however large it is, and two more when texts are close to others.
/// Filing a finding twice changes nothing.
public final class Intake {
  /// Texts read again to compare one batch with.
  private static final int MOST_BODIES = 500;

  private final DocumentStore store;
  private final KnownTexts texts;
  private final ClaimStore claims;

  /// An intake into the archive behind these indices.
  public Intake(Indices indices) {
    this.store = new DocumentStore(indices);
    this.texts = new KnownTexts(indices);
    this.claims = new ClaimStore(indices);
  }

  /// Files a batch, in order.
  ///
  /// @return what became of each, in the same order
  /// @throws IOException when Elasticsearch is away; the same batch may be filed again
  public List<Filed> file(List<Finding> findings) throws IOException, InterruptedException {
    List<Filed> filed = new ArrayList<>(findings.size());
    int from = 0;
    while (from < findings.size()) {
      int to = endOfDistinct(findings, from);
      filed.addAll(fileDistinct(findings.subList(from, to)));
      from = to;
    }
    return filed;
  }

  /// Where the run of findings about different addresses ends: a second look at the same address
  /// must see what became of the first.
  private static int endOfDistinct(List<Finding> findings, int from) {
    Set<String> seen = new HashSet<>();
    for (int i = from; i < findings.size(); i++) {
      for (String address : addresses(findings.get(i))) {
        if (!seen.add(address)) {
          return i;
        }
      }
    }
    return findings.size();
  }

  private static Set<String> addresses(Finding finding) {
    return switch (finding) {
      case Finding.Publication p -> addresses(p.document());
      case Finding.Record r -> addresses(r.document());
      case Finding.Gone gone -> gone.document().map(Set::of).orElse(Set.of());
      case Finding.Nothing _ -> Set.of();
    };
  }

  private static Set<String> addresses(Document document) {
    Set<String> addresses = new HashSet<>(document.address().aliases());
    addresses.add(document.address().canonical());
    return addresses;
  }

  private List<Filed> fileDistinct(List<Finding> findings)
      throws IOException, InterruptedException {
    Batch batch = new Batch(known(findings));
    for (Finding finding : findings) {
      batch.results.add(
          switch (finding) {
            case Finding.Publication p -> publication(p, batch);
            case Finding.Record r -> record(r, batch);
            case Finding.Gone gone -> gone(gone, batch);
            case Finding.Nothing n -> new Filed(n.outcome(), n.detail(), n.document(), false);
          });
    }
    join(batch);
    return write(batch);
  }

  /// The documents that the findings may be about, by every address that leads to them.
  private Map<String, Document> known(List<Finding> findings) throws IOException {
    Set<String> asked = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Gone gone) {
        gone.document().ifPresent(ids::add);
      } else {
        asked.addAll(addresses(finding));
      }
    }
    Map<String, Document> known = new HashMap<>(store.findAll(asked));
    known.putAll(store.getAll(ids));
    return known;
  }

  private static Filed publication(Finding.Publication finding, Batch batch) {
    Document look = finding.document();
    batch.reviews.addAll(finding.reviews());
    Optional<Document> known = batch.find(look.address());
    if (known.isPresent() && Strangers.are(known.get(), look)) {
      look = kept(look, Identity.withoutClaims(look.address()));
      known = batch.find(look.address());
    }
    if (known.isEmpty()) {
      return batch.add(look, finding.merges());
    }
    return settle(Merge.decide(known.get(), look, finding.versions()), batch);
  }

  private static Filed record(Finding.Record finding, Batch batch) {
    Optional<Document> known = batch.find(finding.document().address());
    if (known.isEmpty()) {
      return batch.add(finding.document(), false);
    }
    Document document = known.get();
    if (document.content().body().equals(finding.document().content().body())) {
      return settle(Merge.decide(document, finding.document(), Map.of()), batch);
    }
    Map<String, Integer> versions = new HashMap<>();
    Merge.wordings(document).forEach(wording -> versions.put(wording, Integer.MAX_VALUE));
    return settle(Merge.decide(document, finding.document(), versions), batch);
  }

  private static Filed settle(Decision decision, Batch batch) {
    return switch (decision) {
      case Decision.Revised revised -> batch.write(revised.current(), CrawlOutcome.UPDATED, true);
      case Decision.Touched touched ->
          batch.write(
              touched.current(),
              touched.returned() ? CrawlOutcome.RETURNED : CrawlOutcome.UNCHANGED,
              false);
      case Decision.Same same ->
          new Filed(CrawlOutcome.UNCHANGED, "", Optional.of(same.current().id()), false);
    };
  }

  private static Filed gone(Finding.Gone gone, Batch batch) {
    Optional<Document> known = gone.document().map(batch.known::get);
    if (known.isPresent() && gone.confirmed() && known.get().times().removedAt().isEmpty()) {
      Document removed = Merge.removed(known.get(), gone.since());
      batch.current.put(removed.id(), removed);
    }
    String look = gone.confirmed() ? "confirmed" : "first look";
    return new Filed(CrawlOutcome.GONE, gone.how() + ", " + look, gone.document(), false);
  }

  /// Finds what shares the text of the new and changed documents.
  private void join(Batch batch) throws IOException {
    Map<String, List<String>> samples = new HashMap<>();
    Set<String> sample = new LinkedHashSet<>();
    for (String id : batch.worded) {
      samples.put(id, texts.sample(batch.current.get(id)));
    }
    samples.values().forEach(sample::addAll);
    Map<String, List<Text>> found = texts.find(sample);
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
      Document done = with(document, joined.lineage());
      batch.current.put(id, done);
      joined
          .later()
          .forEach(copy -> later.computeIfAbsent(copy.id(), _ -> new ArrayList<>()).add(copy));
      addTo(found, done);
      texts.remember(done);
    }
    correct(later, batch);
  }

  /// The texts of a batch and of what is close to them, by id.
  private Map<String, String> bodies(
      Batch batch, Map<String, List<String>> samples, Map<String, List<Text>> found)
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
  private Optional<Document> twin(Document document, Collection<Text> candidates, Batch batch)
      throws IOException {
    Set<String> alike = new LinkedHashSet<>();
    for (Text text : candidates) {
      if (text.source().equals(document.publisher().id())
          && text.fingerprints().equals(document.lineage().fingerprints())) {
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
  private void correct(Map<String, List<CopyJoin.Later>> later, Batch batch) throws IOException {
    Set<String> missing = new HashSet<>(later.keySet());
    missing.removeAll(batch.current.keySet());
    Map<String, Document> documents = new HashMap<>(store.getAll(missing));
    documents.putAll(batch.current);
    later.forEach(
        (id, copies) -> {
          Document document = documents.get(id);
          if (document != null) {
            CopyJoin.Later copy = copies.getLast();
            batch.current.put(id, with(document, copied(document.lineage(), copy)));
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

  private List<Filed> write(Batch batch) throws IOException, InterruptedException {
    Map<String, String> refused = new HashMap<>();
    for (Outcome outcome : store.write(List.copyOf(batch.current.values()))) {
      if (outcome instanceof Outcome.Rejected rejected) {
        refused.put(rejected.id(), rejected.reason());
      }
    }
    claims.put(batch.reviews);
    List<Filed> results = new ArrayList<>();
    for (Filed filed : batch.results) {
      Filed settled = filed.document().map(id -> batch.settled(filed, id)).orElse(filed);
      String reason = settled.document().map(refused::get).orElse(null);
      results.add(reason == null ? settled : Filed.of(CrawlOutcome.NOT_INDEXED, reason));
    }
    return results;
  }

  private static Document kept(Document document, Address address) {
    return new Document(
        DocumentId.of(address.canonical()),
        address,
        document.publisher(),
        document.content(),
        document.times(),
        document.lineage(),
        document.capture(),
        document.noarchive(),
        document.extra());
  }

  private static Document with(Document document, Lineage lineage) {
    return new Document(
        document.id(),
        document.address(),
        document.publisher(),
        document.content(),
        document.times(),
        lineage,
        document.capture(),
        document.noarchive(),
        document.extra());
  }

  /// The state of one batch while it is worked through.
  private static final class Batch {
    final Map<String, Document> known;
    final Map<String, Document> current = new LinkedHashMap<>();
    final List<Filed> results = new ArrayList<>();
    final List<ClaimReview> reviews = new ArrayList<>();
    final Set<String> worded = new LinkedHashSet<>();
    final Set<String> merging = new HashSet<>();
    final Map<String, String> aliased = new HashMap<>();

    Batch(Map<String, Document> known) {
      this.known = known;
    }

    Optional<Document> find(Address address) {
      Document document = known.get(address.canonical());
      for (String alias : address.aliases()) {
        document = document == null ? known.get(alias) : document;
      }
      return Optional.ofNullable(document);
    }

    Filed add(Document document, boolean merges) {
      if (merges) {
        merging.add(document.id());
      }
      return write(document, CrawlOutcome.ADDED, true);
    }

    Filed write(Document document, CrawlOutcome outcome, boolean changed) {
      current.put(document.id(), document);
      if (changed) {
        worded.add(document.id());
      }
      return new Filed(outcome, "", Optional.of(document.id()), changed);
    }

    void alias(Document document, Document twin) {
      current.remove(document.id());
      Document known = current.getOrDefault(twin.id(), twin);
      current.put(twin.id(), Strangers.aliased(known, document));
      aliased.put(document.id(), twin.id());
    }

    Filed settled(Filed filed, String id) {
      String twin = aliased.get(id);
      return twin == null
          ? filed
          : new Filed(CrawlOutcome.ALIAS, "of " + twin, Optional.of(twin), false);
    }
  }
}
