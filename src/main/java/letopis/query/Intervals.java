package letopis.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import letopis.query.Query.Positional;
import letopis.text.Words;

/// Compiles what has to do with places in a text to Elasticsearch's `intervals`.
final class Intervals {
  private final Inflections inflections;

  Intervals(Inflections inflections) {
    this.inflections = inflections;
  }

  /// The part in any one of the fields.
  ObjectNode query(Positional part, List<String> fields) {
    return Json.bestOf(
        fields.stream()
            .map(field -> Json.object("intervals", Json.object(field, rule(part, field))))
            .toList());
  }

  private ObjectNode rule(Positional part, String field) {
    return switch (part) {
      case Query.Word word -> word(word, field);
      case Query.Phrase phrase -> allOf(parts(phrase, field), true, phrase.gaps());
      case Query.Near near -> allOf(rules(near.parts(), field), false, near.distance());
      case Query.AnyOf any ->
          anyOf(any.options().stream().map(option -> rule(option, field)).toList());
      case Query.SameSentence same -> {
        ObjectNode all = allOf(rules(same.parts(), field), false, -1);
        ((ObjectNode) all.get("all_of"))
            .set("filter", Json.object("not_containing", sentenceEnd()));
        yield all;
      }
    };
  }

  private List<ObjectNode> rules(List<? extends Positional> parts, String field) {
    return parts.stream().map(part -> rule(part, field)).toList();
  }

  /// The words, and between them the ends of sentences that were typed; where other words may stand
  /// between, so may these.
  private List<ObjectNode> parts(Query.Phrase phrase, String field) {
    List<ObjectNode> parts = new ArrayList<>();
    for (int i = 0; i < phrase.words().size(); i++) {
      parts.add(word(phrase.words().get(i), field));
      if (phrase.gaps() == 0 && phrase.ends().contains(i)) {
        parts.add(sentenceEnd());
      }
    }
    return parts;
  }

  private static ObjectNode sentenceEnd() {
    return Json.object("match", Json.object().put("query", SentenceEnds.TOKEN));
  }

  private static ObjectNode allOf(List<ObjectNode> rules, boolean ordered, int gaps) {
    ObjectNode all = Json.object("intervals", Json.array(rules));
    all.put("ordered", ordered).put("max_gaps", gaps);
    return Json.object("all_of", all);
  }

  private static ObjectNode anyOf(List<ObjectNode> rules) {
    return rules.size() == 1
        ? rules.getFirst()
        : Json.object("any_of", Json.object("intervals", Json.array(rules)));
  }

  private ObjectNode word(Query.Word word, String field) {
    return switch (word.form()) {
      case EXACT -> match(word.text(), field + ".exact");
      case PREFIX -> prefix(word.text(), field);
      case ANY -> {
        List<ObjectNode> forms = new ArrayList<>();
        forms.add(match(word.text(), ""));
        for (Inflections.Form form : inflections.of(Words.normalize(word.text()))) {
          forms.add(match(form.text(), form.exact() ? field + ".exact" : ""));
        }
        yield anyOf(forms);
      }
    };
  }

  private static ObjectNode match(String text, String otherField) {
    ObjectNode match = Json.object().put("query", text).put("ordered", true).put("max_gaps", 0);
    if (!otherField.isEmpty()) {
      match.put("use_field", otherField);
    }
    return Json.object("match", match);
  }

  /// `северо-вост*` is two words, of which the last is cut off.
  private static ObjectNode prefix(String text, String field) {
    List<letopis.text.Word> words = Words.of(text);
    List<ObjectNode> rules = new ArrayList<>();
    for (int i = 0; i < words.size() - 1; i++) {
      rules.add(match(words.get(i).norm(), field + ".exact"));
    }
    String last = words.isEmpty() ? text : words.getLast().norm();
    rules.add(
        Json.object(
            "prefix", Json.object().put("prefix", last).put("use_field", field + ".exact")));
    if (rules.size() == 1) {
      return rules.getFirst();
    }
    ObjectNode all = Json.object("intervals", Json.array(rules));
    return Json.object("all_of", all.put("ordered", true).put("max_gaps", 0));
  }
}
