package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.Snapshot;
import letopis.index.Indices.LiveIndex;

/// Moves the indices of an archive to the versions of their files: copies every entry into a new
/// index and then puts it in place of the old one in one step. Meanwhile the old index is read as
/// before and not written: writers wait, the crawler keeps what it fetches in its journal. May be
/// stopped at any point and run again.
public final class Migration {
  private static final int PAGE = 1_000;
  private static final String INDEXED_AT = "indexed_at";
  private static final String VALID_FROM = "valid_from";

  /// Pages that are written while the next one is read.
  private static final int UNDER_WAY = 2;

  private final Indices indices;
  private final Elasticsearch elasticsearch;
  private final BulkWriter bulk;

  public Migration(Indices indices) {
    this.indices = Objects.requireNonNull(indices);
    this.elasticsearch = indices.elasticsearch();
    this.bulk = new BulkWriter(elasticsearch, BulkWriter.Limits.DEFAULTS);
  }

  /// How many entries would be moved.
  public long size() throws IOException {
    long size = 0;
    for (LiveIndex index : outdated()) {
      size += count(index.name());
    }
    return size;
  }

  /// Moves everything that is of an older version than its file.
  ///
  /// @param progress called with the number of entries moved since the last call
  /// @return the names of the new indices; empty when there was nothing to do
  /// @throws IOException when an entry does not fit the new mapping, or Elasticsearch is lost; the
  ///     old index is still in place then
  public List<String> run(LongConsumer progress) throws IOException, InterruptedException {
    List<String> moved = new ArrayList<>();
    for (LiveIndex index : outdated()) {
      try {
        freeze(index.name());
        boolean inUse = isInUse(index);
        if (!inUse) {
          prepare(index);
        }
        copy(index, inUse, progress);
        replace(index, inUse);
      } catch (IOException | InterruptedException | RuntimeException e) {
        thaw(index.name());
        throw e;
      }
      moved.add(index.target());
    }
    return moved;
  }

  private List<LiveIndex> outdated() throws IOException {
    return indices.live().stream()
        .filter(index -> index.version() < index.file().version())
        .toList();
  }

  /// Refuses writes from now on, waits for those under way, and makes all of them visible to the
  /// copy: without the refresh those of the last second would be missing in it.
  private void freeze(String index) throws IOException {
    elasticsearch.request("PUT", "/" + index + "/_block/write").orThrow();
    elasticsearch.request("POST", "/" + index + "/_refresh").orThrow();
  }

  private void thaw(String index) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode().put("index.blocks.write", false);
    elasticsearch.request("PUT", "/" + index + "/_settings", body).orThrow();
  }

  /// Whether the new index is read and written already: an older crawler that was not ended makes
  /// the old index again, after it was moved. What is newer stays then.
  private boolean isInUse(LiveIndex index) throws IOException {
    Answer answer =
        elasticsearch.request("HEAD", "/" + index.target() + "/_alias/" + index.alias());
    if (answer.status() == 404) {
      return false;
    }
    answer.orThrow();
    return true;
  }

  /// A new index without the alias; what an earlier, stopped run left is thrown away.
  private void prepare(LiveIndex index) throws IOException {
    elasticsearch.request("DELETE", "/" + index.target() + "?ignore_unavailable=true").orThrow();
    elasticsearch.request("PUT", "/" + index.target(), index.file().body()).orThrow();
    // Nobody reads it yet: segments that no search asks for are fewer and larger.
    refreshEvery(index.target(), TextNode.valueOf("-1"));
  }

  private void refreshEvery(String index, JsonNode interval) throws IOException {
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    body.set("index.refresh_interval", interval);
    elasticsearch.request("PUT", "/" + index + "/_settings", body).orThrow();
  }

  private void copy(LiveIndex index, boolean inUse, LongConsumer progress)
      throws IOException, InterruptedException {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", PAGE);
    Deque<Future<Integer>> underWay = new ArrayDeque<>();
    try (Snapshot snapshot = Snapshot.of(elasticsearch, index.name(), "5m");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (JsonNode hits = snapshot.next(search); !hits.isEmpty(); hits = snapshot.next(search)) {
        if (underWay.size() == UNDER_WAY) {
          progress.accept(written(underWay.removeFirst()));
        }
        JsonNode read = hits;
        underWay.addLast(threads.submit(() -> write(index, inUse, read)));
      }
      while (!underWay.isEmpty()) {
        progress.accept(written(underWay.removeFirst()));
      }
    }
  }

  private static int written(Future<Integer> write) throws IOException, InterruptedException {
    try {
      return write.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
    }
  }

  /// @return how many entries that were
  private int write(LiveIndex index, boolean inUse, JsonNode hits)
      throws IOException, InterruptedException {
    List<BulkItem> items = new ArrayList<>();
    for (JsonNode hit : hits) {
      String id = hit.path("_id").asText();
      ObjectNode source = (ObjectNode) hit.path("_source");
      if (!source.has(INDEXED_AT) && source.has(VALID_FROM)) {
        // Versions before 5 did not say when it came: watches are to find what came last.
        source.set(INDEXED_AT, source.get(VALID_FROM));
      }
      items.add(
          inUse
              ? BulkItem.create(index.target(), id, source)
              : BulkItem.index(index.target(), id, source));
    }
    List<BulkResult> results = bulk.write(items);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof BulkResult.Refused refused) {
        throw new IOException(
            "%s of %s does not fit version %d: %s"
                .formatted(
                    items.get(i).id(), index.name(), index.file().version(), refused.reason()));
      }
    }
    return results.size();
  }

  private void replace(LiveIndex index, boolean inUse) throws IOException {
    refreshEvery(index.target(), index.file().body().at("/settings/index/refresh_interval"));
    elasticsearch.request("POST", "/" + index.target() + "/_refresh").orThrow();
    long before = count(index.name());
    long after = count(index.target());
    if (inUse ? after < before : before != after) {
      throw new IOException(
          "%s has %d entries, its copy %d".formatted(index.name(), before, after));
    }
    ObjectNode body = Elasticsearch.JSON.createObjectNode();
    ArrayNode actions = body.putArray("actions");
    actions.addObject().putObject("add").put("index", index.target()).put("alias", index.alias());
    actions.addObject().putObject("remove_index").put("index", index.name());
    elasticsearch.request("POST", "/_aliases", body).orThrow();
  }

  private long count(String index) throws IOException {
    return elasticsearch
        .request("GET", "/" + index + "/_count")
        .orThrow()
        .json()
        .required("count")
        .asLong();
  }
}
