package letopis.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import letopis.parse.Entry;
import letopis.parse.charset.Charsets;

/// Expectations that stand in JSON files beside the feeds: of gofeed, rss-parser and feed-rs.
final class JsonExpectations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Comparison comparison;

  JsonExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  private interface Fields {
    void compare(JsonNode expected, Comparison.Of ours);
  }

  void gofeed(Map<String, byte[]> files) throws IOException {
    compare(
        "gofeed",
        files,
        name -> name.endsWith(".xml") ? name.replaceFirst("\\.xml$", ".json") : "",
        root -> root.has("items") ? root.get("items") : root.path("entries"),
        (item, ours) -> {
          JsonNode content = item.path("content");
          JsonNode guid = item.path("guid");
          ours.title(text(item.path("title")))
              .summary(text(item.path(item.has("description") ? "description" : "summary")))
              .content(text(content.has("value") ? content.path("value") : content))
              .url(text(item.path("link")))
              .id(
                  text(
                      guid.has("value")
                          ? guid.path("value")
                          : item.path(item.has("guid") ? "guid" : "id")))
              .published(
                  text(
                      item.path(item.has("publishedParsed") ? "publishedParsed" : "pubDateParsed")))
              .updated(text(item.path("updatedParsed")));
          for (int a = 0; a < item.path("authors").size(); a++) {
            ours.author(a, text(item.path("authors").get(a).path("name")));
          }
        });
  }

  void rssParser(Map<String, byte[]> files) throws IOException {
    compare(
        "rss-parser",
        files,
        name ->
            name.contains("/input/")
                ? name.replace("/input/", "/output/").replaceFirst("\\.\\w+$", ".json")
                : "",
        root -> root.path("feed").path("items"),
        (item, ours) ->
            ours.title(text(item.path("title")))
                .url(text(item.path("link")))
                .id(text(item.path(item.has("guid") ? "guid" : "id")))
                .content(text(item.path("content:encoded")))
                .published(text(item.path("isoDate")))
                .author(0, text(item.path("creator"))));
  }

  void feedRs(Map<String, byte[]> files) throws IOException {
    compare(
        "feed-rs",
        files,
        name -> name.endsWith(".xml") ? name.replaceFirst("\\.xml$", ".serde.json") : "",
        root -> root.path("entries"),
        (item, ours) ->
            ours.title(text(item.path("title").path("content")))
                .summary(text(item.path("summary").path("content")))
                .content(text(item.path("content").path("body")))
                .url(text(item.path("links").path(0).path("href")))
                .published(text(item.path("published")))
                .updated(text(item.path("updated")))
                .author(0, text(item.path("authors").path(0).path("name"))));
  }

  /// @param gold the name of the file with the expectations of a feed
  private void compare(
      String set,
      Map<String, byte[]> files,
      Function<String, String> gold,
      Function<JsonNode, JsonNode> items,
      Fields fields)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] expected = files.get(gold.apply(file.getKey()));
      if (expected == null) {
        continue;
      }
      List<Entry> entries = comparison.entries(file.getKey(), file.getValue(), Optional.empty());
      JsonNode wanted = items.apply(json(expected));
      for (int i = 0; i < wanted.size(); i++) {
        Optional<Entry> ours = i < entries.size() ? Optional.of(entries.get(i)) : Optional.empty();
        fields.compare(wanted.get(i), comparison.of(set, file.getKey() + " " + i, ours));
      }
    }
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return JSON.readTree(Charsets.decode(bytes, Optional.empty(), Charsets.Kind.JSON).text());
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : "";
  }
}
