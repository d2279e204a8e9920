package letopis.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// What raises a hit above others that match as well: the words at the start of the text, in the
/// very form typed, close together.
final class Better {
  private final Ranking ranking;

  Better(Ranking ranking) {
    this.ranking = ranking;
  }

  /// The clauses; none for a single word or fewer.
  ArrayNode clauses(List<Query.Word> words) {
    List<ObjectNode> clauses = new ArrayList<>();
    String text = String.join(" ", words.stream().map(Query.Word::text).toList());
    if (!words.isEmpty() && ranking.start() > 0) {
      clauses.add(match("match", "body.start", text, ranking.start()));
    }
    if (!words.isEmpty() && ranking.exact() > 0) {
      clauses.add(match("match", "body.exact", text, ranking.exact()));
    }
    if (words.size() > 1 && ranking.phrase() > 0) {
      ObjectNode near = match("match_phrase", "body", text, ranking.phrase());
      ((ObjectNode) near.get("match_phrase").get("body")).put("slop", ranking.slop());
      clauses.add(near);
    }
    return Json.array(clauses);
  }

  private static ObjectNode match(String kind, String field, String text, double boost) {
    ObjectNode options = Json.object().put("query", text).put("boost", boost);
    return Json.object(kind, Json.object(field, options));
  }
}
