package letopis.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Watches and their results in Elasticsearch.
final class WatchStore {
  /// The most watches of one archive.
  static final int MOST = 1_000;

  /// Documents asked for at a time: a search gives 10,000 results at most.
  private static final int SLICE = 5_000;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final Elasticsearch elasticsearch;
  private final String watches;
  private final String results;

  WatchStore(Indices indices) {
    this.elasticsearch = indices.elasticsearch();
    this.watches = "/" + indices.alias("watches");
    this.results = "/" + indices.alias("watch-results");
  }

  void put(Watch watch) throws IOException {
    elasticsearch
        .request("PUT", watches + "/_doc/" + watch.id() + "?refresh=true", WatchJson.write(watch))
        .orThrow();
  }

  /// Notes what a check came to, unless the watch was deleted meanwhile.
  void checked(String id, Instant until, Optional<String> notice) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    ObjectNode doc = body.putObject("doc").put("checked_until", until.toString());
    notice.ifPresentOrElse(text -> doc.put("notice", text), () -> doc.putNull("notice"));
    Answer answer = elasticsearch.request("POST", watches + "/_update/" + id, body);
    if (answer.status() != NOT_FOUND) {
      answer.orThrow();
    }
  }

  Optional<Watch> get(String id) throws IOException {
    Answer answer = elasticsearch.request("GET", watches + "/_doc/" + id);
    return answer.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(WatchJson.read(answer.orThrow().json().path("_source")));
  }

  List<Watch> all() throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", MOST);
    body.putArray("sort").addObject().put("created_at", "asc");
    List<Watch> all = new ArrayList<>();
    search(watches, body).forEach(hit -> all.add(WatchJson.read(hit.path("_source"))));
    return all;
  }

  boolean delete(String id) throws IOException {
    Answer answer = elasticsearch.request("DELETE", watches + "/_doc/" + id + "?refresh=true");
    return answer.status() != NOT_FOUND && answer.orThrow().ok();
  }

  /// Writes what is not there yet: the id of a result is that of its watch and story, so nothing is
  /// reported twice.
  ///
  /// @return how many were new
  int create(List<WatchResult> found) throws IOException {
    if (found.isEmpty()) {
      return 0;
    }
    StringBuilder lines = new StringBuilder();
    for (WatchResult result : found) {
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action.putObject("create").put("_id", result.id());
      lines.append(action).append('\n').append(WatchJson.write(result)).append('\n');
    }
    JsonNode answer = elasticsearch.lines(results + "/_bulk?refresh=true", lines).orThrow().json();
    int created = 0;
    for (JsonNode item : answer.path("items")) {
      int status = item.at("/create/status").asInt();
      if (status < 300) {
        created++;
      } else if (status != CONFLICT) {
        throw new IOException("a watch result was refused: " + item.at("/create/error"));
      }
    }
    return created;
  }

  /// Which of these documents a watch has reported.
  Set<String> reported(String watch, Collection<String> documents) throws IOException {
    Set<String> reported = new HashSet<>();
    List<String> all = List.copyOf(documents);
    for (int from = 0; from < all.size(); from += SLICE) {
      reported.addAll(among(watch, all.subList(from, Math.min(from + SLICE, all.size()))));
    }
    return reported;
  }

  private Set<String> among(String watch, List<String> documents) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", documents.size());
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("term").put("watch", watch);
    ArrayNode wanted = filter.addObject().putObject("terms").putArray("document");
    documents.forEach(wanted::add);
    Set<String> reported = new HashSet<>();
    read(body).forEach(result -> reported.add(result.document()));
    return reported;
  }

  List<WatchResult> results(String watch, int size) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", size);
    body.putObject("query").putObject("term").put("watch", watch);
    body.putArray("sort").addObject().put("found_at", "desc");
    return read(body);
  }

  /// Results that are to be posted now, the oldest first.
  List<WatchResult> pending(String watch, Instant now, int size) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("size", size);
    var filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.addObject().putObject("term").put("watch", watch);
    filter.addObject().putObject("term").put("delivery", "pending");
    filter.addObject().putObject("range").putObject("next_attempt").put("lte", now.toString());
    body.putArray("sort").addObject().put("found_at", "asc");
    return read(body);
  }

  private List<WatchResult> read(ObjectNode body) throws IOException {
    List<WatchResult> all = new ArrayList<>();
    search(results, body).forEach(hit -> all.add(WatchJson.readResult(hit.path("_source"))));
    return all;
  }

  /// How a result stands after it was posted.
  ///
  /// @param next when it is to be posted again, if it is pending
  record Posted(String delivery, int attempts, Instant next) {}

  /// Notes what became of results that were posted.
  void posted(List<WatchResult> sent, Function<WatchResult, Posted> after) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (WatchResult result : sent) {
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action.putObject("update").put("_id", result.id());
      ObjectNode body = Elasticsearch.JSON.createObjectNode();
      Posted posted = after.apply(result);
      body.putObject("doc")
          .put("delivery", posted.delivery())
          .put("attempts", posted.attempts())
          .put("next_attempt", posted.next().toString());
      lines.append(action).append('\n').append(body).append('\n');
    }
    elasticsearch.lines(results + "/_bulk?refresh=true", lines).orThrow();
  }

  private JsonNode search(String index, ObjectNode body) throws IOException {
    return elasticsearch.request("POST", index + "/_search", body).orThrow().hits();
  }
}
