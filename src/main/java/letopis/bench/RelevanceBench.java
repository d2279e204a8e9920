package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.MappingFile;
import letopis.query.Inflections;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.QueryParser;
import letopis.query.Ranking;
import letopis.query.RussianDictionary;
import letopis.text.Span;
import letopis.text.Words;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/// Measures how well search finds what is meant: nDCG@10 and MRR@10 on questions (XQuAD) and on
/// known items (titles and summaries of articles that are indexed without them), and whether the
/// form of a word matters. Beside ours: the plain `russian` analyzer of Elasticsearch with BM25.
public final class RelevanceBench {
  /// One query and the ids of what answers it.
  record Topic(String text, Set<String> relevant) {}

  /// A collection to search.
  record Collection(String name, Map<String, String> texts, Map<String, List<Topic>> topics) {}

  /// Something to measure: where it looks and what it asks.
  record Contender(
      String name, String analysis, java.util.function.Function<String, ObjectNode> query) {}

  /// What one contender reached on one set of queries.
  public record Score(String collection, String contender, int queries, double ndcg, double mrr) {}

  /// Whether the form of a word matters to one contender.
  public record FormScore(String contender, int queries, double recall, double precision) {}

  private static final int DEPTH = 10;
  private static final int BATCH = 40;
  private final Elasticsearch elasticsearch;
  private final RealData data;
  private final int limit;
  private final String prefix;

  /// @param limit queries of each set at most
  public RelevanceBench(Elasticsearch elasticsearch, RealData data, int limit, String prefix) {
    this.elasticsearch = elasticsearch;
    this.data = data;
    this.limit = limit;
    this.prefix = prefix;
  }

  /// Every contender on every set.
  public List<Score> scores() throws IOException {
    List<Score> scores = new ArrayList<>();
    for (Collection collection : List.of(xquad(), knownItems())) {
      for (String analysis : List.of("ours", "russian", "light")) {
        index(collection.name() + "-" + analysis, analysis, collection.texts());
      }
      for (Map.Entry<String, List<Topic>> topics : collection.topics().entrySet()) {
        for (Contender contender : contenders()) {
          String index = collection.name() + "-" + contender.analysis();
          scores.add(score(topics.getKey(), index, contender, topics.getValue()));
        }
      }
    }
    return scores;
  }

  private static List<Contender> contenders() {
    Inflections forms = RussianDictionary.shared();
    List<Contender> all = new ArrayList<>();
    all.add(new Contender("plain russian, BM25", "russian", RelevanceBench::plain));
    all.add(new Contender("light stemmer, BM25", "light", RelevanceBench::plain));
    all.add(ours("ours: words", Inflections.NONE, Ranking.PLAIN));
    all.add(ours("+ dictionary", forms, Ranking.PLAIN));
    all.add(ours("+ start", forms, new Ranking(1, 1, Ranking.CHOSEN.start(), 0, 0, 0)));
    all.add(ours("+ exact forms", forms, new Ranking(1, 1, 0, Ranking.CHOSEN.exact(), 0, 0)));
    all.add(ours("+ nearness", forms, new Ranking(1, 1, 0, 0, 0.5, 10)));
    all.add(ours("ours", forms, Ranking.CHOSEN));
    return all;
  }

  private static Contender ours(String name, Inflections inflections, Ranking ranking) {
    QueryCompiler compiler = new QueryCompiler(inflections, ranking);
    return new Contender(name, "ours", text -> compiler.ranked(QueryParser.anyWords(text)));
  }

  private static ObjectNode plain(String text) {
    ObjectNode match = Elasticsearch.JSON.createObjectNode();
    match.putObject("match").put("body", text);
    return match;
  }

