package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.trace.Appearance;
import letopis.trace.Remark;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;

/// Real links between articles of different sources on one day: does the trace of the citing
/// article find the cited one, name it as a source, and put it before?
final class CitationBench {
  private final Tracer tracer;
  private final RealData data;
  private final PrintStream out;
  private final List<String> errors = new ArrayList<>();

  CitationBench(Tracer tracer, RealData data, PrintStream out) {
    this.tracer = tracer;
    this.data = data;
    this.out = out;
  }

  List<String> errors() {
    return errors;
  }

  void run(List<Document> corpus) throws IOException {
    int found = 0;
    int named = 0;
    int before = 0;
    int all = 0;
    int contradicted = 0;
    List<RealCitation> links = RealCitation.in(corpus, data);
    for (RealCitation link : links) {
      String from = link.from().id();
      String to = link.to().id();
      Trace trace = trace(from);
      List<Appearance> shown = trace.appearances();
      int citing = place(shown, from);
      int cited = place(shown, to);
      boolean isNamed = citing >= 0 && names(shown.get(citing), to);
      boolean isBefore = cited >= 0 && citing >= 0 && cited < citing;
      found += cited >= 0 ? 1 : 0;
      named += isNamed ? 1 : 0;
      before += isBefore ? 1 : 0;
      all += cited >= 0 && isNamed && isBefore ? 1 : 0;
      boolean told = cited >= 0 && isNamed && !isBefore && contradicts(trace, from, to);
      contradicted += told ? 1 : 0;
      if (!told && (cited < 0 || !isNamed || !isBefore)) {
        errors.add(
            "citation found "
                + (cited >= 0)
                + " named "
                + isNamed
                + " before "
                + isBefore
                + ", target claims to be no later: "
                + link.told().path("target_not_later").asBoolean()
                + "\n    "
                + link.told().path("from_url").asText()
                + " "
                + link.told().path("from_published").asText()
                + "\n    "
                + link.told().path("to_url").asText()
                + " "
                + link.told().path("to_published").asText());
      }
    }
    out.printf(
        "%nReal citations: %d links between sources with both articles here%n", links.size());
    double of = Math.max(1, links.size());
    out.printf(
        "found %.3f, named as a source %.3f, put before %.3f, all three %.3f%n",
        found / of, named / of, before / of, all / of);
    out.printf(
        "the cited article claims a later time than the citing one: said to contradict %.3f;"
            + " all three, or found, named and said to contradict %.3f%n",
        contradicted / of, (all + contradicted) / of);
  }

  private static boolean names(Appearance citing, String cited) {
    return citing.cites().stream()
        .anyMatch(one -> one.explicit() && one.document().equals(Optional.of(cited)));
  }

  private static int place(List<Appearance> shown, String id) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).document().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /// The trace says that the link contradicts the claimed times.
  private static boolean contradicts(Trace trace, String from, String to) {
    Map<String, String> urls = new HashMap<>();
    trace
        .appearances()
        .forEach(one -> urls.put(one.document().id(), one.document().address().url()));
    return trace.caveats().stream()
        .filter(caveat -> caveat.code() == Remark.Code.LINK_AGAINST_TIME)
        .anyMatch(
            caveat ->
                caveat.parameters().get("from").equals(urls.get(from))
                    && caveat.parameters().get("to").equals(urls.get(to)));
  }

  private Trace trace(String id) throws IOException {
    return switch (tracer.trace(TraceRequest.ofDocument(id))) {
      case TraceResult.Traced(Trace trace) -> trace;
      case TraceResult.Unknown(String subject) -> throw new IOException("unknown " + subject);
      case TraceResult.Rejected(String reason, _) -> throw new IOException(reason);
    };
  }
}
