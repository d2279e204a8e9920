package letopis.api.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import letopis.api.documents.DocumentView;
import letopis.api.http.Call;
import letopis.document.Document;
import letopis.trace.Appearance;
import letopis.trace.cases.CaseJson;
import letopis.trace.cases.Evidence;
import letopis.trace.cases.Kept;

/// A case as the API writes it: what is kept, with what the archive has of each chosen appearance
/// now.
public final class CaseView {
  private CaseView() {}

  /// One line of a list.
  public static ObjectNode line(Kept kept) {
    ObjectNode line = Call.JSON.createObjectNode();
    line.put("id", kept.value().id()).put("version", kept.version());
    line.put("claim", kept.value().claim()).put("lang", kept.value().lang());
    line.put("appearances", kept.value().appearances().size());
    kept.value()
        .verdict()
        .ifPresent(
            verdict ->
                line.put("rating", verdict.rating().label())
                    .put("verdict", verdict.words(kept.value().lang())));
    line.put("created_at", kept.value().createdAt().toString());
    return line.put("updated_at", kept.value().updatedAt().toString());
  }

  /// The whole case.
  public static ObjectNode of(Kept kept, List<Evidence> evidence) {
    ObjectNode body = CaseJson.write(kept.value());
    body.put("version", kept.version());
    ArrayNode appearances = body.putArray("appearances");
    evidence.forEach(one -> appearances.add(of(one)));
    return body;
  }

  private static ObjectNode of(Evidence evidence) {
    ObjectNode node = CaseJson.write(evidence.chosen());
    node.put("gone", evidence.version().isEmpty());
    evidence.version().ifPresent(version -> known(node, version, evidence));
    return node;
  }

  private static void known(ObjectNode node, Document version, Evidence evidence) {
    node.put("url", version.address().url()).put("title", version.content().title());
    node.set("source", DocumentView.source(version.publisher()));
    node.put("text", evidence.words().orElse(""));
    node.put("published_at", version.times().published().at().toString());
    node.put("published_from", version.times().published().from().label());
    node.put("published_precision", version.times().published().precision().label());
    Appearance.Timing time = evidence.time().orElseThrow();
    node.putArray("appeared_between")
        .add(time.after().map(Instant::toString).orElse(null))
        .add(time.before().toString());
    node.put("time_quality", time.quality().name());
    version.times().removedAt().ifPresent(at -> node.put("removed_at", at.toString()));
  }
}
