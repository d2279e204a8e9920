package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.text.Sentences;
import letopis.text.Span;
import letopis.trace.Match;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;

/// Traces claims that nobody wrote into the archive: the right answer is that it has none.
///
/// Some are sentences of articles kept out of it. Others report the same events and may say the
/// same, so an origin counts as told there when [RightAnswers#says] finds 60% of the claim's
/// content words close together in it. Others are headlines of months that the archive has next to
/// nothing of; there every answer is suspect.
final class AbsentBench {
  private static final String HEADLINES = "5-news-corpora/lenta-headlines-2024.jsonl.gz";

  private final RealData data;
  private final PrintStream out;
  private final Random random;
  private final List<String> errors = new ArrayList<>();

  /// @param seed the same one makes the same claims
  AbsentBench(RealData data, long seed, PrintStream out) {
    this.data = data;
    this.out = out;
    this.random = new Random(seed);
  }

  /// A sentence that is asked for, and the article it is taken from.
  record Kept(Document article, String sentence) {}

  /// Articles to keep out of the archive, each with one of its sentences.
  ///
  /// @param corpus not changed
  List<Kept> keepOut(List<Document> corpus, int count) {
    List<Document> shuffled = new ArrayList<>(Planted.usable(corpus));
    Collections.shuffle(shuffled, random);
    List<Kept> kept = new ArrayList<>();
    for (Document article : shuffled) {
      if (kept.size() == count) {
        break;
      }
      String body = article.content().body();
      List<Span> sentences = Sentences.of(body);
      String sentence = sentences.get(random.nextInt(sentences.size())).of(body);
      if (Planted.isFit(sentence)) {
        kept.add(new Kept(article, sentence));
      }
    }
    return kept;
  }

  /// Traces the sentences kept out and as many headlines; prints a line for each.
  void run(Tracer tracer, List<Kept> kept) throws IOException {
    out.printf("%nAbsent claims, answered with an origin (and how many of those do not tell it)%n");
    out.printf(
        "%-10s %7s %6s %14s %14s %14s%n",
        "claims", "traced", "none", "verbatim", "edited", "paraphrase");
    row(tracer, "sentences", kept.stream().map(Kept::sentence).toList());
    List<String> headlines = new ArrayList<>();
    for (JsonNode record : data.read(HEADLINES)) {
      headlines.add(record.path("title").asText());
    }
    Collections.shuffle(headlines, random);
    row(tracer, "headlines", headlines.subList(0, Math.min(kept.size(), headlines.size())));
  }

  private void row(Tracer tracer, String name, List<String> claims) throws IOException {
    Map<Match, Integer> answered = new EnumMap<>(Match.class);
    Map<Match, Integer> wrong = new EnumMap<>(Match.class);
    int none = 0;
    int traced = 0;
    for (String claim : claims) {
      Optional<Trace> trace =
          tracer.trace(TraceRequest.ofText(claim)) instanceof TraceResult.Traced(Trace found)
              ? Optional.of(found)
              : Optional.empty();
      traced += trace.isPresent() ? 1 : 0;
      Optional<Trace.Origin> origin = trace.flatMap(Trace::origin);
      none += trace.isPresent() && origin.isEmpty() ? 1 : 0;
      origin
          .map(Trace.Origin::appearance)
          .ifPresent(
              one -> {
                answered.merge(one.match(), 1, Integer::sum);
                boolean told = RightAnswers.says(one.document(), claim, RightAnswers.MOST_WORDS);
                wrong.merge(one.match(), told ? 0 : 1, Integer::sum);
                errors.add(
                    "ABSENT %s %s%s %.2f%n    claim: %s%n    shown: %s"
                        .formatted(
                            name,
                            told ? "" : "wrong ",
                            one.match().label(),
                            one.score(),
                            claim,
                            one.passage().text().replace('\n', ' ')));
              });
    }
    out.printf(
        Locale.ROOT,
        "%-10s %7d %6d %14s %14s %14s%n",
        name,
        traced,
        none,
        cell(answered, wrong, Match.VERBATIM),
        cell(answered, wrong, Match.EDITED),
        cell(answered, wrong, Match.PARAPHRASE));
  }

  private static String cell(Map<Match, Integer> answered, Map<Match, Integer> wrong, Match match) {
    return answered.getOrDefault(match, 0) + " (" + wrong.getOrDefault(match, 0) + ")";
  }

  /// Every answer, right or not, for a look by hand.
  List<String> errors() {
    return errors;
  }
}
