package letopis.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import letopis.query.Query.Positional;
import letopis.text.Words;

/// Turns a checked query into an Elasticsearch query. The same query always gives the same JSON.
public final class QueryCompiler {
  private static final List<String> TEXT = List.of("title", "lead", "body");

  private final Inflections inflections;
  private final Intervals intervals;
  private final Ranking ranking;

  public QueryCompiler(Inflections inflections, Ranking ranking) {
    this.inflections = inflections;
    this.intervals = new Intervals(inflections);
    this.ranking = ranking;
  }

  /// The query with what makes one hit better than another.
  public ObjectNode ranked(Query query) {
    ObjectNode matching = match(query, TEXT);
    List<Query.Word> words = new ArrayList<>();
    collect(query, words);
    ArrayNode better = new Better(ranking).clauses(words, !looksAtAddresses(query));
    if (better.isEmpty()) {
      return matching;
    }
    ObjectNode bool = Json.object();
    bool.set("must", Json.array(List.of(matching)));
    bool.set("should", better);
    return Json.object("bool", bool);
  }

  /// The query as a mere condition, for counting and for order by time.
  public ObjectNode condition(Query query) {
    return match(query, TEXT);
  }

  private static boolean looksAtAddresses(Query query) {
    return switch (query) {
      case Query.Best _ -> true;
      case Query.And and -> and.parts().stream().anyMatch(QueryCompiler::looksAtAddresses);
      default -> false;
    };
  }

  /// The words that a hit is looked for by, in the order typed.
  private static void collect(Query query, List<Query.Word> words) {
    switch (query) {
      case Query.And and -> and.parts().forEach(part -> collect(part, words));
      case Query.Word word -> {
        if (word.form() == Query.Form.ANY) {
          words.add(word);
        }
      }
      case Query.Or or -> or.parts().forEach(part -> collect(part, words));
      case Query.Best best -> words.addAll(best.words());
      case Query.Everything _,
          Query.Not _,
          Query.In _,
          Query.Value _,
          Query.By _,
          Query.Range _,
          Query.Phrase _,
          Query.AnyOf _,
          Query.Near _,
          Query.SameSentence _ -> {}
    }
  }

  private ObjectNode match(Query query, List<String> fields) {
    return switch (query) {
      case Query.Everything _ -> Json.object("match_all", Json.object());
      case Query.Word word -> word(word, fields);
      case Query.Phrase phrase -> phrase(phrase, fields);
      case Query.Near near -> intervals.query(near, fields);
      case Query.SameSentence same -> intervals.query(same, fields);
      case Query.AnyOf any -> intervals.query(any, fields);
      case Query.In in -> match(in.query(), List.of(in.field().indexed()));
      case Query.Value value -> Values.value(value);
      case Query.By by -> Values.by(by);
      case Query.Range range -> Values.range(range);
      case Query.And and -> and(and, fields);
      case Query.Or or ->
          Json.bool("should", or.parts().stream().map(part -> match(part, fields)).toList());
      case Query.Not not -> Json.bool("must_not", List.of(match(not.query(), fields)));
      case Query.Best best -> best(best, fields);
    };
  }

  /// A word of the address counts as had: many a headline is there in Latin letters, whatever the
  /// text calls things.
  private ObjectNode best(Query.Best best, List<String> fields) {
    List<ObjectNode> words = new ArrayList<>();
    for (Query.Word word : best.words()) {
      ObjectNode text = word(word, fields);
      ObjectNode address = Better.match(Better.ADDRESS, word.text(), ranking.address());
      words.add(ranking.address() > 0 ? Json.bool("should", List.of(text, address)) : text);
    }
    ObjectNode any = Json.bool("should", words);
    ((ObjectNode) any.get("bool")).put("minimum_should_match", best.required());
    return any;
  }

  private ObjectNode and(Query.And and, List<String> fields) {
    List<ObjectNode> must = new ArrayList<>();
    List<ObjectNode> filter = new ArrayList<>();
    List<ObjectNode> mustNot = new ArrayList<>();
    for (Query part : and.parts()) {
      switch (part) {
        case Query.Not not -> mustNot.add(match(not.query(), fields));
        case Query.Value _, Query.By _, Query.Range _ -> filter.add(match(part, fields));
        case Query.Everything _, Query.In _, Query.And _, Query.Or _, Query.Best _, Positional _ ->
            must.add(match(part, fields));
      }
    }
    ObjectNode bool = Json.object();
    put(bool, "must", must);
    put(bool, "filter", filter);
    put(bool, "must_not", mustNot);
    return Json.object("bool", bool);
  }

