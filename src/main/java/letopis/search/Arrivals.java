package letopis.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Documents, and new versions of documents, by the time they came into the index. That may be long
/// after we saw them: the crawler goes on without Elasticsearch.
public final class Arrivals {
  private static final int PAGE = 500;
  private static final int MEMBERS = 10_000;

  private final DocumentSearch search;

  public Arrivals(DocumentSearch search) {
    this.search = search;
  }

  /// One of them.
  ///
  /// @param hit with the passage that matched
  /// @param cluster id shared with the copies of its text
  public record Arrival(Hit hit, String cluster) {
    public Arrival {
      Objects.requireNonNull(hit);
      Objects.requireNonNull(cluster);
    }
  }

  /// Takes one page of arrivals.
  public interface Taker {
    void take(List<Arrival> arrivals) throws IOException;
  }

  /// Hands out all current versions that match and came between two times, both included,
  /// the earliest first.
  public void between(SearchRequest request, Instant from, Instant to, Taker taker)
      throws IOException {
    // Who asks for what is gone means what has gone meanwhile, whenever it came.
    String time = request.filters().removed().orElse(false) ? "removed_at" : "indexed_at";
    ObjectNode body = search.compiled(request.with(SearchRequest.Breakdown.NONE));
    body.put("size", PAGE).put("track_total_hits", false);
    ObjectNode window = Conditions.object();
    window.putObject("range").putObject(time).put("gte", from.toString()).put("lte", to.toString());
    ((ArrayNode) body.at("/query/bool/filter")).add(window);
    List<String> fields = new ArrayList<>(SearchBody.HIT_FIELDS);
    fields.add("cluster");
    body.set("_source", SearchBody.strings(fields));
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(time, "asc");
    sort.addObject().put("id", "asc");
    AnswerReader reader = new AnswerReader(request, search.named(), search.labels());
    while (true) {
      JsonNode answer = search.run(body, false);
      JsonNode found = answer.at("/hits/hits");
      List<Hit> hits = reader.hits(answer, Why.nothing());
      List<Arrival> arrivals = new ArrayList<>();
      for (int i = 0; i < hits.size(); i++) {
        JsonNode source = found.get(i).path("_source");
        arrivals.add(new Arrival(hits.get(i), source.path("cluster").asText()));
      }
      taker.take(arrivals);
      if (found.size() < PAGE) {
        return;
      }
      body.set("search_after", found.get(found.size() - 1).get("sort"));
    }
  }

  /// Which documents now are of these stories: document to story.
  ///
  /// @param clusters ids of stories
  public Map<String, String> members(Collection<String> clusters) throws IOException {
    ObjectNode body = Conditions.object().put("size", MEMBERS).put("track_total_hits", false);
    body.putObject("query")
        .putObject("terms")
        .set("cluster", SearchBody.strings(List.copyOf(clusters)));
    body.set("_source", SearchBody.strings(List.of("id", "cluster")));
    body.putArray("sort").addObject().put("id", "asc");
    Map<String, String> members = new HashMap<>();
    while (true) {
      JsonNode found = search.run(body, false).at("/hits/hits");
      for (JsonNode hit : found) {
        JsonNode source = hit.path("_source");
        members.put(source.path("id").asText(), source.path("cluster").asText());
      }
      if (found.size() < MEMBERS) {
        return members;
      }
      body.set("search_after", found.get(found.size() - 1).get("sort"));
    }
  }

  /// What a search would have reported over a period of publication: the earliest of each story.
  ///
  /// @param size at most so many, 1..1000
  public List<Hit> replay(SearchRequest request, Instant from, Instant to, int size)
      throws IOException {
    SearchRequest.Period period =
        new SearchRequest.Period(
            Optional.of(from),
            Optional.of(to),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SearchRequest.Listing listing =
        new SearchRequest.Listing(SearchRequest.Sort.OLDEST, true, size, Optional.empty());
    return search.search(request.with(period).with(listing)).hits();
  }
}
