package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import letopis.document.ClaimReview;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Keeps reviews of claims in the index `claims`: those found on crawled pages and imported ones.
/// Thread-safe.
public final class ClaimStore {
  private static final int ROUND = 1000;

  private final Indices indices;

  public ClaimStore(Indices indices) {
    this.indices = indices;
  }

  /// Keeps reviews; the same review again replaces itself.
  public void put(List<ClaimReview> reviews) throws IOException {
    for (int from = 0; from < reviews.size(); from += ROUND) {
      putRound(reviews.subList(from, Math.min(reviews.size(), from + ROUND)));
    }
  }

  private void putRound(List<ClaimReview> reviews) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (ClaimReview review : reviews) {
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action.putObject("index").put("_index", indices.alias("claims")).put("_id", review.id());
      lines.append(action).append('\n').append(json(review)).append('\n');
    }
    JsonNode answer =
        indices
            .elasticsearch()
            .request(
                "POST",
                "/_bulk",
                lines.toString().getBytes(StandardCharsets.UTF_8),
                "application/x-ndjson")
            .orThrow()
            .json();
    if (answer.path("errors").asBoolean()) {
      throw new IOException("some reviews were refused: " + answer.at("/items/0/index/error"));
    }
  }

  private static ObjectNode json(ClaimReview review) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("claim", review.claim());
    json.put("title", review.title());
    json.put("body", review.body());
    json.put("rating", review.rating());
    json.put("publisher", review.publisher());
    review.url().ifPresent(url -> json.put("url", url));
    review.reviewedAt().ifPresent(at -> json.put("reviewed_at", at.toString()));
    review.claimant().ifPresent(name -> json.put("claimant", name));
    json.put("lang", review.lang());
    return json;
  }
}
