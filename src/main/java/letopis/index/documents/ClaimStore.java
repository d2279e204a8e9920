package letopis.index.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.document.ClaimReview;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.BulkItem;
import letopis.index.BulkResult;
import letopis.index.BulkWriter;
import letopis.index.Indices;

/// Keeps reviews of claims in the index `claims`: those found on crawled pages, which belong to
/// their document and change with it, and imported ones. What was taken down is not kept.
/// Thread-safe.
public final class ClaimStore {
  /// Reviews of one batch of pages that may be replaced; more go with the next look.
  private static final int MOST_HELD = 10_000;

  private final Indices indices;
  private final String index;
  private final BulkWriter bulk;
  private final ClosedAddresses closed;

  public ClaimStore(Indices indices) {
    this.indices = indices;
    this.index = indices.alias("claims");
    this.bulk = new BulkWriter(indices.elasticsearch(), BulkWriter.Limits.DEFAULTS);
    this.closed = new ClosedAddresses(indices);
  }

  /// Keeps imported reviews; the same review again replaces itself, and stays with the page that it
  /// was read from.
  ///
  /// @return those that are not kept, since their address was taken down
  public List<ClaimReview> put(List<ClaimReview> reviews) throws IOException, InterruptedException {
    Set<ClaimReview> refused = closed(reviews);
    List<BulkItem> items = new ArrayList<>();
    for (ClaimReview review : reviews) {
      if (!refused.contains(review)) {
        items.add(BulkItem.merge(index, review.id(), json(review)));
      }
    }
    write(items);
    return reviews.stream().filter(refused::contains).toList();
  }

  /// Keeps what pages hold now, in place of what they held before.
  ///
  /// @param pages the reviews of each document, by its id
  public void file(Map<String, List<ClaimReview>> pages) throws IOException, InterruptedException {
    if (pages.isEmpty()) {
      return;
    }
    Set<ClaimReview> refused = closed(pages.values().stream().flatMap(List::stream).toList());
    Map<String, BulkItem> items = new LinkedHashMap<>();
    held(pages.keySet()).forEach(id -> items.put(id, BulkItem.delete(index, id)));
    pages.forEach(
        (document, reviews) -> {
          for (ClaimReview review : reviews) {
            if (!refused.contains(review)) {
              ObjectNode json = json(review).put("document", document);
              items.put(review.id(), BulkItem.index(index, review.id(), json));
            }
          }
        });
    write(List.copyOf(items.values()));
  }

  /// Deletes a review, for searches at once. That of a page comes back when the page is read again.
  ///
  /// @return false when there is none
  public boolean delete(String id) throws IOException, InterruptedException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", 0);
    search.putObject("query").putObject("ids").putArray("values").add(id);
    boolean known =
        indices
                .elasticsearch()
                .request("POST", "/" + index + "/_search", search)
                .orThrow()
                .json()
                .at("/hits/total/value")
                .asInt()
            > 0;
    if (known) {
      write(List.of(BulkItem.delete(index, id)));
      indices.elasticsearch().request("POST", "/" + index + "/_refresh").orThrow();
    }
    return known;
  }

  private Set<ClaimReview> closed(List<ClaimReview> reviews) throws IOException {
    Set<String> ids = new HashSet<>();
    reviews.forEach(review -> review.url().map(DocumentId::of).ifPresent(ids::add));
    Set<String> shut = closed.among(ids);
    Set<ClaimReview> refused = new HashSet<>();
    for (ClaimReview review : reviews) {
      if (review.url().map(DocumentId::of).filter(shut::contains).isPresent()) {
        refused.add(review);
      }
    }
    return refused;
  }

  /// Ids of the reviews that these documents held till now.
  private List<String> held(Collection<String> documents) throws IOException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", MOST_HELD);
    search.put("_source", false).put("track_total_hits", false);
    ObjectNode terms = search.putObject("query").putObject("bool").putObject("filter");
    ArrayNode ids = terms.putObject("terms").putArray("document");
    documents.forEach(ids::add);
    List<String> held = new ArrayList<>();
    indices
        .elasticsearch()
        .search(index, search)
        .hits()
        .forEach(hit -> held.add(hit.path("_id").asText()));
    return held;
  }

  private void write(List<BulkItem> items) throws IOException, InterruptedException {
    for (BulkResult result : bulk.write(items)) {
      switch (result) {
        // Somebody else just wrote the same review: one of them stays.
        case BulkResult.Done _, BulkResult.Conflict _ -> {}
        case BulkResult.Refused refused ->
            throw new IOException("a review was refused: " + refused.reason());
      }
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
