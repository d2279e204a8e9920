package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.text.Outlets;
import letopis.trace.Trace;
import letopis.trace.Tracer;

/// `bench trace`: every figure that tracing is judged by, on the shared real data.
public final class TraceBench {
  /// Makes the claims of the published figures.
  public static final long SEED = 20_191_101;

  private static final int ROUND = 500;
  private static final int MEASURED = 200;

  private final Indices indices;
  private final RealData data;
  private final PrintStream out;
  private final Tracer tracer;

  /// @param indices initialised, empty, and for the bench alone
  public TraceBench(Indices indices, RealData data, PrintStream out) {
    this.indices = indices;
    this.data = data;
    this.out = out;
    this.tracer =
        new Tracer(indices, Outlets.bundled(), (from, to) -> Trace.Sight.NONE, Clock.systemUTC());
  }

  /// What can be measured.
  public enum Part {
    ATTRIBUTION,
    PAIRS,
    FACTCHECKS,
    ABSENT,
    RETOLD,
    CITATIONS,
    REUSE,
    ALTERED,
    TIMES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Runs these parts and prints their tables.
  ///
  /// @param each planted claims of each kind, and half the absent ones of each kind
  /// @param seed the same one makes the same claims
  /// @param documents size of the archive that times are measured at
  /// @return the errors, for a look by hand
  public List<String> run(Set<Part> parts, int each, long seed, int documents)
      throws IOException, InterruptedException {
    List<String> errors = new ArrayList<>();
    if (parts.contains(Part.ATTRIBUTION)) {
      attributions(errors);
    }
    if (parts.contains(Part.FACTCHECKS)) {
      new FactCheckBench(indices, data, out).run();
    }
    List<Document> corpus = TraceCorpus.read(data, TraceCorpus.ALL);
    if (parts.contains(Part.PAIRS)) {
      new PairsBench(data, corpus, out).run();
    }
    Set<String> written = new HashSet<>();
    if (parts.contains(Part.ABSENT)) {
      absent(corpus, 2 * each, seed, written, errors);
    }
    if (parts.stream().anyMatch(part -> part.compareTo(Part.RETOLD) >= 0)) {
      write(corpus.stream().filter(one -> written.add(one.id())).toList());
    }
    if (parts.contains(Part.RETOLD)) {
      RetoldBench retold = new RetoldBench(tracer, data, out);
      // Not what is there: the pairs have no times, by which later parts judge origins.
      write(retold.documents().stream().filter(one -> written.add(one.id())).toList());
      retold.run(corpus);
      errors.addAll(retold.answers());
    }
    if (parts.contains(Part.CITATIONS)) {
      CitationBench citations = new CitationBench(tracer, data, out);
      citations.run(corpus);
      errors.addAll(citations.errors());
      HiddenLinksBench hidden = new HiddenLinksBench(tracer, new DocumentStore(indices), data, out);
      hidden.run(corpus);
      errors.addAll(hidden.errors());
    }
    int planted = 0;
    if (parts.contains(Part.REUSE)) {
      planted +=
          reuse(
              "Reuse", corpus, new Planted(corpus, seed).make(Planted.Kind.REWORDED, each), errors);
    }
    if (parts.contains(Part.ALTERED)) {
      planted +=
          reuse(
              "Altered",
              corpus,
              new Planted(corpus, seed).make(Planted.Kind.ALTERED, each),
              errors);
    }
    if (parts.contains(Part.TIMES)) {
      int filling = documents - corpus.size() - planted;
      write(new Mixed(corpus, filling).next(filling));
      new TraceTimes(indices, tracer, out).run(corpus, MEASURED);
    }
    return errors;
  }

  private void absent(
      List<Document> corpus, int count, long seed, Set<String> written, List<String> errors)
      throws IOException, InterruptedException {
    AbsentBench absent = new AbsentBench(data, seed, out);
    List<AbsentBench.Kept> kept = absent.keepOut(corpus, count);
    Set<String> keptOut = kept.stream().map(one -> one.article().id()).collect(Collectors.toSet());
    List<Document> rest = corpus.stream().filter(one -> !keptOut.contains(one.id())).toList();
    write(rest);
    rest.forEach(one -> written.add(one.id()));
    absent.run(tracer, kept);
    errors.addAll(absent.errors());
  }

  /// Answers how many documents it planted.
  private int reuse(
      String name, List<Document> corpus, List<Planted.Claim> claims, List<String> errors)
      throws IOException, InterruptedException {
    write(claims.stream().map(Planted.Claim::planted).toList());
    out.printf(
        "%n%s: %d claims planted among %d real documents%n", name, claims.size(), corpus.size());
    ReuseBench reuse = new ReuseBench(tracer, corpus, Judgements.bundled(), out);
    reuse.run(claims);
    errors.addAll(reuse.errors());
    return claims.size();
  }

  /// Measures times alone, in an archive of so many documents, which is made unless it is there.
  ///
  /// @param told where progress is said
  public void times(int documents, PrintStream told) throws IOException, InterruptedException {
    List<Document> corpus = TraceCorpus.read(data, TraceCorpus.ALL);
    new TimesArchive(indices, told).fill(corpus, documents);
    new TraceTimes(indices, tracer, out).run(corpus, MEASURED);
  }

  private void attributions(List<String> errors) throws IOException {
    AttributionBench bench = new AttributionBench(data);
    for (AttributionBench.LabelledSet set : AttributionBench.SETS) {
      AttributionBench.Outcome outcome = bench.run(set.labels());
      out.printf(
          "Attribution, %s: %d sentences, %d sources; precision %.3f, recall %.3f (%s)%n",
          set.labels(),
          outcome.sentences(),
          outcome.right() + outcome.missed(),
          outcome.precision(),
          outcome.recall(),
          set.firstSight()
              .map(first -> "unseen: %.3f, %.3f".formatted(first.precision(), first.recall()))
              .orElse("the first rules were written with them"));
      errors.addAll(outcome.errors());
    }
  }

  private void write(List<Document> documents) throws IOException, InterruptedException {
    DocumentStore store = new DocumentStore(indices);
    for (int from = 0; from < documents.size(); from += ROUND) {
      store.write(documents.subList(from, Math.min(documents.size(), from + ROUND)));
    }
    store.refresh();
  }
}
