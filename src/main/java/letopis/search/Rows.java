package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Snapshot;
import letopis.query.Undated;
import letopis.search.SearchRequest.Sort;

/// Walks every row of a result, page by page, in the order of publication, those of which nobody
/// knows the time last; of copies that are to be folded, the original alone. The archive is read as
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
  void each(boolean whole, Taker taker) throws IOException {
    if (!whole) {
      each(Conditions.object(), taker);
      return;
    }
    try (Snapshot snapshot = search.snapshot()) {
      each(snapshot.within(Conditions.object()), taker);
    }
  }

  /// In two parts, since each is found by the index over times alone, from page to page.
  private void each(ObjectNode within, Taker taker) throws IOException {
    if (pages(within, Conditions.not(Undated.condition()), taker)) {
      pages(within, Undated.condition(), taker);
    }
  }

  private ObjectNode body(ObjectNode within, ObjectNode part) {
    ObjectNode body = within.deepCopy().put("size", PAGE).put("track_total_hits", false);
    ObjectNode all = search.bodies().condition(request, Optional.of(asOf));
    body.set("query", Conditions.bool("filter", List.of(all, part)));
    body.set("_source", SearchBody.strings(fields));
    boolean oldest = request.listing().sort() == Sort.OLDEST;
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("published_at", oldest ? "asc" : "desc");
    sort.addObject().put("id", "asc");
    return body;
  }

  /// @return whether more rows are wanted
  private boolean pages(ObjectNode within, ObjectNode part, Taker taker) throws IOException {
    ObjectNode body = body(within, part);
    boolean grouped = request.listing().groupCopies();
    String last = "";
    while (true) {
      JsonNode hits = page(body).at("/hits/hits");
      Set<String> firsts = grouped ? firsts(within, hits) : Set.of();
      for (JsonNode hit : hits) {
        JsonNode row = hit.path("_source");
        String id = row.path("id").asText();
        // A version that is being replaced stands in both places for a moment, one after the other.
        boolean wanted = !id.equals(last) && (!grouped || firsts.contains(id));
        last = id;
        if (wanted && !taker.take(row)) {
          return false;
        }
      }
      if (hits.size() < PAGE) {
        return true;
      }
      body.set("search_after", hits.get(hits.size() - 1).get("sort"));
    }
  }

  /// The first of each group that has a row on a page, the same that a search shows. Asked page by
  /// page: a feed needs no more than its first, and no memory grows with the rows.
  private Set<String> firsts(ObjectNode within, JsonNode hits) throws IOException {
    ObjectNode body = within.deepCopy().put("size", PAGE).put("track_total_hits", false);
    ObjectNode groups = Conditions.object();
    groups.putObject("terms").set("cluster", SearchBody.strings(List.copyOf(all(hits, "cluster"))));
    ObjectNode matching = search.bodies().condition(request, Optional.of(asOf));
    body.set("query", Conditions.bool("filter", List.of(matching, groups)));
    body.putObject("collapse").put("field", "cluster");
    SearchBody.originalFirst(body.putArray("sort"));
    body.set("_source", SearchBody.strings(List.of("id")));
    return all(page(body).at("/hits/hits"), "id");
  }

  private static Set<String> all(JsonNode hits, String field) {
    Set<String> values = new HashSet<>();
    hits.forEach(hit -> values.add(hit.path("_source").path(field).asText()));
    return values;
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
