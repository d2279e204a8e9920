package letopis.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import letopis.bench.RealData;

/// The questions with known answers that relevance is measured by.
final class RelevanceSets {
  private final RealData data;
  private final int limit;

  /// @param limit queries of each set at most
  RelevanceSets(RealData data, int limit) {
    this.data = data;
    this.limit = limit;
  }

  /// One query and the ids of what answers it.
  record Topic(String text, Set<String> relevant) {}

  /// What is searched.
  ///
  /// @param url empty where a set has no addresses
  record Item(String text, String url) {}

  /// A collection to search.
  record Collection(String name, Map<String, Item> items, Map<String, List<Topic>> topics) {}

  /// The Russian collections, by which weights were chosen.
  List<Collection> russian() throws IOException {
    return List.of(xquad("ru"), articles(), news("ru"));
  }

  /// Texts in other languages, which must be found by their words.
  List<Collection> others() throws IOException {
    return List.of(
        xquad("en"),
        xquad("zh"),
        xquad("de"),
        news("en"),
        news("uk"),
        labelled("masakhanews-africa", "eng"),
        labelled("bruk-press-uk", "uk"),
        labelled("slavic-ner-topics", "uk"),
        labelled("slavic-ner-topics", "bg"),
        labelled("slavic-ner-topics", "pl"));
  }

  private Collection xquad(String language) throws IOException {
    Map<String, Item> items = new TreeMap<>();
    for (JsonNode passage : data.read("7-relevance/xquad/" + language + ".passages.jsonl.gz")) {
      items.put(passage.path("id").asText(), new Item(passage.path("text").asText(), ""));
    }
    List<Topic> topics = new ArrayList<>();
    for (JsonNode query : data.read("7-relevance/xquad/" + language + ".queries.jsonl.gz")) {
      Set<String> relevant = new HashSet<>();
      query.path("relevant").forEach(id -> relevant.add(id.asText()));
      topics.add(new Topic(query.path("text").asText(), relevant));
    }
    return new Collection(
        "xquad-" + language, items, Map.of("XQuAD " + language + ", questions", cut(topics)));
  }

  /// Long articles, each to be found by its title and by its summary, which are not indexed.
  private Collection articles() throws IOException {
    Map<String, Item> items = new TreeMap<>();
    List<Topic> titles = new ArrayList<>();
    List<Topic> summaries = new ArrayList<>();
    for (String name : List.of("ru-rt-keywords", "ru-ng-keywords")) {
      for (JsonNode article : data.read("5-news-corpora/" + name + ".jsonl.gz")) {
        String id = "a" + items.size();
        items.put(id, new Item(article.path("text").asText(), article.path("url").asText("")));
        add(titles, article.path("title").asText(""), id);
        add(summaries, article.path("summary").asText(""), id);
      }
    }
    Map<String, List<Topic>> topics = new TreeMap<>();
    topics.put("articles by title", cut(titles));
    topics.put("articles by summary", cut(summaries));
    return new Collection("articles", items, topics);
  }

  /// The news of one day in one language, of many sources.
  private Collection news(String language) throws IOException {
    return byTitle("news", "telegram-contest-20191101", language, "news of a day by title");
  }

  private Collection labelled(String corpus, String language) throws IOException {
    return byTitle(corpus, corpus, language, corpus.replaceAll("-.*", "") + " by title");
  }

  /// The texts of a corpus in one language, each to be found by its title, which is not indexed.
  private Collection byTitle(String name, String corpus, String language, String label)
      throws IOException {
    Map<String, Item> items = new TreeMap<>();
    List<Topic> titles = new ArrayList<>();
    for (JsonNode article : data.read("5-news-corpora/" + corpus + ".jsonl.gz")) {
      String title = article.path("title").asText("");
      String text = article.path("text").asText("");
      if (article.path("lang").asText().equals(language) && !text.isBlank()) {
        String id = "n" + items.size();
        String rest = text.startsWith(title) ? text.substring(title.length()) : text;
        items.put(id, new Item(rest, article.path("url").asText("")));
        add(titles, title, id);
      }
    }
    String topics = language.equals("ru") ? label : label + ", " + language;
    return new Collection(name + "-" + language, items, Map.of(topics, cut(titles)));
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
}
