package letopis.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Elasticsearch;
import letopis.query.Undated;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.search.SearchRequest.Period;
import letopis.url.WebAddress;

/// Filters and periods as Elasticsearch conditions.
final class Conditions {
  private final NamedQueries named;

  Conditions(NamedQueries named) {
    this.named = named;
  }

  /// Everything that narrows a search except the positive filters.
  List<ObjectNode> fixed(Filters filters, Period period, Optional<Instant> asOf) {
    List<ObjectNode> all = new ArrayList<>();
    filters.not().forEach((dimension, values) -> all.add(not(one(dimension, values))));
    filters.changed().ifPresent(changed -> all.add(changed(changed)));
    filters.removed().ifPresent(removed -> all.add(removed(removed, asOf)));
    range("published_at", period.from(), period.to())
        .ifPresent(published -> all.addAll(List.of(published, not(Undated.condition()))));
    range("first_seen_at", period.seenFrom(), period.seenTo()).ifPresent(all::add);
    asOf.ifPresent(at -> all.addAll(validAt(at)));
    return all;
  }

  /// The positive filters, by dimension.
  Map<Dimension, ObjectNode> only(Filters filters) {
    Map<Dimension, ObjectNode> conditions = new LinkedHashMap<>();
    filters
        .only()
        .forEach((dimension, values) -> conditions.put(dimension, one(dimension, values)));
    return conditions;
  }

  private ObjectNode one(Dimension dimension, Set<String> values) {
    if (!dimension.indexed().isEmpty()) {
      ObjectNode terms = object();
      ArrayNode array = terms.putArray(dimension.indexed());
      values.forEach(
          value -> array.add(dimension == Dimension.DOMAIN ? WebAddress.domain(value) : value));
      return object().set("terms", terms);
    }
    List<ObjectNode> any = new ArrayList<>();
    for (String value : values) {
      NamedQueries.Named query = named.of(dimension).get(value);
      any.add(query == null ? none() : query.condition());
    }
    return bool("should", any);
  }

  private static ObjectNode changed(boolean changed) {
    ObjectNode later = object().set("range", object().set("revision", object().put("gt", 1)));
    return changed ? later : not(later);
  }

  private static ObjectNode removed(boolean removed, Optional<Instant> asOf) {
    ObjectNode gone =
        asOf.map(at -> until("removed_at", at))
            .orElseGet(() -> object().set("exists", object().put("field", "removed_at")));
    return removed ? gone : not(gone);
  }

  /// The version that was current then: written by then and not yet replaced.
  private static List<ObjectNode> validAt(Instant at) {
    return List.of(until("valid_from", at), not(until("valid_to", at)));
  }

  private static ObjectNode until(String field, Instant at) {
    return object().set("range", object().set(field, object().put("lte", at.toString())));
  }

  private static Optional<ObjectNode> range(
      String field, Optional<Instant> from, Optional<Instant> to) {
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode bounds = object();
    from.ifPresent(at -> bounds.put("gte", at.toString()));
    to.ifPresent(at -> bounds.put("lte", at.toString()));
    return Optional.of(object().set("range", object().set(field, bounds)));
  }

  static ObjectNode none() {
    return object().set("match_none", object());
  }

  static ObjectNode not(ObjectNode condition) {
    return bool("must_not", List.of(condition));
  }

  static ObjectNode bool(String occurrence, List<ObjectNode> conditions) {
    ObjectNode bool = object();
    ArrayNode array = bool.putArray(occurrence);
    conditions.forEach(array::add);
    return object().set("bool", bool);
  }

  static ObjectNode object() {
    return Elasticsearch.JSON.createObjectNode();
  }
}
