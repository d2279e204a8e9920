package letopis.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.elasticsearch.Elasticsearch;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;

/// Watches and their results as the index keeps them.
final class WatchJson {
  private WatchJson() {}

  static ObjectNode write(Watch watch) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("id", watch.id()).put("name", watch.name()).put("q", watch.q());
    json.set("filters", filters(watch.filters()));
    watch
        .webhook()
        .ifPresent(
            hook -> json.put("webhook", hook.address().toString()).put("secret", hook.secret()));
    json.put("created_at", watch.createdAt().toString());
    json.put("checked_until", watch.checkedUntil().toString());
    watch.notice().ifPresent(notice -> json.put("notice", notice));
    return json;
  }

  static Watch read(JsonNode json) {
    Optional<Watch.Webhook> webhook =
        json.has("webhook")
            ? Optional.of(
                new Watch.Webhook(
                    URI.create(json.get("webhook").asText()), json.path("secret").asText()))
            : Optional.empty();
    return new Watch(
        json.required("id").asText(),
        json.path("name").asText(""),
        json.path("q").asText(""),
        filters(json.path("filters")),
        webhook,
        Instant.parse(json.required("created_at").asText()),
        Instant.parse(json.required("checked_until").asText()),
        Optional.ofNullable(json.path("notice").textValue()));
  }

  private static ObjectNode filters(Filters filters) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.set("only", values(filters.only()));
    json.set("not", values(filters.not()));
    filters.changed().ifPresent(changed -> json.put("changed", changed));
    filters.removed().ifPresent(removed -> json.put("removed", removed));
    return json;
  }

  private static ObjectNode values(Map<Dimension, Set<String>> values) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    values.forEach(
        (dimension, set) -> {
          ArrayNode array = json.putArray(dimension.label());
          set.forEach(array::add);
        });
    return json;
  }

  private static Filters filters(JsonNode json) {
    return new Filters(
        values(json.path("only")),
        values(json.path("not")),
        flag(json.path("changed")),
        flag(json.path("removed")));
  }

  private static Optional<Boolean> flag(JsonNode json) {
    return json.isBoolean() ? Optional.of(json.asBoolean()) : Optional.empty();
  }

  private static Map<Dimension, Set<String>> values(JsonNode json) {
    Map<Dimension, Set<String>> values = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      Set<String> set = new LinkedHashSet<>();
      json.path(dimension.label()).forEach(value -> set.add(value.asText()));
      values.put(dimension, set);
    }
    return values;
  }

  static ObjectNode write(WatchResult result) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("id", result.id()).put("watch", result.watch()).put("document", result.document());
    json.put("cluster", result.cluster()).put("url", result.url()).put("title", result.title());
    json.put("passage", result.passage());
    json.put("source", result.source()).put("source_name", result.sourceName());
    json.put("published_at", result.publishedAt()).put("found_at", result.foundAt());
    json.put("delivery", result.delivery()).put("attempts", result.attempts());
    return json.put("next_attempt", result.foundAt());
  }

  static WatchResult readResult(JsonNode json) {
    return new WatchResult(
        json.required("id").asText(),
        json.required("watch").asText(),
        json.required("document").asText(),
        json.path("cluster").asText(""),
        json.path("url").asText(""),
        json.path("title").asText(""),
        json.path("passage").asText(""),
        json.path("source").asText(""),
        json.path("source_name").asText(""),
        json.path("published_at").asText(""),
        json.path("found_at").asText(""),
        json.path("delivery").asText("none"),
        json.path("attempts").asInt());
  }
}
