package letopis.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import letopis.bench.RealData;
import letopis.bench.search.RelevanceSets.Item;
import letopis.query.Inflections;
import letopis.query.Query;
import letopis.query.QueryCompiler;
import letopis.query.Ranking;
import letopis.query.RussianDictionary;
import letopis.text.Span;
import letopis.text.Words;

/// Whether a result depends on the case that the analyst typed: every form of a name that people
/// annotated in real texts is a query; right are the texts that have any form of that name.
public final class FormsBench {
  private static final int MOST_TEXTS = 1_000;

  private final RelevanceIndex index;
  private final RealData data;

  FormsBench(RelevanceIndex index, RealData data) {
    this.index = index;
    this.data = data;
  }

  /// Whether the form of a word matters to one contender.
  ///
  /// @param queries forms typed
  /// @param recall mean share of the texts with any form of the name that are found
  /// @param precision mean share of what is found that has a form of the name
  public record FormScore(String contender, int queries, double recall, double precision) {}

  /// Every contender.
  List<FormScore> scores() throws IOException {
    Map<String, Set<String>> forms = new TreeMap<>();
    Map<String, Item> texts = new TreeMap<>();
    for (JsonNode record : data.read("5-news-corpora/slavic-ner-topics.jsonl.gz")) {
      if (record.path("lang").asText().equals("ru")) {
        texts.put("d" + texts.size(), new Item(record.path("text").asText(), ""));
        record.path("entities").forEach(entity -> learn(entity, forms));
      }
    }
    forms.values().removeIf(set -> set.size() < 2);
    Map<String, Set<String>> holders = new HashMap<>();
    texts.forEach(
        (id, item) ->
            Words.of(item.text())
                .forEach(w -> holders.computeIfAbsent(w.norm(), _ -> new HashSet<>()).add(id)));
    for (String analysis : List.of("ours", "russian", "light")) {
      index.fill("forms-" + analysis, analysis, texts);
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
      String where,
      Function<String, ObjectNode> query,
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
    List<List<String>> found = index.search(where, typed.stream().map(query).toList(), MOST_TEXTS);
    double recall = 0;
    double precision = 0;
    for (int i = 0; i < typed.size(); i++) {
      Set<String> hits = new HashSet<>(found.get(i));
      int all = hits.size();
      hits.retainAll(right.get(i));
      recall += (double) hits.size() / right.get(i).size();
      precision += all == 0 ? 1 : (double) hits.size() / all;
    }
    return new FormScore(name, typed.size(), recall / typed.size(), precision / typed.size());
  }
}
