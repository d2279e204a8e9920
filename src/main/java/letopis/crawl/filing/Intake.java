package letopis.crawl.filing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.filing.Merge.Decision;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.index.documents.ClaimStore;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Outcome;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;

/// Files findings in the archive, a batch at a time: which document each belongs to, whether it
/// says something new, which texts it shares, and what is to be written. One batch costs four
/// requests to Elasticsearch, however large it is, and two more when texts are close to others.
/// Filing a finding twice changes nothing.
public final class Intake {
  private final DocumentStore store;
  private final BatchCopies copies;
  private final ClaimStore claims;
  private final EntryStates entries;
  private final Departures departures;

  /// An intake into the archive behind these indices.
  public Intake(Indices indices) {
    this.store = new DocumentStore(indices);
    this.copies = new BatchCopies(indices);
    this.claims = new ClaimStore(indices);
    this.entries = new EntryStates(indices);
    this.departures = new Departures(entries);
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
      case Finding.Gone gone -> {
        Set<String> addresses = new HashSet<>(gone.addresses());
        gone.document().ifPresent(addresses::add);
        yield addresses;
      }
      case Finding.Nothing _ -> Set.of();
    };
  }

  /// The addresses that lead to a document.
  static Set<String> addresses(Document document) {
    Set<String> addresses = new HashSet<>(document.address().aliases());
    addresses.add(document.address().canonical());
    return addresses;
  }

  private List<Filed> fileDistinct(List<Finding> findings)
      throws IOException, InterruptedException {
    IntakeBatch batch = new IntakeBatch(known(findings));
    for (Finding finding : findings) {
      batch.results.add(
          switch (finding) {
            case Finding.Publication p -> reviewed(p, publication(p, batch), batch);
            case Finding.Record r -> record(r, batch);
            case Finding.Gone gone -> departures.file(gone, batch);
            case Finding.Nothing n -> new Filed(n.outcome(), n.detail(), n.document(), false);
          });
    }
    copies.join(batch);
    return write(batch);
  }

  /// The documents that the findings may be about, by every address that leads to them.
  private Map<String, Document> known(List<Finding> findings) throws IOException {
    Set<String> asked = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Gone gone) {
        gone.document().ifPresent(ids::add);
        asked.addAll(gone.addresses());
      } else {
        asked.addAll(addresses(finding));
      }
    }
    Map<String, Document> known = new HashMap<>(store.findAll(asked));
    known.putAll(store.getAll(ids));
    return known;
  }

  private Filed publication(Finding.Publication finding, IntakeBatch batch) throws IOException {
    Document look = finding.document();
    Optional<Document> known = batch.find(look.address());
    if (known.isPresent() && Strangers.are(known.get(), look)) {
      Document own = look.at(look.address().withoutClaims());
      // Its own address may still lead to the other, who had it once.
      known = batch.find(own.address()).filter(document -> !Strangers.are(document, own));
      look = own;
    }
    if (known.isEmpty()) {
      return batch.add(look, finding.merges());
    }
    Document before = known.get();
    String read = before.address().readAt();
    boolean versionOnly = !read.equals(before.address().canonical());
    if (versionOnly && isFirstAtHome(finding, before)) {
      return atHome(before, finding, batch);
    }
    boolean elsewhere =
        !finding.home()
            && !read.equals(look.address().readAt())
            && !(versionOnly && isLedTo(before, look));
    return settle(
        elsewhere ? Merge.version(before, look) : Merge.decide(before, look, finding.versions()),
        batch);
  }

  /// A version of a page may hold fewer reviews than the page itself, an older capture other ones.
  private static Filed reviewed(Finding.Publication finding, Filed filed, IntakeBatch batch) {
    Document look = finding.document();
    boolean older =
        batch.find(look.address()).filter(known -> Merge.isOlder(look, known)).isPresent();
    if (finding.home() && !older || filed.outcome() == CrawlOutcome.ADDED) {
      finding.reviews().ifPresent(reviews -> batch.reviews.put(batch.results.size(), reviews));
    }
    return filed;
  }

  /// Whether a document that was read at a version of it is seen at its own address for the first
  /// time, before it ever changed.
  private static boolean isFirstAtHome(Finding.Publication finding, Document before) {
    return finding.home()
        && before.lineage().revision() == 1
        && finding.document().address().canonical().equals(before.address().canonical());
  }

  /// Whether a document is read through an address that leads to another one each time (a session,
  /// a mirror): nobody lists the one at which it was first read, and one that led there leads here.
  private boolean isLedTo(Document before, Document look) throws IOException {
    Set<String> common = new HashSet<>(look.address().aliases());
    common.retainAll(before.address().aliases());
    return !common.isEmpty()
        && entries.getAll(List.of(DocumentId.of(before.address().readAt()))).isEmpty();
  }

  private Filed atHome(Document before, Finding.Publication finding, IntakeBatch batch)
      throws IOException {
    Document look = finding.document();
    if (Strangers.differ(before, look)) {
      if (addresses(look).contains(before.address().readAt())) {
        // Each names the other: one publication that was written anew.
        return settle(Merge.decide(before, look, finding.versions()), batch);
      }
      Document displaced = Strangers.displaced(before, asked(before, look));
      batch.displaced.put(before.id(), displaced);
      batch.write(displaced, CrawlOutcome.ADDED, true);
      return batch.write(look, CrawlOutcome.ADDED, true);
    }
    return batch.write(Merge.atHome(before, look), CrawlOutcome.UPDATED, true);
  }

  /// The addresses under which a document was asked for, but those of another look. What its page
  /// said of itself was wrong.
  private List<String> asked(Document document, Document look) throws IOException {
    List<String> aliases = new ArrayList<>(document.address().aliases());
    aliases.removeAll(addresses(look));
    Map<String, EntryState> known = entries.getAll(aliases.stream().map(DocumentId::of).toList());
    return aliases.stream().filter(alias -> known.containsKey(DocumentId.of(alias))).toList();
  }

  private static Filed record(Finding.Record finding, IntakeBatch batch) {
    Optional<Document> known = batch.find(finding.document().address());
    if (known.isEmpty()) {
      return batch.add(finding.document(), false);
    }
    return settle(Merge.record(known.get(), finding.document()), batch);
  }

  private static Filed settle(Decision decision, IntakeBatch batch) {
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

  private List<Filed> write(IntakeBatch batch) throws IOException, InterruptedException {
    for (Map.Entry<String, Document> displaced : batch.displaced.entrySet()) {
      store.handOver(displaced.getKey(), displaced.getValue());
    }
    Map<String, String> refused = new HashMap<>();
    for (Outcome outcome : store.write(List.copyOf(batch.current.values()))) {
      if (outcome instanceof Outcome.Rejected rejected) {
        refused.put(rejected.id(), rejected.reason());
      }
    }
    List<Filed> results = new ArrayList<>();
    for (Filed filed : batch.results) {
      Filed settled = filed.document().map(id -> batch.settled(filed, id)).orElse(filed);
      String reason = settled.document().map(refused::get).orElse(null);
      results.add(reason == null ? settled : Filed.of(CrawlOutcome.NOT_INDEXED, reason));
    }
    claims.file(reviews(batch, results));
    return results;
  }

  /// The reviews of the pages that were kept, by document. Of a page without any that said nothing
  /// new none is known either: few pages ever have one.
  private static Map<String, List<ClaimReview>> reviews(IntakeBatch batch, List<Filed> results) {
    Map<String, List<ClaimReview>> reviews = new HashMap<>();
    batch.reviews.forEach(
        (place, found) -> {
          Filed filed = results.get(place);
          if (!found.isEmpty() || filed.outcome() == CrawlOutcome.UPDATED) {
            filed.document().ifPresent(id -> reviews.put(id, found));
          }
        });
    return reviews;
  }
}
