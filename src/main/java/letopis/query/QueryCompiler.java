package letopis.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    ArrayNode better = new Better(ranking).clauses(words);
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
      case Query.Value value -> value(value);
      case Query.Range range -> range(range);
      case Query.And and -> and(and, fields);
      case Query.Or or ->
          Json.bool("should", or.parts().stream().map(part -> match(part, fields)).toList());
      case Query.Not not -> Json.bool("must_not", List.of(match(not.query(), fields)));
      case Query.Best best -> best(best, fields);
    };
  }

  private ObjectNode best(Query.Best best, List<String> fields) {
    ObjectNode any =
        Json.bool("should", best.words().stream().map(word -> word(word, fields)).toList());
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
        case Query.Value _, Query.Range _ -> filter.add(match(part, fields));
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
        for (String form : inflections.of(Words.normalize(word.text()))) {
          forms.add(together(form, weighted(fields)));
        }
        yield Json.bestOf(forms);
      }
    };
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
    List<String> texts = phrase.words().stream().map(Query.Word::text).toList();
    return together(String.join(" ", texts), exact ? exact(fields) : weighted(fields));
  }

  /// The text as the index cuts it, in one piece, in the best of the fields.
  private static ObjectNode together(String typed, List<String> fields) {
    // The index knows an abbreviation («ул.») by the space before it.
    String text = typed.indexOf(". ") > 0 ? " " + typed : typed;
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
    return fields.stream().map(this::weighted).toList();
  }

  private String weighted(String field) {
    double weight =
        switch (field) {
          case "title" -> ranking.title();
          case "lead" -> ranking.lead();
          default -> 1;
        };
    return weight == 1 ? field : field + "^" + weight;
  }

  private static List<String> exact(List<String> fields) {
    return fields.stream().map(field -> field + ".exact").toList();
  }

  private static ObjectNode value(Query.Value value) {
    if (value.field().kind() == Field.Kind.ADDRESS) {
      return address(value);
    }
    if (value.field() == Field.AUTHOR) {
      String kind = value.prefix() ? "match_phrase_prefix" : "match_phrase";
      return Json.object(kind, Json.object().put("authors.words", value.value()));
    }
    // Ids, kinds, languages and hosts are kept in small letters, tags have a field that is.
    String field = value.field() == Field.TAG ? "tags.folded" : value.field().indexed();
    String small = value.value().toLowerCase(Locale.ROOT);
    return Json.object(value.prefix() ? "prefix" : "term", Json.object().put(field, small));
  }

  /// An address with or without its scheme, under any of the names the document has.
  private static ObjectNode address(Query.Value value) {
    Set<String> spellings = new LinkedHashSet<>();
    String typed = value.value();
    String lower = typed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      spellings.add(typed);
    } else {
      for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
        spellings.add(scheme + typed);
      }
    }
    List<ObjectNode> any = new ArrayList<>();
    for (String field : List.of("url", "canonical_url", "aliases")) {
      if (value.prefix()) {
        for (String spelling : spellings) {
          any.add(Json.object("prefix", Json.object().put(field, spelling)));
        }
      } else {
        ObjectNode terms = Json.object();
        ArrayNode values = terms.putArray(field);
        for (String spelling : spellings) {
          values.add(spelling);
          if (spelling.indexOf('/', 8) < 0) {
            values.add(spelling + "/");
          }
        }
        any.add(Json.object("terms", terms));
      }
    }
    return Json.bool("should", any);
  }

  private static ObjectNode range(Query.Range range) {
    ObjectNode bounds = Json.object();
    range.from().ifPresent(from -> bounds.put("gte", from.toString()));
    range.until().ifPresent(until -> bounds.put("lt", until.toString()));
    return Json.object("range", Json.object(range.field().indexed(), bounds));
  }
}
