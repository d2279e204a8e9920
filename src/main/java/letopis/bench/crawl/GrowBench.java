package letopis.bench.crawl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import letopis.bench.index.GeneratedArchive;
import letopis.crawl.filing.Finding;
import letopis.crawl.filing.Intake;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.Validators;
import letopis.query.PlainText;
import letopis.search.DocumentSearch;
import letopis.search.SearchRequest;
import letopis.sources.Configuration;
import letopis.text.Outlets;
import letopis.text.Sentences;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.Tracer;

/// What operations cost at one size of an archive and at the next: documents, addresses,
/// fingerprints and the states of listed entries grow together.
public final class GrowBench {
  private static final int ROUND = 500;

  /// Documents that are filed at each size, in batches as the crawler's.
  private static final int ADDED = 1_000;

  private static final int BATCH = 250;

  /// Measured operations of each kind, after a fifth of that to warm up.
  private static final int EACH = 50;

  private static final int WARM = 10;

  private final GeneratedArchive archive = new GeneratedArchive(49);
  private final Random random = new Random(17);
  private final List<Document> sample = new ArrayList<>();
  private final Indices indices;
  private final DocumentStore store;
  private final EntryStates entries;
  private final Intake intake;
  private final DocumentSearch search;
  private final Tracer tracer;
  private int size;

  /// A bench on empty indices.
  public GrowBench(Indices indices, Clock clock) {
    this.indices = indices;
    this.store = new DocumentStore(indices);
    this.entries = new EntryStates(indices);
    this.intake = new Intake(indices);
    this.search = new DocumentSearch(indices, Configuration.EMPTY, clock);
    this.tracer = new Tracer(indices, Outlets.bundled(), (_, _) -> Trace.Sight.NONE, clock);
  }

  /// Milliseconds that operations took: of the document, and medians of the others.
  ///
  /// @param add a document with its addresses and copies, in batches
  /// @param search with three facets and a timeline
  /// @param trace of a sentence that one document has
  /// @param lookup of an address
  public record Costs(int documents, double add, double search, double trace, double lookup) {}

  /// Fills the archive up to a size.
  ///
  /// @throws IllegalArgumentException when it is larger already
  public void growTo(int documents) throws IOException, InterruptedException {
    if (documents < size) {
      throw new IllegalArgumentException("there are " + size + " documents already");
    }
    while (size < documents) {
      List<Document> next = next(Math.min(ROUND, documents - size));
      store.write(next);
      entries.putAll(next.stream().map(GrowBench::entry).toList());
    }
    indices.refresh();
  }

  /// Measures at this size; the documents that are added to measure it stay.
  public Costs measure() throws IOException, InterruptedException {
    int before = size;
    return new Costs(before, add(), searches(), traces(), lookups());
  }

  private double add() throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Document document : next(ADDED)) {
      findings.add(new Finding.Publication(document, Map.of(), true, Optional.empty(), true));
    }
    long begin = System.nanoTime();
    for (int from = 0; from < ADDED; from += BATCH) {
      intake.file(findings.subList(from, from + BATCH));
    }
    double millis = (System.nanoTime() - begin) / 1e6 / ADDED;
    indices.refresh();
    return millis;
  }

  private double searches() throws IOException {
    List<String> queries = archive.queries(WARM + EACH);
    return median(
        i -> {
          String words = queries.get(i);
          search.search(
              SearchRequest.of(words, PlainText.query(words)).with(GeneratedArchive.BREAKDOWN));
        });
  }

  private double traces() throws IOException {
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < WARM + EACH; i++) {
      String body = any().content().body();
      claims.add(Sentences.of(body).getFirst().of(body));
    }
    return median(i -> tracer.trace(TraceRequest.ofText(claims.get(i))));
  }

  private double lookups() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < WARM + EACH; i++) {
      addresses.add(any().address().canonical());
    }
    return median(
        i -> {
          if (store.find(addresses.get(i)).isEmpty()) {
            throw new IOException(addresses.get(i) + " is lost");
          }
        });
  }

  private interface Operation {
    void run(int number) throws IOException;
  }

  private static double median(Operation operation) throws IOException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM + EACH; i++) {
      long begin = System.nanoTime();
      operation.run(i);
      if (i >= WARM) {
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    return millis.stream().sorted().toList().get(EACH / 2);
  }

  private Document any() {
    return sample.get(random.nextInt(sample.size()));
  }

  private List<Document> next(int count) {
    List<Document> documents = archive.next(size, count);
    size += count;
    sample.add(documents.getFirst());
    return documents;
  }

  private static EntryState entry(Document document) {
    Instant seen = document.times().firstSeenAt();
    return new EntryState(
        document.id(),
        document.publisher().id(),
        document.address().canonical(),
        Optional.of(document.id()),
        Validators.NONE,
        seen,
        Optional.empty(),
        Optional.of(seen),
        seen,
        Optional.empty(),
        List.of(Instant.parse("2030-01-01T00:00:00Z")),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        JsonNodeFactory.instance.objectNode().put("title", document.content().title()).toString());
  }
}
