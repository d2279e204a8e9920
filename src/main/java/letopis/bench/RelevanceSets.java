package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  /// A collection to search.
  record Collection(String name, Map<String, String> texts, Map<String, List<Topic>> topics) {}

  /// All collections.
  List<Collection> all() throws IOException {
    return List.of(xquad(), articles(), news());
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

  /// Long articles, each to be found by its title and by its summary, which are not indexed.
  private Collection articles() throws IOException {
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
    topics.put("articles by title", cut(titles));
    topics.put("articles by summary", cut(summaries));
    return new Collection("articles", texts, topics);
  }

  /// The Russian news of one day, of many sources, each to be found by its title.
  private Collection news() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Topic> titles = new ArrayList<>();
    for (JsonNode article : data.read("5-news-corpora/telegram-contest-20191101.jsonl.gz")) {
      String title = article.path("title").asText("");
      String text = article.path("text").asText("");
      if (article.path("lang").asText().equals("ru") && !text.isBlank()) {
        String id = "n" + texts.size();
        texts.put(id, text.startsWith(title) ? text.substring(title.length()) : text);
        add(titles, title, id);
      }
    }
    return new Collection("news", texts, Map.of("news of a day by title", cut(titles)));
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
