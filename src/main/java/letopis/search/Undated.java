package letopis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import letopis.document.PublishedFrom;

/// Documents of which nobody knows when they were published: they claim nothing, and we had not
/// looked before they were there. Their `published_at` is the moment of their import or of our
/// first look, which would make a spike of that day: they are in no bucket of a timeline and in no
/// period of publication, and are counted apart.
///
/// A document without a claim that was absent at our last look before is not among them: we know
/// when it appeared.
final class Undated {
  private Undated() {}

  /// The condition that a document is one.
  static ObjectNode condition() {
    ObjectNode guessed =
        Conditions.object()
            .set("term", Conditions.object().put("published_from", PublishedFrom.GUESSED.label()));
    ObjectNode watched =
        Conditions.object().set("exists", Conditions.object().put("field", "absent_at"));
    return Conditions.bool("filter", List.of(guessed, Conditions.not(watched)));
  }
}
