package letopis.api.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.documents.CitationLines;
import letopis.api.documents.PackZip;
import letopis.api.http.Call;
import letopis.archive.WarcArchive;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.PublishedFrom;
import letopis.trace.Appearance;
import letopis.trace.cases.ClaimReviewJson;
import letopis.trace.cases.Evidence;
import letopis.trace.cases.Kept;

/// The evidence of a case as a ZIP that can be checked without us: the case and the query it came
/// from, its review, and for every chosen publication all that [EvidencePack] has. What was taken
/// down is named by its id and not there.
public final class CasePack {
  private final WarcArchive archive;
  private final Kept kept;
  private final List<Evidence> evidence;
  private final Instant at;

  /// @param at when it was asked for
  public CasePack(WarcArchive archive, Kept kept, List<Evidence> evidence, Instant at) {
    this.archive = archive;
    this.kept = kept;
    this.evidence = List.copyOf(evidence);
    this.at = at;
  }

  /// Writes the ZIP; `out` stays open.
  public void write(OutputStream out) throws IOException {
    PackZip zip = new PackZip(out);
    zip.json("case.json", CaseView.of(kept, evidence));
    zip.json("query.json", query());
    Optional<ObjectNode> review = ClaimReviewJson.of(kept.value(), evidence);
    if (review.isPresent()) {
      zip.json("claim-review.json", review.get());
    }
    StringBuilder citations = new StringBuilder();
    for (Map.Entry<String, List<Document>> document : documents().entrySet()) {
      // A name of its own at the front: an id may begin with a hyphen, which tools take for
      // options.
      zip.versions("documents/" + document.getKey() + "/", document.getValue(), archive);
      citations.append(document.getKey()).append("\n\n");
      citations.append(CitationLines.of(cited(document.getKey()), at)).append('\n');
    }
    zip.text("citations.txt", citations.toString());
    zip.text("README.txt", readme() + zip.leftOut() + PackZip.CHECKS);
    zip.finish();
  }

  /// The version that was chosen: what the page says now may be something else.
  private Document cited(String id) {
    return evidence.stream()
        .filter(one -> one.chosen().document().equals(id) && !one.versions().isEmpty())
        .map(one -> one.version().orElseGet(one.versions()::getLast))
        .findFirst()
        .orElseThrow();
  }

  /// Each document once, in the order of the case; without those that are gone.
  private Map<String, List<Document>> documents() {
    Map<String, List<Document>> documents = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      if (!one.versions().isEmpty()) {
        documents.putIfAbsent(one.chosen().document(), one.versions());
      }
    }
    return documents;
  }

  /// The request that finds the appearances again.
  private ObjectNode query() {
    ObjectNode query = Call.JSON.createObjectNode();
    query.put("method", "POST").put("path", "/api/v1/trace");
    query
        .putObject("body")
        .put("text", kept.value().claim())
        .put("as_of", kept.value().updatedAt().toString());
    return query.put("made_at", at.toString());
  }

  private String readme() {
    StringBuilder text = new StringBuilder();
    text.append("Evidence of a case, made by Letopis at ").append(at).append(".\n\n");
    text.append("Case:    ").append(kept.value().id()).append('\n');
    text.append("Claim:   ").append(kept.value().claim()).append("\n\n");
    for (Evidence one : evidence) {
      text.append(one.version().map(CasePack::line).orElse("  gone from the archive"));
      text.append("  [").append(one.chosen().document()).append("]\n");
      one.time().ifPresent(time -> text.append(seen(time)));
    }
    text.append(
        """

        What is here:
          case.json                the case: claim, notes, verdict, chosen passages, times
          query.json               the request that finds the appearances in the archive as it was then
          claim-review.json        the review as schema.org ClaimReview, once there is a verdict
          documents/ID/            of each publication:
            revision-N.json        what was read from the page, with every time and its origin
            revision-N.warc.gz     the records as captured (WARC 1.1, ISO 28500:2017): redirects
                                   that led to the page, the page, and what a revisit refers to
            revision-N.body        the answer's body, decoded
          citations.txt            how to cite each
          SHA256SUMS               sums of all files

        """);
    return text.toString();
  }

  /// By what the order of the appearances goes: a page may claim any time.
  private static String seen(Appearance.Timing time) {
    String after = time.after().map(at -> "after " + at).orElse("never looked before");
    return "      appeared %s, not after %s, time grade %s\n"
        .formatted(after, time.before(), time.quality());
  }

  private static String line(Document document) {
    Claimed claimed = document.times().published();
    return (claimed.from() == PublishedFrom.GUESSED ? "  no time given" : "  says " + claimed.at())
        + "  "
        + document.publisher().name()
        + "  "
        + document.address().url();
  }
}
