package letopis.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import letopis.query.Undated;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Interval;

/// Writes the part of a request that counts: facets, timeline with coverage, groups of copies.
final class BreakdownBody {
  /// Enough that every shard returns all values of a dimension of ordinary size, so that counts
  /// are exact.
  private static final int SHARD_SIZE = 5_000;

  private static final int CLUSTER_PRECISION = 40_000;

  private final NamedQueries named;

  BreakdownBody(NamedQueries named) {
    this.named = named;
  }

  /// The aggregations.
  ///
  /// @param always conditions that all counted documents meet
  /// @param later filters by a dimension that is counted, by that dimension
  ObjectNode write(
      SearchRequest request, List<ObjectNode> always, Map<Dimension, ObjectNode> later) {
    ObjectNode all = Conditions.object();
    Breakdown breakdown = request.breakdown();
    for (Dimension dimension : breakdown.facets()) {
      List<ObjectNode> others = new ArrayList<>();
      later.forEach(
          (other, condition) -> {
            if (other != dimension) {
              others.add(condition);
            }
          });
      all.set(
          "facet_" + dimension.label(), within(others, facet(dimension, breakdown.facetSize())));
    }
    List<ObjectNode> chosen = List.copyOf(later.values());
    if (breakdown.timeline().isPresent()) {
      ObjectNode histogram = histogram(request);
      all.set("timeline", within(and(chosen, Conditions.not(Undated.condition())), histogram));
      all.putObject("undated")
          .set("filter", Conditions.bool("filter", and(chosen, Undated.condition())));
      if (breakdown.share()) {
        List<ObjectNode> coverage = and(always, Conditions.not(Undated.condition()));
        coverage.addAll(chosen);
        ObjectNode global = Conditions.object();
        global.putObject("global");
        global.putObject("aggs").set("in", within(coverage, histogram.deepCopy()));
        all.set("coverage", global);
      }
    }
    if (request.listing().groupCopies()) {
      ObjectNode groups = Conditions.object();
      groups
          .putObject("cardinality")
          .put("field", "cluster")
          .put("precision_threshold", CLUSTER_PRECISION);
      all.set("groups", within(chosen, groups));
    }
    return all;
  }

  private static List<ObjectNode> and(List<ObjectNode> conditions, ObjectNode another) {
    List<ObjectNode> all = new ArrayList<>(conditions);
    all.add(another);
    return all;
  }

  /// The aggregation over what also meets these conditions, under the name `in`.
  private static ObjectNode within(List<ObjectNode> conditions, ObjectNode aggregation) {
    if (conditions.isEmpty()) {
      return aggregation;
    }
    ObjectNode filtered = Conditions.object();
    filtered.set("filter", Conditions.bool("filter", conditions));
    filtered.putObject("aggs").set("in", aggregation);
    return filtered;
  }

  private ObjectNode facet(Dimension dimension, int size) {
    ObjectNode facet = Conditions.object();
    if (!dimension.indexed().isEmpty()) {
      facet
          .putObject("terms")
          .put("field", dimension.indexed())
          .put("size", size)
          .put("shard_size", Math.max(SHARD_SIZE, size * 2));
      return facet;
    }
    ObjectNode filters = facet.putObject("filters").putObject("filters");
    named.of(dimension).forEach((id, query) -> filters.set(id, query.condition()));
    return facet;
  }

  private static ObjectNode histogram(SearchRequest request) {
    Interval interval = SearchBody.timeline(request).counted();
    ObjectNode histogram = Conditions.object();
    histogram
        .putObject("date_histogram")
        .put("field", "published_at")
        .put("calendar_interval", interval.name().toLowerCase(Locale.ROOT))
        .put("time_zone", request.breakdown().zone().getId())
        .put("min_doc_count", 1);
    return histogram;
  }
}
