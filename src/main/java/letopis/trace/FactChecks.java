package letopis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// The known reviews of claims: kept in the index `claims`, found by a claim's words.
/// Thread-safe.
public final class FactChecks {
  /// Reviews less similar than this are not named beside a trace.
  static final double LEAST = 0.33;

  private static final int NAMED = 5;

  /// Content words that a named review must share with the text.
  private static final int COMMON = 2;

  private static final double BY_SEARCH = 0.6;
  private static final double BY_WORDS = 0.4;
  private static final double BY_STANDING = 0.4;
  private static final double SCALE = 2 / 3.0;

  /// So many of the best are asked for at least, to tell an answer from those that only share
  /// words.
  private static final int CROWD = 10;

  /// What an answer of fewer reviews counts for standing out.
  private static final double STANDING = 0.5;

  /// Words of a long text that are searched for.
  private static final int WORDS = 120;

  /// What a run of four letters counts beside a word; a word has several.
  private static final double FOURS = 0.3;

  private static final int RUN = 4;

  /// So many runs are searched for at most, well below the clauses that a query may have.
  private static final int RUNS = 600;

  /// Links say nothing of what a post claims.
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S+|\\b[\\w-]+(?:\\.[\\w-]+){1,5}/\\S*");

  private final Indices indices;
  private final DocumentStore documents;
  private final Retrieval retrieval;

  public FactChecks(Indices indices) {
    this.indices = indices;
    this.documents = new DocumentStore(indices);
    this.retrieval = new Retrieval(indices);
  }

  /// The same review may be there twice, from two publishers or under two addresses, and scores the
  /// same: the one published first comes first, undated ones after it, then by id, a shorter one
  /// before a longer, so that numbers stand in their order. Without this the order would be that of
  /// the index's segments, which is chance.
  public static final Comparator<JsonNode> BEST_FIRST =
      Comparator.comparingDouble(FactChecks::score)
          .reversed()
          .thenComparing(hit -> hit.at("/_source/reviewed_at").asText("9"))
          .thenComparing(FactChecks::id, Comparator.comparingInt(String::length))
          .thenComparing(FactChecks::id);

  /// The reviews most like a text, best first as the search engine has it, each with a similarity
  /// of 0..1 for people to judge by.
  ///
  /// @param most at most 50
  public List<Trace.FactCheck> search(String text, int most) throws IOException {
    return present(
        found(text, most, Optional.empty()).stream().map(Found::check).toList(), Optional.empty());
  }

  /// Those whose page, if they were read from one, is still kept, with whether it is gone.
  private List<Trace.FactCheck> present(List<Trace.FactCheck> checks, Optional<Past> past)
      throws IOException {
    Set<String> ids = new HashSet<>();
    checks.forEach(check -> check.document().ifPresent(ids::add));
    Map<String, Document> pages =
        past.isPresent()
            ? retrieval.in(past).latest(ids)
            : ids.isEmpty() ? Map.of() : documents.getAll(ids);
    return checks.stream()
        .filter(check -> check.document().map(pages::containsKey).orElse(true))
        .map(
            check ->
                check.removed(check.document().flatMap(id -> pages.get(id).times().removedAt())))
        .toList();
  }

  /// @param telling whether it stands out from others, or has several words in common with the text
  private record Found(Trace.FactCheck check, boolean telling) {}

  private List<Found> found(String text, int most, Optional<Past> past) throws IOException {
    String asked = ADDRESS.matcher(text).replaceAll(" ");
    List<Word> words = Words.of(asked);
    ObjectNode query = query(asked, words, most);
    past.ifPresent(
        then ->
            query
                .withObject("/query/bool")
                .putArray("must_not")
                .addObject()
                .putObject("range")
                .putObject("reviewed_at")
                .put("gt", then.at().toString()));
    List<JsonNode> hits = new ArrayList<>();
    indices.elasticsearch().search(indices.alias("claims"), query).hits().forEach(hits::add);
    hits.sort(BEST_FIRST);
    double crowd = crowd(hits);
    List<Found> found = new ArrayList<>();
    for (JsonNode hit : hits.subList(0, Math.min(most, hits.size()))) {
      double score = score(hit);
      double standing = crowd == 0 ? STANDING : Math.clamp(score / crowd - 1, 0, 2);
      Trace.FactCheck check = check(hit, score / score(hits.getFirst()), standing, words);
      found.add(new Found(check, crowd > 0 || common(hit, words) >= COMMON));
    }
    return List.copyOf(found);
  }

  private static double score(JsonNode hit) {
    return hit.path("_score").asDouble();
  }

  private static String id(JsonNode hit) {
    return hit.path("_id").asText();
  }

