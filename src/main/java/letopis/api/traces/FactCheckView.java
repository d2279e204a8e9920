package letopis.api.traces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import letopis.api.http.Call;
import letopis.document.ClaimReview;
import letopis.search.ReviewSearch;

/// A known review of a claim as the API writes it.
public final class FactCheckView {
  private FactCheckView() {}

  /// The review, with the page of the archive that it was read from.
  public static ObjectNode of(ReviewSearch.Known known) {
    ClaimReview review = known.review();
    ObjectNode json = Call.JSON.createObjectNode().put("id", review.id());
    json.put("claim", review.claim()).put("title", review.title());
    json.put("rating", review.rating()).put("publisher", review.publisher());
    json.put("lang", review.lang());
    review.url().ifPresent(url -> json.put("url", url));
    review.reviewedAt().ifPresent(at -> json.put("reviewed_at", at.toString()));
    review.claimant().ifPresent(name -> json.put("claimant", name));
    known.document().ifPresent(id -> json.put("document", id));
    known.removedAt().ifPresent(at -> json.put("removed_at", at.toString()));
    return json;
  }
}
