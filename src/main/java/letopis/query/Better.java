package letopis.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import letopis.text.StopWords;
import letopis.text.Words;

/// What raises a hit above others that match as well: the words at the start of the text, words of
/// the same roots, the very forms typed, words close together, words of the address. Stop words
/// raise nothing unless there are no others.
final class Better {
  /// How far from each other words may stand and still be near.
  private static final int NEAR = 10;

  static final String ADDRESS = "url.words";

  private final Ranking ranking;

  Better(Ranking ranking) {
    this.ranking = ranking;
  }

  /// The clauses; none without a word.
  ///
  /// @param address whether the words of the address are not looked for already
  ArrayNode clauses(List<Query.Word> words, boolean address) {
    List<String> all = words.stream().map(Query.Word::text).toList();
    List<String> carrying =
        all.stream().filter(word -> !StopWords.has(Words.normalize(word))).toList();
    List<String> used = carrying.isEmpty() ? all : carrying;
    String text = String.join(" ", used);
    List<ObjectNode> clauses = new ArrayList<>();
    if (!used.isEmpty()) {
      add(clauses, "body.start", text, ranking.start());
      add(clauses, "body.roots", text, ranking.roots());
      add(clauses, "body.exact", text, ranking.exact());
      add(clauses, ADDRESS, text, address ? ranking.address() : 0);
    }
    if (used.size() > 1 && ranking.near() > 0) {
      ObjectNode options = options(text, ranking.near()).put("slop", NEAR);
      clauses.add(Json.object("match_phrase", Json.object("body", options)));
    }
    return Json.array(clauses);
  }

  private static void add(List<ObjectNode> clauses, String field, String text, double boost) {
    if (boost > 0) {
      clauses.add(match(field, text, boost));
    }
  }

  /// Any of the words of a text in one field.
  static ObjectNode match(String field, String text, double boost) {
    return Json.object("match", Json.object(field, options(text, boost)));
  }

  private static ObjectNode options(String text, double boost) {
    return Json.object().put("query", text).put("boost", boost);
  }
}