  /// What reviews score that merely have words in common with a text: the mean of the sixth to the
  /// tenth; 0 when there are not so many.
  private static double crowd(List<JsonNode> hits) {
    return hits.size() < CROWD
        ? 0
        : hits.subList(CROWD / 2, CROWD).stream()
            .mapToDouble(FactChecks::score)
            .average()
            .orElse(0);
  }

  /// One review is one text of claim, headline and beginning. It is compared by stems, by the first
  /// five letters of words, which also brings together what a stemmer keeps apart, and by runs of
  /// four letters, which find words inside of others (`#JustSaying`, names of accounts).
  private static ObjectNode query(String text, List<Word> words, int most) {
    String all = joined(text, words.stream());
    String telling = joined(text, words.stream().filter(word -> !StopWords.has(word.norm())));
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", most + CROWD);
    body.putObject("_source").putArray("excludes").add("body");
    ArrayNode should = body.putObject("query").putObject("bool").putArray("should");
    match(should, "words", telling.isEmpty() ? all : telling, 1);
    match(should, "words.roots", all, 1);
    match(should, "words.fours", fours(words), FOURS).put("analyzer", "whitespace");
    return body;
  }

  /// The runs of four letters of the telling words. Cut here, not by the index's analyzer: runs of
  /// one word stand at one place there, and what stands at one place is searched for as synonyms
  /// are, as if one of them were as good as all.
  private static String fours(List<Word> words) {
    return words.stream()
        .map(Word::norm)
        .filter(norm -> !StopWords.has(norm))
        .distinct()
        .limit(WORDS)
        .flatMap(
            norm ->
                IntStream.rangeClosed(0, norm.length() - RUN)
                    .mapToObj(at -> norm.substring(at, at + RUN)))
        .limit(RUNS)
        .collect(Collectors.joining(" "));
  }

  /// Each word once, as it is written: the index cuts and folds it in its own way.
  private static String joined(String text, Stream<Word> words) {
    Map<String, String> written = new LinkedHashMap<>();
    words.forEach(
        word -> written.putIfAbsent(word.norm(), text.substring(word.start(), word.end())));
    return String.join(" ", written.values().stream().limit(WORDS).toList());
  }

  private static ObjectNode match(ArrayNode should, String field, String words, double boost) {
    return should
        .addObject()
        .putObject("match")
        .putObject(field)
        .put("query", words)
        .put("boost", boost);
  }

  /// The reviews to name beside a trace. Where so few reviews answer that none can stand out from
  /// the others, the best one may have hardly a word in common with a text: one is not enough then.
  public List<Trace.FactCheck> matching(String text) throws IOException {
    return matching(text, Optional.empty());
  }

  /// The same of the archive as it was then; empty for now.
  List<Trace.FactCheck> matching(String text, Optional<Past> past) throws IOException {
    return present(
        found(text, NAMED, past).stream()
            .filter(found -> found.check().score() >= LEAST && found.telling())
            .map(Found::check)
            .toList(),
        past);
  }

  /// Similarity: the part of the best score, damped by the words that both have, those words, and
  /// how far the score stands out from the crowd, scaled to 0..1.
  private static Trace.FactCheck check(
      JsonNode hit, double relative, double standing, List<Word> words) {
    JsonNode source = hit.path("_source");
    String claim = source.path("claim").asText();
    double shared =
        Math.max(
            shared(words, Words.of(claim)), shared(words, Words.of(source.path("title").asText())));
    double score =
        BY_SEARCH * relative * Math.sqrt(shared) + BY_WORDS * shared + BY_STANDING * standing;
    return new Trace.FactCheck(
        id(hit),
        claim,
        source.path("rating").asText(),
        source.path("publisher").asText(),
        Optional.ofNullable(source.path("url").textValue()),
        Optional.ofNullable(source.path("reviewed_at").textValue()).map(Instant::parse),
        Optional.ofNullable(source.path("document").textValue()),
        Optional.empty(),
        Math.min(1, SCALE * score));
  }

  /// How many content words the claim or the headline of a review has in common with a text.
  private static int common(JsonNode hit, List<Word> words) {
    JsonNode source = hit.path("_source");
    return Math.max(
        common(words, Words.of(source.path("claim").asText())),
        common(words, Words.of(source.path("title").asText())));
  }

  private static int common(List<Word> one, List<Word> other) {
    Set<String> stems = stems(one);
    stems.retainAll(stems(other));
    return stems.size();
  }

  /// Share of the smaller side's content stems that the other has too.
  private static double shared(List<Word> one, List<Word> other) {
    int smaller = Math.min(stems(one).size(), stems(other).size());
    return smaller == 0 ? 0 : (double) common(one, other) / Math.max(smaller, 4);
  }

  private static Set<String> stems(List<Word> words) {
    Set<String> stems = new HashSet<>();
    words.stream()
        .filter(word -> !StopWords.has(word.norm()))
        .forEach(word -> stems.add(word.stem()));
    return stems;
  }
}
