package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// One unchanging state of some indices, to be read page by page until it is closed: a point in
/// time, as Elasticsearch calls it.
public final class Snapshot implements AutoCloseable {
  private final Elasticsearch elasticsearch;
  private final String id;
  private final String life;

  private Snapshot(Elasticsearch elasticsearch, String id, String life) {
    this.elasticsearch = elasticsearch;
    this.id = id;
    this.life = life;
  }

  /// The state of these indices now; what was not refreshed is not in it, nor are indices that do
  /// not exist.
  ///
  /// @param indices names or aliases, with commas between them
  /// @param life how long it lasts after each page: `5m`
  public static Snapshot of(Elasticsearch elasticsearch, String indices, String life)
      throws IOException {
    String path = "/" + indices + "/_pit?ignore_unavailable=true&keep_alive=" + life;
    String id = elasticsearch.request("POST", path).orThrow().json().required("id").asText();
    return new Snapshot(elasticsearch, id, life);
  }

  /// Makes a search one in this state; it is to be sent without the names of indices.
  public ObjectNode within(ObjectNode search) {
    search.putObject("pit").put("id", id).put("keep_alive", life);
    return search;
  }

  /// The next page of all that a search finds, in no order, and moves the search on behind it.
  ///
  /// @return empty after the last page
  public JsonNode next(ObjectNode search) throws IOException {
    within(search).put("track_total_hits", false).putArray("sort").add("_shard_doc");
    JsonNode hits = elasticsearch.request("POST", "/_search", search).orThrow().hits();
    if (!hits.isEmpty()) {
      search.set("search_after", hits.get(hits.size() - 1).path("sort"));
    }
    return hits;
  }

  @Override
  public void close() throws IOException {
    elasticsearch.request("DELETE", "/_pit", Elasticsearch.JSON.createObjectNode().put("id", id));
  }
}
