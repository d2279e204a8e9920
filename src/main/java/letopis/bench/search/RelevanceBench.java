package letopis.bench.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import letopis.bench.RealData;
import letopis.bench.search.FormsBench.FormScore;
import letopis.bench.search.RelevanceSets.Collection;
import letopis.bench.search.RelevanceSets.Topic;
import letopis.elasticsearch.Elasticsearch;
import letopis.query.Inflections;
import letopis.query.ParseOutcome;
import letopis.query.PlainText;
import letopis.query.QueryCompiler;
import letopis.query.QueryParser;
import letopis.query.Ranking;
import letopis.query.RussianDictionary;

/// Measures how well search finds what is meant: nDCG@10 and MRR@10 on questions (XQuAD) and on
/// known items (articles and news that are indexed without the title or summary they are looked for
/// by), and whether the form of a word matters. Beside ours: the plain `russian` analyzer of
/// Elasticsearch with BM25. Weights were chosen on the queries of even number; those of odd number
/// are the test.
public final class RelevanceBench {
  /// Something to measure: where it looks and what it asks.
  record Contender(String name, String analysis, Function<String, ObjectNode> query) {}

  /// What one contender reached on one set of queries.
  ///
  /// @param ndcg over all queries
  /// @param test over those of odd number
  public record Score(
      String collection, String contender, int queries, double ndcg, double test, double mrr) {}

  private static final int DEPTH = 10;

  /// The chosen ranking without the words of addresses, which often repeat the title.
  private static final Ranking TEXT_ONLY = new Ranking(2, 1, 0.4, 0.75, 0, 0, 0);

  private final RelevanceIndex index;
  private final RelevanceSets sets;
  private final RealData data;
  private final String only;

  /// @param limit queries of each set at most
  /// @param only collections whose name has this; empty for all
  public RelevanceBench(
      Elasticsearch elasticsearch, RealData data, int limit, String only, String prefix) {
    this.only = only;
    this.index = new RelevanceIndex(elasticsearch, prefix);
    this.sets = new RelevanceSets(data, limit);
    this.data = data;
  }

  /// Every contender on every set.
  public List<Score> scores() throws IOException {
    List<Score> scores = new ArrayList<>();
    for (Collection collection : sets.russian()) {
      scores(collection, List.of("ours", "russian", "light"), contenders(), scores);
    }
    scores.addAll(knownItems(scores));
    for (Collection collection : sets.others()) {
      scores(collection, List.of("ours", "standard"), neutral(), scores);
    }
    return scores;
  }

