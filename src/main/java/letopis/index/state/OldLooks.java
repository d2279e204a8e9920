package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.Snapshot;
import letopis.index.BulkItem;
import letopis.index.BulkWriter;
import letopis.index.Indices;

/// Folds the records of old looks: of a run of looks at a source that found the same, only the
/// first stays. When a run ended, and of how many looks it was, its span in `coverage` goes on to
/// say exactly; what a failure was, the look that began it says.
public final class OldLooks {
  private static final int PAGE = 5_000;

  private final Indices indices;
  private final BulkWriter bulk;

  public OldLooks(Indices indices) {
    this.indices = Objects.requireNonNull(indices);
    this.bulk = new BulkWriter(indices.elasticsearch(), BulkWriter.Limits.DEFAULTS);
  }

  /// How many of the looks before an instant would go.
  public long count(Instant before) throws IOException, InterruptedException {
    return each(before, _ -> {}, () -> true);
  }

  /// Folds the looks before an instant. Ended early, it is gone on with by the next call.
  ///
  /// @return how many records went
  public long fold(Instant before, BooleanSupplier goOn) throws IOException, InterruptedException {
    return each(before, bulk::write, goOn);
  }

  /// What is done with the records of a page that may go.
  @FunctionalInterface
  private interface Removing {
    void of(List<BulkItem> items) throws IOException, InterruptedException;
  }

  private long each(Instant before, Removing removing, BooleanSupplier goOn)
      throws IOException, InterruptedException {
    Elasticsearch elasticsearch = indices.elasticsearch();
    // What an earlier call removed must not be counted again.
    elasticsearch.request("POST", "/" + indices.alias("polls") + "/_refresh").orThrow();
    Map<String, String> last = new HashMap<>();
    long folded = 0;
    ObjectNode search = search(before);
    try (Snapshot snapshot = Snapshot.of(elasticsearch, indices.alias("polls"), "5m")) {
      while (goOn.getAsBoolean()) {
        JsonNode hits =
            elasticsearch.request("POST", "/_search", snapshot.within(search)).orThrow().hits();
        if (hits.isEmpty()) {
          break;
        }
        List<BulkItem> same = new ArrayList<>();
        for (JsonNode hit : hits) {
          JsonNode look = hit.path("_source");
          String found = found(look);
          if (found.equals(last.put(look.path("source").asText(), found))) {
            same.add(BulkItem.delete(hit.path("_index").asText(), hit.path("_id").asText()));
          }
        }
        removing.of(same);
        folded += same.size();
        search.set("search_after", hits.get(hits.size() - 1).path("sort"));
      }
    }
    return folded;
  }

  /// Looks that could be read are the same whether something was new or not.
  private static String found(JsonNode look) {
    String state = look.path("state").asText();
    return state.equals(CoverageState.WATCHED.label())
        ? state
        : state + " " + look.path("outcome").asText() + " " + look.path("status").asInt();
  }

  private static ObjectNode search(Instant before) {
    ObjectNode search = Elasticsearch.JSON.createObjectNode().put("size", PAGE);
    search.put("track_total_hits", false);
    search.putArray("_source").add("source").add("state").add("outcome").add("status");
    search.putObject("query").putObject("range").putObject("at").put("lt", before.toString());
    search.putArray("sort").addObject().put("at", "asc");
    return search;
  }
}
