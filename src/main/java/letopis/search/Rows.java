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
import letopis.query.Undated;
import letopis.search.SearchRequest.Sort;

/// Walks every row of a result, page by page, in the order of publication, those of which nobody
/// knows the time last; of copies that are to be folded, the earliest alone. The archive is read as
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
    String snapshot = search.snapshot();
    try {
      ObjectNode within = Conditions.object();
      within.putObject("pit").put("id", snapshot).put("keep_alive", DocumentSearch.SNAPSHOT_LIFE);
      each(within, taker);
    } finally {
      search.forget(snapshot);
    }
  }

  private void each(ObjectNode within, Taker taker) throws IOException {
    boolean oldest = request.listing().sort() == Sort.OLDEST;
    if (!request.listing().groupCopies()) {
      walk(within, oldest, fields, taker);
      return;
    }
    Set<Long> firsts = firsts(within);
    walk(
        within,
        oldest,
        fields,
        row -> !firsts.contains(hash(row.path("id").asText())) || taker.take(row));
  }

  /// The earliest of each group. Half of each id is enough to tell them apart, and keeps a million
  /// of them small.
  private Set<Long> firsts(ObjectNode within) throws IOException {
    Set<Long> groups = new HashSet<>();
    Set<Long> firsts = new HashSet<>();
    walk(
        within,
        true,
        List.of("id", "cluster"),
        row -> {
          if (groups.add(hash(row.path("cluster").asText()))) {
            firsts.add(hash(row.path("id").asText()));
          }
          return true;
        });
    return firsts;
  }

  /// FNV-1a, 64 bits.
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /// In two parts, since each is found by the index over times alone, from page to page.
  private void walk(ObjectNode within, boolean oldest, List<String> wanted, Taker taker)
      throws IOException {
    ObjectNode dated = body(within, Conditions.not(Undated.condition()), oldest, wanted);
    if (pages(dated, taker)) {
      pages(body(within, Undated.condition(), oldest, wanted), taker);
    }
  }

  private ObjectNode body(ObjectNode within, ObjectNode part, boolean oldest, List<String> wanted) {
    ObjectNode body = within.deepCopy().put("size", PAGE).put("track_total_hits", false);
    ObjectNode all = search.bodies().condition(request, Optional.of(asOf));
    body.set("query", Conditions.bool("filter", List.of(all, part)));
    body.set("_source", SearchBody.strings(wanted));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put("published_at", oldest ? "asc" : "desc");
    sort.addObject().put("id", "asc");
    return body;
  }

  /// @return whether more rows are wanted
  private boolean pages(ObjectNode body, Taker taker) throws IOException {
    while (true) {
      JsonNode hits = page(body).at("/hits/hits");
      for (JsonNode hit : hits) {
        if (!taker.take(hit.path("_source"))) {
          return false;
        }
      }
      if (hits.size() < PAGE) {
        return true;
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