  private Collection xquad() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (JsonNode passage : data.read("7-relevance/xquad/ru.passages.jsonl.gz")) {
      texts.put(passage.path("id").asText(), passage.path("text").asText());
    }
    List<Topic> topics = new ArrayList<>();
    for (JsonNode query : data.read("7-relevance/xquad/ru.queries.jsonl.gz")) {
      Set<String> relevant = new HashSet<>();
      query.path("relevant").forEach(id -> relevant.add(id.asText()));
      topics.add(new Topic(query.path("text").asText(), relevant));
    }
    return new Collection("xquad", texts, Map.of("XQuAD ru, questions", cut(topics)));
  }

  private Collection knownItems() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Topic> titles = new ArrayList<>();
    List<Topic> summaries = new ArrayList<>();
    for (String name : List.of("ru-rt-keywords", "ru-ng-keywords")) {
      for (JsonNode article : data.read("5-news-corpora/" + name + ".jsonl.gz")) {
        String id = "a" + texts.size();
        texts.put(id, article.path("text").asText());
        add(titles, article.path("title").asText(""), id);
        add(summaries, article.path("summary").asText(""), id);
      }
    }
    Map<String, List<Topic>> topics = new TreeMap<>();
    topics.put("known item, titles", cut(titles));
    topics.put("known item, summaries", cut(summaries));
    return new Collection("known", texts, topics);
  }

  private static void add(List<Topic> topics, String text, String id) {
    if (!text.isBlank()) {
      topics.add(new Topic(text, Set.of(id)));
    }
  }

  /// Evenly spread, so that a part is like the whole.
  private List<Topic> cut(List<Topic> topics) {
    if (topics.size() <= limit) {
      return topics;
    }
    List<Topic> some = new ArrayList<>();
    for (int i = 0; i < limit; i++) {
      some.add(topics.get((int) ((long) i * topics.size() / limit)));
    }
    return some;
  }

  private void index(String name, String analysis, Map<String, String> texts) throws IOException {
    elasticsearch.request("PUT", "/" + prefix + name, body(analysis)).orThrow();
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      lines.append("{\"index\":{\"_id\":\"").append(text.getKey()).append("\"}}\n");
      ObjectNode document = Elasticsearch.JSON.createObjectNode().put("body", text.getValue());
      lines.append(Elasticsearch.JSON.writeValueAsString(document)).append('\n');
      if (lines.length() > 4_000_000) {
        bulk(name, lines);
      }
    }
    bulk(name, lines);
    elasticsearch
        .request("POST", "/" + prefix + name + "/_forcemerge?max_num_segments=1")
        .orThrow();
    elasticsearch.request("POST", "/" + prefix + name + "/_refresh").orThrow();
  }

  private void bulk(String name, StringBuilder lines) throws IOException {
    JsonNode answer =
        elasticsearch
            .request("POST", "/" + prefix + name + "/_bulk", utf8(lines), "application/x-ndjson")
            .orThrow()
            .json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("a document was refused: " + answer.at("/items/0"));
    }
    lines.setLength(0);
  }

  private static JsonNode body(String analysis) {
    if (analysis.equals("ours")) {
      return MappingFile.bundled().stream()
          .filter(file -> file.name().equals("documents"))
          .findFirst()
          .orElseThrow()
          .body();
    }
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.putObject("settings").put("number_of_shards", 1).put("number_of_replicas", 0);
    ObjectNode parts = body.withObject("/settings/analysis");
    // What the `russian` analyzer of Elasticsearch is made of.
    ArrayNode stopwords =
        parts.withObject("/filter/stops").put("type", "stop").putArray("stopwords");
    for (Object word : RussianAnalyzer.getDefaultStopSet()) {
      stopwords.add(new String((char[]) word));
    }
    parts
        .withObject("/filter/stems")
        .put("type", "stemmer")
        .put("language", analysis.equals("light") ? "light_russian" : "russian");
    ObjectNode analyzer = parts.withObject("/analyzer/plain").put("type", "custom");
    analyzer
        .put("tokenizer", "standard")
        .putArray("filter")
        .add("lowercase")
        .add("stops")
        .add("stems");
    body.withObject("/mappings/properties/body").put("type", "text").put("analyzer", "plain");
    return body;
  }

  private Score score(String set, String index, Contender contender, List<Topic> topics)
      throws IOException {
    double ndcg = 0;
    double mrr = 0;
    List<List<String>> found =
        search(index, topics.stream().map(Topic::text).map(contender.query()).toList(), DEPTH);
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
      mrr += first;
    }
    return new Score(
        set, contender.name(), topics.size(), ndcg / topics.size(), mrr / topics.size());
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  /// The ids that each query finds, best first.
  private List<List<String>> search(String index, List<ObjectNode> queries, int size)
      throws IOException {
    List<List<String>> found = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (ObjectNode query : queries.subList(from, Math.min(from + BATCH, queries.size()))) {
        ObjectNode body =
            Elasticsearch.JSON.createObjectNode().put("size", size).put("_source", false);
        body.set("query", query);
        lines.append("{}\n").append(body).append('\n');
      }
      JsonNode answers =
          elasticsearch
              .request(
                  "POST", "/" + prefix + index + "/_msearch", utf8(lines), "application/x-ndjson")
              .orThrow()
              .json();
      for (JsonNode answer : answers.path("responses")) {
        if (answer.has("error")) {
          throw new IOException("a query was refused: " + answer.path("error"));
        }
        List<String> ids = new ArrayList<>();
        answer.at("/hits/hits").forEach(hit -> ids.add(hit.path("_id").asText()));
        found.add(ids);
      }
    }
    return found;
  }

  private static byte[] utf8(StringBuilder lines) {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a result depends on the case that the analyst typed: every form of a name that people
  /// annotated in real texts is a query; right are the texts that have any form of that name.
  public List<FormScore> forms() throws IOException {
    Map<String, Set<String>> forms = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    for (JsonNode record : data.read("5-news-corpora/slavic-ner-topics.jsonl.gz")) {
      if (record.path("lang").asText().equals("ru")) {
        texts.put("d" + texts.size(), record.path("text").asText());
        record.path("entities").forEach(entity -> learn(entity, forms));
      }
    }
    forms.values().removeIf(set -> set.size() < 2);
    Map<String, Set<String>> holders = new HashMap<>();
    texts.forEach(
        (id, text) ->
            Words.of(text)
                .forEach(w -> holders.computeIfAbsent(w.norm(), _ -> new HashSet<>()).add(id)));
    for (String analysis : List.of("ours", "russian", "light")) {
      index("forms-" + analysis, analysis, texts);
    }
    List<FormScore> scores = new ArrayList<>();
    QueryCompiler words = new QueryCompiler(Inflections.NONE, Ranking.PLAIN);
    QueryCompiler dictionary = new QueryCompiler(RussianDictionary.shared(), Ranking.PLAIN);
    scores.add(formScore("plain russian", "forms-russian", RelevanceBench::plain, forms, holders));
    scores.add(formScore("light stemmer", "forms-light", RelevanceBench::plain, forms, holders));
    scores.add(
        formScore("ours: words", "forms-ours", w -> words.condition(word(w)), forms, holders));
    scores.add(formScore("ours", "forms-ours", w -> dictionary.condition(word(w)), forms, holders));
    return scores;
  }

  private static Query word(String text) {
    return new Query.Word(text, Query.Form.ANY, new Span(0, text.length()));
  }

  /// Words of an annotated name, each with its base form.
  private static void learn(JsonNode entity, Map<String, Set<String>> forms) {
    List<letopis.text.Word> form = Words.of(entity.path(2).asText());
    List<letopis.text.Word> lemma = Words.of(entity.path(3).asText());
    for (int i = 0; i < form.size() && form.size() == lemma.size(); i++) {
      String base = lemma.get(i).norm();
      if (base.length() > 2 && base.chars().allMatch(c -> c >= 'а' && c <= 'я')) {
        forms.computeIfAbsent(base, _ -> new HashSet<>(Set.of(base))).add(form.get(i).norm());
      }
    }
  }

  private FormScore formScore(
      String name,
      String index,
      java.util.function.Function<String, ObjectNode> query,
      Map<String, Set<String>> forms,
      Map<String, Set<String>> holders)
      throws IOException {
    List<String> typed = new ArrayList<>();
    List<Set<String>> right = new ArrayList<>();
    for (Set<String> set : forms.values()) {
      Set<String> texts = new HashSet<>();
      set.forEach(form -> texts.addAll(holders.getOrDefault(form, Set.of())));
      for (String form : set) {
        typed.add(form);
        right.add(texts);
      }
    }
    List<List<String>> found = search(index, typed.stream().map(query).toList(), 1000);
    double recall = 0;
    double precision = 0;
    for (int i = 0; i < typed.size(); i++) {
      Set<String> hits = new HashSet<>(found.get(i));
      int all = hits.size();
      hits.retainAll(right.get(i));
      recall += (double) hits.size() / right.get(i).size();
      precision += all == 0 ? 1 : (double) hits.size() / all;
      if (System.getProperty("letopis.relevance.misses") != null
          && hits.size() * 10 < right.get(i).size() * 9) {
        System.out.println(
            name + " misses " + typed.get(i) + " " + hits.size() + "/" + right.get(i).size());
      }
    }
    return new FormScore(name, typed.size(), recall / typed.size(), precision / typed.size());
  }

  /// Removes the indices of this run.
  public void close() throws IOException {
    JsonNode all = elasticsearch.request("GET", "/" + prefix + "*/_alias").orThrow().json();
    for (Map.Entry<String, JsonNode> index : all.properties()) {
      elasticsearch.request("DELETE", "/" + index.getKey()).orThrow();
    }
  }

  /// The table for people.
  public static String table(List<Score> scores, List<FormScore> forms) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%-24s %-24s %7s %8s %8s%n".formatted("queries", "search", "n", "nDCG@10", "MRR@10"));
    for (Score score : scores) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-24s %-24s %7d %8.4f %8.4f%n",
              score.collection(),
              score.contender(),
              score.queries(),
              score.ndcg(),
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
