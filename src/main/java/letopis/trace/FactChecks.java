package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// The known reviews of claims: kept in the index `claims`, found by a claim's words.
/// Thread-safe.
public final class FactChecks {
  /// Reviews less similar than this are not named beside a trace.
  static final double LEAST = 0.4;

  private static final int CANDIDATES = 50;
  private static final int NAMED = 5;

  /// Part of the answer's score that comes from the search engine; the rest from shared words.
  private static final double BY_SEARCH = 0.6;

  /// Words of a long text that are searched for.
  private static final int WORDS = 120;

  private final Indices indices;

  public FactChecks(Indices indices) {
    this.indices = indices;
  }

  /// The reviews most like a text, best first, with a similarity of 0..1.
  ///
  /// @param most at most 50
  public List<Trace.FactCheck> search(String text, int most) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", CANDIDATES);
    ArrayNode should =
        body.putObject("query").putObject("dis_max").put("tie_breaker", 0.5).putArray("queries");
    List<Word> all = Words.of(text);
    String words = String.join(" ", all.stream().limit(WORDS).map(Word::norm).toList());
    should.addObject().putObject("match").put("claim", words);
    should.addObject().putObject("match").put("title", words);
    should.addObject().putObject("match").putObject("body").put("query", words).put("boost", 0.4);
    JsonNode hits =
        indices
            .elasticsearch()
            .request("POST", "/" + indices.alias("claims") + "/_search", body)
            .orThrow()
            .json()
            .path("hits");
    double best = hits.path("max_score").asDouble(1);
    List<Trace.FactCheck> checks = new ArrayList<>();
    for (JsonNode hit : hits.path("hits")) {
      checks.add(check(hit, hit.path("_score").asDouble() / best, all));
    }
    checks.sort(Comparator.comparingDouble(Trace.FactCheck::score).reversed());
    return List.copyOf(checks.subList(0, Math.min(most, checks.size())));
  }

  /// The reviews to name beside a trace.
  List<Trace.FactCheck> matching(String text) throws IOException {
    return search(text, NAMED).stream().filter(check -> check.score() >= LEAST).toList();
  }

  /// Similarity: the part of the search engine's best score, damped by the words that both have.
  private static Trace.FactCheck check(JsonNode hit, double relative, List<Word> words) {
    JsonNode source = hit.path("_source");
    String claim = source.path("claim").asText();
    double shared =
        Math.max(
            shared(words, Words.of(claim)), shared(words, Words.of(source.path("title").asText())));
    double score = BY_SEARCH * relative * Math.sqrt(shared) + (1 - BY_SEARCH) * shared;
    return new Trace.FactCheck(
        hit.path("_id").asText(),
        claim,
        source.path("rating").asText(),
        source.path("publisher").asText(),
        Optional.ofNullable(source.path("url").textValue()),
        Optional.ofNullable(source.path("reviewed_at").textValue()).map(Instant::parse),
        Math.min(1, score));
  }

  /// Share of the smaller side's content stems that the other has too.
  private static double shared(List<Word> one, List<Word> other) {
    Set<String> ours = stems(one);
    Set<String> theirs = stems(other);
    int smaller = Math.min(ours.size(), theirs.size());
    ours.retainAll(theirs);
    return smaller == 0 ? 0 : (double) ours.size() / Math.max(smaller, 4);
  }

  private static Set<String> stems(List<Word> words) {
    Set<String> stems = new HashSet<>();
    words.stream()
        .filter(word -> !StopWords.has(word.norm()))
        .forEach(word -> stems.add(word.stem()));
    return stems;
  }
}