  /// All queries for known items together, each counting as one.
  private static List<Score> knownItems(List<Score> scores) {
    Map<String, List<Score>> byContender = new LinkedHashMap<>();
    for (Score score : scores) {
      if (score.collection().contains(" by ")) {
        byContender.computeIfAbsent(score.contender(), _ -> new ArrayList<>()).add(score);
      }
    }
    return byContender.entrySet().stream()
        .map(entry -> together(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Score together(String contender, List<Score> scores) {
    return new Score(
        "all known items",
        contender,
        scores.stream().mapToInt(Score::queries).sum(),
        mean(scores, Score::ndcg),
        mean(scores, Score::test),
        mean(scores, Score::mrr));
  }

  private static double mean(List<Score> scores, ToDoubleFunction<Score> of) {
    double queries = scores.stream().mapToInt(Score::queries).sum();
    return scores.stream().mapToDouble(s -> of.applyAsDouble(s) * s.queries()).sum() / queries;
  }

  private void scores(
      Collection collection, List<String> analyses, List<Contender> contenders, List<Score> scores)
      throws IOException {
    if (!collection.name().contains(only)) {
      return;
    }
    for (String analysis : analyses) {
      index.fill(collection.name() + "-" + analysis, analysis, collection.items());
    }
    for (Map.Entry<String, List<Topic>> topics : collection.topics().entrySet()) {
      for (Contender contender : contenders) {
        String where = collection.name() + "-" + contender.analysis();
        scores.add(score(topics.getKey(), where, contender, topics.getValue()));
      }
    }
  }

  /// Of other languages it is only asked whether their words find them.
  private static List<Contender> neutral() {
    return List.of(
        new Contender("words as written, BM25", "standard", RelevanceBench::plain),
        ours("ours without addresses", RussianDictionary.shared(), TEXT_ONLY),
        ours("ours, match=most", RussianDictionary.shared(), Ranking.CHOSEN));
  }

  /// Whether the form of a word matters.
  public List<FormScore> forms() throws IOException {
    return new FormsBench(index, data).scores();
  }

  private static List<Contender> contenders() {
    Inflections forms = RussianDictionary.shared();
    List<Contender> all = new ArrayList<>();
    all.add(new Contender("plain russian, BM25", "russian", RelevanceBench::plain));
    all.add(new Contender("light stemmer, BM25", "light", RelevanceBench::plain));
    all.add(ours("ours: words", Inflections.NONE, Ranking.PLAIN));
    all.add(ours("+ forms", forms, Ranking.PLAIN));
    all.add(ours("+ forms, start", forms, new Ranking(1, 1, 0.4, 0, 0, 0, 0)));
    all.add(ours("+ forms, roots", forms, new Ranking(1, 1, 0, 0.75, 0, 0, 0)));
    all.add(ours("+ forms, exact", forms, new Ranking(1, 1, 0, 0, 0.3, 0, 0)));
    all.add(ours("+ forms, nearness", forms, new Ranking(1, 1, 0, 0, 0, 0.5, 0)));
    all.add(ours("+ forms, address", forms, new Ranking(1, 1, 0, 0, 0, 0, 0.8)));
    all.add(ours("ours without addresses", forms, TEXT_ONLY));
    all.add(ours("ours, match=most", forms, Ranking.CHOSEN));
    QueryCompiler compiler = new QueryCompiler(forms, Ranking.CHOSEN);
    all.add(new Contender("ours, all words", "ours", text -> required(text, compiler)));
    return all;
  }

  private static Contender ours(String name, Inflections inflections, Ranking ranking) {
    QueryCompiler compiler = new QueryCompiler(inflections, ranking);
    return new Contender(name, "ours", text -> compiler.ranked(PlainText.query(text)));
  }

  /// As typed into the search field, without changing anything: every word is required.
  private static ObjectNode required(String text, QueryCompiler compiler) {
    return switch (QueryParser.parse(text)) {
      case ParseOutcome.Parsed parsed -> compiler.ranked(parsed.query());
      case ParseOutcome.Rejected _ -> {
        ObjectNode none = Elasticsearch.JSON.createObjectNode();
        none.putObject("match_none");
        yield none;
      }
    };
  }

  static ObjectNode plain(String text) {
    ObjectNode match = Elasticsearch.JSON.createObjectNode();
    match.putObject("match").put("body", text);
    return match;
  }

  private Score score(String set, String where, Contender contender, List<Topic> topics)
      throws IOException {
    double ndcg = 0;
    double test = 0;
    double mrr = 0;
    List<List<String>> found =
        index.search(
            where, topics.stream().map(Topic::text).map(contender.query()).toList(), DEPTH);
    for (int i = 0; i < topics.size(); i++) {
      Set<String> relevant = topics.get(i).relevant();
      double gain = 0;
      double first = 0;
      for (int rank = 0; rank < found.get(i).size(); rank++) {
        if (relevant.contains(found.get(i).get(rank))) {
          gain += discount(rank);
          first = first == 0 ? 1.0 / (rank + 1) : first;
        }
      }
      double best = 0;
      for (int rank = 0; rank < Math.min(DEPTH, relevant.size()); rank++) {
        best += discount(rank);
      }
      ndcg += gain / best;
      test += i % 2 == 0 ? 0 : gain / best;
      mrr += first;
    }
    return new Score(
        set,
        contender.name(),
        topics.size(),
        ndcg / topics.size(),
        test / Math.max(1, topics.size() / 2),
        mrr / topics.size());
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  /// Removes the indices of this run.
  public void close() throws IOException {
    index.close();
  }

  /// The table for people.
  public static String table(List<Score> scores, List<FormScore> forms) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%-24s %-24s %7s %8s %8s %8s%n"
            .formatted("queries", "search", "n", "nDCG@10", "odd only", "MRR@10"));
    for (Score score : scores) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-24s %-24s %7d %8.4f %8.4f %8.4f%n",
              score.collection(),
              score.contender(),
              score.queries(),
              score.ndcg(),
              score.test(),
              score.mrr()));
    }
    out.append(
        "%n%-24s %-24s %7s %8s %9s%n"
            .formatted("word forms", "search", "n", "recall", "precision"));
    for (FormScore score : forms) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-24s %-24s %7d %8.4f %9.4f%n",
              "SlavicNER ru",
              score.contender(),
              score.queries(),
              score.recall(),
              score.precision()));
    }
    return out.toString();
  }
}
