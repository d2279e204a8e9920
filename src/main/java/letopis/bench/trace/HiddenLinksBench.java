package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.bench.RealData;
import letopis.document.Content;
import letopis.document.Document;
import letopis.index.documents.DocumentStore;
import letopis.trace.Appearance;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;

/// Whom an article has it from by its text alone: the links and attributions of the citing articles
/// of the real citations are hidden, and the inferred edges are compared with the links, each share
/// of right ones beside the confidence that the trace gave.
///
/// Right is an edge to the linked article, or to one that has at least half of its fingerprints or
/// that it has half of (another copy of the same text: nobody can tell by the text which of two was
/// read).
final class HiddenLinksBench {
  private static final double COPY = 0.5;
  private static final double[] BOUNDS = {0, 0.5, 0.75, 1.01};

  private final Tracer tracer;
  private final DocumentStore store;
  private final RealData data;
  private final PrintStream out;
  private final List<String> errors = new ArrayList<>();

  HiddenLinksBench(Tracer tracer, DocumentStore store, RealData data, PrintStream out) {
    this.tracer = tracer;
    this.store = store;
    this.data = data;
    this.out = out;
  }

  /// Inferred edges that do not go to what was linked to, a line each.
  List<String> errors() {
    return errors;
  }

  void run(List<Document> corpus) throws IOException, InterruptedException {
    Map<String, Document> byId = new HashMap<>();
    corpus.forEach(document -> byId.put(document.id(), document));
    List<RealCitation> links = RealCitation.in(corpus, data);
    Map<String, Document> citing = new LinkedHashMap<>();
    links.forEach(link -> citing.put(link.from().id(), link.from()));
    store.write(citing.values().stream().map(HiddenLinksBench::hidden).toList());
    store.refresh();
    try {
      judge(links, byId);
    } finally {
      store.write(List.copyOf(citing.values()));
      store.refresh();
    }
  }

  private void judge(List<RealCitation> links, Map<String, Document> byId) throws IOException {
    int found = 0;
    int[] edges = new int[BOUNDS.length];
    int[] right = new int[BOUNDS.length];
    double[] promised = new double[BOUNDS.length];
    int exactly = 0;
    for (RealCitation link : links) {
      List<Appearance> shown = trace(link.from().id());
      found += of(shown, link.to().id()).isPresent() ? 1 : 0;
      Optional<Appearance.Citation> edge =
          of(shown, link.from().id()).flatMap(citing -> citing.cites().stream().findFirst());
      if (edge.isEmpty()) {
        continue;
      }
      Document target = byId.get(edge.get().document().orElseThrow());
      int bin = bin(edge.get().confidence());
      edges[bin]++;
      promised[bin] += edge.get().confidence();
      exactly += target.id().equals(link.to().id()) ? 1 : 0;
      if (isCopy(target, link.to())) {
        right[bin]++;
      } else {
        errors.add(
            "inferred %.2f%n    %s%n    from %s%n    not %s"
                .formatted(
                    edge.get().confidence(),
                    link.from().address().url(),
                    target.address().url(),
                    link.to().address().url()));
      }
    }
    out.printf(
        "%nHidden links: %d; the cited one found by its text %d; edges inferred %d, right %d, to"
            + " the linked page itself %d%n",
        links.size(), found, sum(edges), sum(right), exactly);
    for (int i = 0; i + 1 < BOUNDS.length; i++) {
      out.printf(
          "confidence %.2f to %.2f: %d edges, right %d, promised %.1f%n",
          BOUNDS[i], Math.min(1, BOUNDS[i + 1]), edges[i], right[i], promised[i]);
    }
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static int bin(double confidence) {
    int bin = 0;
    while (confidence >= BOUNDS[bin + 1]) {
      bin++;
    }
    return bin;
  }

  private static boolean isCopy(Document one, Document other) {
    if (one.id().equals(other.id())) {
      return true;
    }
    Set<String> prints = new HashSet<>(one.lineage().fingerprints());
    Set<String> others = new HashSet<>(other.lineage().fingerprints());
    int fewer = Math.min(prints.size(), others.size());
    prints.retainAll(others);
    return fewer > 0 && prints.size() >= COPY * fewer;
  }

  private List<Appearance> trace(String id) throws IOException {
    return switch (tracer.trace(TraceRequest.ofDocument(id))) {
      case TraceResult.Traced(Trace trace) -> trace.appearances();
      case TraceResult.Unknown _, TraceResult.Rejected _ -> List.of();
    };
  }

  private static Document hidden(Document one) {
    Content content = one.content();
    return new Document(
        one.id(),
        one.address(),
        one.publisher(),
        new Content(
            content.title(),
            content.lead(),
            content.body(),
            content.lang(),
            content.authors(),
            content.section(),
            content.tags(),
            content.images(),
            List.of(),
            List.of()),
        one.times(),
        one.lineage(),
        one.capture(),
        one.noarchive(),
        one.extra());
  }

  private static Optional<Appearance> of(List<Appearance> shown, String id) {
    return shown.stream().filter(one -> one.document().id().equals(id)).findFirst();
  }
}
