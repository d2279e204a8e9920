package letopis.bench.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.text.Sentences;
import letopis.text.Span;
import letopis.text.Words;
import letopis.trace.TraceRequest;
import letopis.trace.Tracer;

/// Time of a trace against the time of one plain full-text query with highlights for the same words
/// on the same archive, one at a time. Texts are taken from the archive at random.
final class TraceTimes {
  private static final int WARM = 30;

  private final Indices indices;
  private final Tracer tracer;
  private final PrintStream out;

  TraceTimes(Indices indices, Tracer tracer, PrintStream out) {
    this.indices = indices;
    this.tracer = tracer;
    this.out = out;
  }

  /// @param each measured texts of each kind
  void run(List<Document> corpus, int each) throws IOException {
    Random random = new Random(11);
    List<String> sentences = new ArrayList<>();
    List<String> articles = new ArrayList<>();
    while (sentences.size() < each + WARM || articles.size() < each + WARM) {
      String body = corpus.get(random.nextInt(corpus.size())).content().body();
      int words = Words.of(body).size();
      if (words > 120 && words < 1500 && articles.size() < each + WARM) {
        articles.add(body);
      }
      List<Span> spans = Sentences.of(body);
      String sentence = spans.isEmpty() ? "" : spans.get(random.nextInt(spans.size())).of(body);
      int length = Words.of(sentence).size();
      if (length >= 8 && length <= 35 && sentences.size() < each + WARM) {
        sentences.add(sentence);
      }
    }
    long documents = indices.count();
    out.printf("%nTimes at %d documents, milliseconds, one at a time%n", documents);
    out.printf(
        "%-10s %26s %26s %10s%n",
        "claim", "plain query p50/p95/p99", "trace p50/p95/p99", "p95 ratio");
    measure("sentence", sentences);
    measure("article", articles);
  }

  private void measure(String kind, List<String> texts) throws IOException {
    List<Double> plain = new ArrayList<>();
    List<Double> traces = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      long start = System.nanoTime();
      query(texts.get(i));
      long middle = System.nanoTime();
      tracer.trace(TraceRequest.ofText(texts.get(i)));
      long end = System.nanoTime();
      if (i >= WARM) {
        plain.add((middle - start) / 1e6);
        traces.add((end - middle) / 1e6);
      }
    }
    plain.sort(null);
    traces.sort(null);
    out.printf(
        "%-10s %26s %26s %10.2f%n",
        kind, line(plain), line(traces), at(traces, 0.95) / at(plain, 0.95));
  }

  private static String line(List<Double> sorted) {
    return "%.1f / %.1f / %.1f".formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }

  private void query(String text) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", 20);
    ObjectNode match = search.putObject("query").putObject("match").putObject("body");
    String words =
        Words.of(text).stream()
            .limit(900)
            .map(word -> word.norm())
            .reduce("", (a, b) -> a + " " + b);
    match.put("query", words);
    ObjectNode field = search.putObject("highlight").putObject("fields").putObject("body");
    field.put("number_of_fragments", 1);
    indices.elasticsearch().search(indices.documents(), search).json();
  }
}
