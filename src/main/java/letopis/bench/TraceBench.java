package letopis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import letopis.document.Document;
import letopis.index.DocumentStore;
import letopis.index.Indices;
import letopis.text.Outlets;
import letopis.trace.Trace;
import letopis.trace.Tracer;

/// `bench trace`: every figure that tracing is judged by, on the shared real data.
public final class TraceBench {
  private static final long SEED = 20_191_101;
  private static final int ROUND = 500;

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

  /// @param each planted claims of each kind
  /// @return the errors, for a look by hand
  public List<String> reuse(int each) throws IOException, InterruptedException {
    List<Document> corpus = TraceCorpus.read(data, TraceCorpus.ALL);
    List<Planted.Claim> claims = new Planted(corpus, SEED).make(each);
    List<Document> all = new ArrayList<>(corpus);
    claims.forEach(claim -> all.add(claim.planted()));
    write(all);
    out.printf(
        "%nReuse: %d claims planted among %d real documents%n", claims.size(), corpus.size());
    ReuseBench bench = new ReuseBench(tracer, corpus, out);
    bench.run(claims);
    return bench.errors();
  }

  private void write(List<Document> documents) throws IOException, InterruptedException {
    DocumentStore store = new DocumentStore(indices);
    for (int from = 0; from < documents.size(); from += ROUND) {
      store.write(documents.subList(from, Math.min(documents.size(), from + ROUND)));
    }
    store.refresh();
  }
}
