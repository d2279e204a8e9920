package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.elasticsearch.Answer;
import letopis.search.SearchRequest.Sort;

/// Walks every row of a result, page by page, in the order of publication. The archive is read as
/// it was at one instant, so rows that arrive or change meanwhile neither appear nor hide another.
final class Rows {
  private static final int PAGE = 1_000;
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DocumentSearch search;
  private final SearchRequest request;
  private final Instant asOf;
  private final List<String> fields;

  Rows(DocumentSearch search, SearchRequest request, Instant asOf, List<String> fields) {
    this.search = search;
    this.request = request;
    this.asOf = asOf;
    this.fields = fields;
  }

  /// Takes a row's `_source`.
  interface Taker {
    /// @return whether more rows are wanted
    boolean take(JsonNode source) throws IOException;
  }

  /// Hands out the rows in order.
  ///
  /// @param whole all of them will be taken: then one unchanging state of the indices is read,
  ///     since a document that changes meanwhile moves from one index to another
  /// @return how many there were
  long each(boolean whole, Taker taker) throws IOException {
    ObjectNode body = body();
    if (!whole) {
      return pages(body, taker);
    }
    String snapshot = search.snapshot();
    try {
      body.putObject("pit").put("id", snapshot).put("keep_alive", DocumentSearch.SNAPSHOT_LIFE);
      return pages(body, taker);
    } finally {
      search.forget(snapshot);
    }
  }

  private ObjectNode body() {
    boolean oldest = request.listing().sort() == Sort.OLDEST;
    ObjectNode body = Conditions.object().put("size", PAGE).put("track_total_hits", false);
    body.set("query", search.bodies().condition(request, Optional.of(asOf)));
    body.set("_source", SearchBody.strings(fields));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("published_at", oldest ? "asc" : "desc");
    sort.addObject().put("id", "asc");
    return body;
  }

  private long pages(ObjectNode body, Taker taker) throws IOException {
    long rows = 0;
    while (true) {
      JsonNode hits = page(body).at("/hits/hits");
      for (JsonNode hit : hits) {
        rows++;
        if (!taker.take(hit.path("_source"))) {
          return rows;
        }
      }
      if (hits.size() < PAGE) {
        return rows;
      }
      body.set("search_after", hits.get(hits.size() - 1).get("sort"));
    }
  }

  /// A long export outlives a moment in which Elasticsearch has no memory or threads to spare.
  private JsonNode page(ObjectNode body) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return search.run(body, true);
      } catch (Answer.Refused busy) {
        if (busy.status() != 429 && busy.status() != 503 || attempt == ATTEMPTS) {
          throw busy;
        }
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) throws IOException {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Elasticsearch was busy");
    }
  }
}