  private static void put(ObjectNode bool, String occurrence, List<? extends JsonNode> queries) {
    if (!queries.isEmpty()) {
      bool.set(occurrence, Json.array(queries));
    }
  }

  private ObjectNode word(Query.Word word, List<String> fields) {
    return switch (word.form()) {
      case EXACT -> together(word.text(), exact(fields));
      case PREFIX -> prefix(word, fields);
      case ANY -> {
        List<ObjectNode> forms = new ArrayList<>();
        forms.add(together(word.text(), weighted(fields)));
        for (Inflections.Form form : inflections.of(Words.normalize(word.text()))) {
          forms.add(together(form.text(), form.exact() ? weightedExact(fields) : weighted(fields)));
        }
        if (PlainText.isLoneCharacter(word.text())) {
          forms.addAll(inPairs(word.text(), fields));
        }
        yield Json.bestOf(forms);
      }
    };
  }

  /// Scripts without spaces are indexed by pairs of characters: 水 is found where a pair begins with
  /// it, and in the text, of which Han and Hiragana characters are indexed singly too, anywhere.
  private static List<ObjectNode> inPairs(String character, List<String> fields) {
    List<ObjectNode> found = new ArrayList<>();
    for (String field : fields) {
      ObjectNode start = Json.object().put("value", character);
      found.add(Json.object("prefix", Json.object(field, start)));
      if (field.equals("body")) {
        found.add(Json.object("match", Json.object().put("body.roots", character)));
      }
    }
    return found;
  }

  /// `северо-вост*` is several words to the index.
  private ObjectNode prefix(Query.Word word, List<String> fields) {
    List<letopis.text.Word> words = Words.of(word.text());
    if (words.size() > 1) {
      return intervals.query(word, fields);
    }
    String start = words.isEmpty() ? Words.normalize(word.text()) : words.getFirst().norm();
    return Json.bestOf(
        exact(fields).stream()
            .map(
                field ->
                    Json.object("prefix", Json.object(field, Json.object().put("value", start))))
            .toList());
  }

  private ObjectNode phrase(Query.Phrase phrase, List<String> fields) {
    boolean plain =
        phrase.gaps() == 0
            && phrase.words().stream()
                .allMatch(
                    word ->
                        word.form() == Query.Form.ANY
                            && inflections.of(Words.normalize(word.text())).isEmpty());
    boolean exact =
        phrase.gaps() == 0
            && phrase.words().stream().allMatch(word -> word.form() == Query.Form.EXACT);
    if (!plain && !exact) {
      return intervals.query(phrase, fields);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < phrase.words().size(); i++) {
      text.append(i == 0 ? "" : " ").append(phrase.words().get(i).text());
      text.append(phrase.ends().contains(i) ? " " + SentenceEnds.TOKEN : "");
    }
    return together(text.toString(), exact ? exact(fields) : weighted(fields));
  }

  /// The text as the index cuts it, in one piece, in the best of the fields.
  private static ObjectNode together(String text, List<String> fields) {
    if (fields.size() == 1) {
      return Json.object("match_phrase", Json.object().put(fields.getFirst(), text));
    }
    ObjectNode match = Json.object().put("query", text).put("type", "phrase");
    ArrayNode names = match.putArray("fields");
    fields.forEach(names::add);
    return Json.object("multi_match", match);
  }

  private List<String> weighted(List<String> fields) {
    if (fields.size() == 1) {
      return fields;
    }
    return fields.stream().map(field -> weighted(field, "")).toList();
  }

  private List<String> weightedExact(List<String> fields) {
    return fields.size() == 1
        ? exact(fields)
        : fields.stream().map(field -> weighted(field, ".exact")).toList();
  }

  private String weighted(String field, String part) {
    double weight =
        switch (field) {
          case "title" -> ranking.title();
          case "lead" -> ranking.lead();
          default -> 1;
        };
    return field + part + (weight == 1 ? "" : "^" + weight);
  }

  private static List<String> exact(List<String> fields) {
    return fields.stream().map(field -> field + ".exact").toList();
  }
}
