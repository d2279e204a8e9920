package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.text.Languages;
import letopis.text.Sentences;
import letopis.trace.Appearance;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;
import letopis.url.CanonicalUrl;

/// Headlines of real publications whose story another one tells too, by its own words: does the
/// trace of the one's headline (of a post: its first sentence) find the other? Pairs that people
/// marked as the same story, pairs that they marked as different ones, and articles of one day of
/// which one links to the other.
final class RetoldBench {
  private static final String FOLDER = "5-news-corpora/";

  private final Tracer tracer;
  private final RealData data;
  private final PrintStream out;
  private final List<String> answers = new ArrayList<>();

  RetoldBench(Tracer tracer, RealData data, PrintStream out) {
    this.tracer = tracer;
    this.data = data;
    this.out = out;
  }

  /// A headline and the document that tells the same, or, not `same`, another story.
  private record Pair(String set, String own, String headline, String other, boolean same) {}

  private static final class Counts {
    int pairs;
    int found;
    int taken;
    int mentions;
    int shown;
  }

  /// Every answer but the claim's own document, a line each, for a reading by hand.
  List<String> answers() {
    return answers;
  }

  /// The documents of the labelled pairs, to be written beside the corpus.
  List<Document> documents() throws IOException {
    Map<String, Document> documents = new LinkedHashMap<>();
    for (String set : List.of("tgcontest-news-pairs", "nyan-telegram-pairs")) {
      for (JsonNode pair : data.read(FOLDER + "dedup-pairs/" + set + ".jsonl.gz")) {
        for (String side : List.of("first", "second")) {
          Document document = document(pair.path(side));
          documents.putIfAbsent(document.id(), document);
        }
      }
    }
    return List.copyOf(documents.values());
  }

  private static Document document(JsonNode side) {
    String url = canonical(side.path("url").asText());
    return TraceCorpus.document(
        url,
        CanonicalUrl.parse(url).map(CanonicalUrl::host).orElse("pairs"),
        side.path("title").asText(""),
        side.path("text").asText(),
        Languages.of(side.path("text").asText()),
        Optional.of(Instant.parse("2020-05-01T00:00:01Z")),
        List.of());
  }

  void run(List<Document> corpus) throws IOException {
    Map<String, Counts> counts = new LinkedHashMap<>();
    for (Pair pair : pairs(corpus)) {
      String kind = pair.set() + (pair.same() ? ", same" : ", another");
      judge(pair, counts.computeIfAbsent(kind, _ -> new Counts()));
    }
    out.printf("%nRetold: the headline of one publication, and whether the other is found%n");
    out.printf(
        "%-32s %9s %8s %8s %9s %9s%n", "set", "headlines", "found", "edited", "mention", "answers");
    counts.forEach(
        (set, one) ->
            out.printf(
                "%-32s %9d %8.3f %8.3f %9.3f %9.2f%n",
                set,
                one.pairs,
                (double) one.found / one.pairs,
                (double) one.taken / one.pairs,
                (double) one.mentions / one.pairs,
                (double) one.shown / one.pairs));
  }

  private List<Pair> pairs(List<Document> corpus) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String set : List.of("tgcontest-news-pairs", "nyan-telegram-pairs")) {
      for (JsonNode pair : data.read(FOLDER + "dedup-pairs/" + set + ".jsonl.gz")) {
        boolean same = pair.path("label").asText().equalsIgnoreCase("ok");
        Document one = document(pair.path("first"));
        Document other = document(pair.path("second"));
        pairs.add(new Pair(set, one.id(), headline(one), other.id(), same));
        pairs.add(new Pair(set, other.id(), headline(other), one.id(), same));
      }
    }
    Map<String, Document> byId = new HashMap<>();
    corpus.forEach(document -> byId.put(document.id(), document));
    for (JsonNode link : data.read(FOLDER + "telegram-contest-20191101.citations.jsonl.gz")) {
      Document from = byId.get(DocumentId.of(canonical(link.path("from_url").asText())));
      Document to = byId.get(DocumentId.of(canonical(link.path("to_url").asText())));
      if (link.path("cross_source").asBoolean() && from != null && to != null) {
        pairs.add(new Pair("linked articles", from.id(), headline(from), to.id(), true));
      }
    }
    return pairs;
  }

  private static String headline(Document document) {
    String title = document.content().title();
    String body = document.content().body();
    return title.isBlank() ? Sentences.of(body).getFirst().of(body) : title;
  }

  private static String canonical(String url) {
    return CanonicalUrl.parse(url).map(CanonicalUrl::value).orElse(url);
  }

  private void judge(Pair pair, Counts counts) throws IOException {
    List<Appearance> shown =
        switch (tracer.trace(TraceRequest.ofText(pair.headline()))) {
          case TraceResult.Traced(Trace trace) -> trace.appearances();
          case TraceResult.Unknown _, TraceResult.Rejected _ -> List.of();
        };
    counts.pairs++;
    for (Appearance one : shown) {
      if (one.document().id().equals(pair.own())) {
        continue;
      }
      counts.shown++;
      boolean other = one.document().id().equals(pair.other());
      if (other) {
        switch (one.match()) {
          case VERBATIM, EDITED -> counts.taken++;
          case PARAPHRASE -> {}
          case MENTION -> counts.mentions++;
        }
        counts.found++;
      }
      answers.add(
          (other ? pair.same() ? "pair" : "PAIR OF ANOTHER STORY" : "answer")
              + " "
              + one.match().label()
              + " %.2f".formatted(one.score())
              + "\n    claim: "
              + pair.headline()
              + "\n    shown: "
              + one.passage().text().replace('\n', ' '));
    }
  }
}
