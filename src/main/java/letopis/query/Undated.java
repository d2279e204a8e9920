package letopis.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Documents of which nobody knows when they were published: they claim nothing, and we had not
/// looked before they were there. Their `published_at` is the moment of their import or of our
/// first look, which would make a spike of that day: they are in no bucket of a timeline and in no
/// period of publication, and are counted apart.
///
/// A document without a claim that was absent at our last look before is not among them: we know
/// when it appeared.
public final class Undated {
  private Undated() {}

  /// The condition that a document is one.
  public static ObjectNode condition() {
    ObjectNode guessed = Json.object("term", Json.object().put("published_from", "guessed"));
    ObjectNode watched = Json.object("exists", Json.object().put("field", "absent_at"));
    ObjectNode bool = Json.object("filter", Json.array(List.of(guessed)));
    bool.set("must_not", Json.array(List.of(watched)));
    return Json.object("bool", bool);
  }
}
