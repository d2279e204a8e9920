package letopis.parse.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), with numbers for ids and other liberties.
final class JsonFeed {
  private final JsonNode root;
  private final FeedDates dates;
  private final URI base;

  JsonFeed(JsonNode root, FeedInput input) {
    this.root = root;
    this.dates = new FeedDates(input.zone(), input.at(), PublishedFrom.FEED);
    this.base =
        text(root, "home_page_url")
            .flatMap(url -> Links.resolve(input.url(), url))
            .map(URI::create)
            .orElse(input.url());
  }

  static boolean isOne(JsonNode root) {
    return root.path("version").asText().contains("jsonfeed.org") || root.path("items").isArray();
  }

  FeedResult.Feed read(int maxEntries, List<String> warnings) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      if (entries.size() == maxEntries) {
        warnings.add(
            root.path("items").size() + " entries; only the first " + maxEntries + " are read");
        break;
      }
      if (item.isObject()) {
        entries.add(entry(item));
      }
    }
    String version = root.path("version").asText();
    return new FeedResult.Feed(
        version.endsWith("1.1") ? "json-feed-1.1" : "json-feed-1.0",
        text(root, "title").map(PlainText::oneLine),
        link(root, "home_page_url"),
        text(root, "language").flatMap(XmlTexts::language),
        entries,
        Optional.empty(),
        List.of(),
        link(root, "next_url"),
        warnings);
  }

  private Entry entry(JsonNode item) {
    Optional<String> url = link(item, "url").or(() -> link(item, "external_url"));
    String html =
        text(item, "content_html")
            .or(() -> text(item, "content_text").map(PlainText::asHtml))
            .orElse("");
    Optional<Claimed> modified = text(item, "date_modified").flatMap(dates::read);
    return new Entry(
        text(item, "id").or(() -> url).orElse(""),
        url,
        text(item, "title").map(PlainText::oneLine).orElse(""),
        text(item, "summary").map(PlainText::oneLine).orElse(""),
        PlainText.shortened(html),
        false,
        text(item, "date_published").flatMap(dates::read).or(() -> modified),
        modified.map(Claimed::at),
        authors(item),
        texts(item.path("tags")),
        enclosures(item),
        Stream.of("image", "banner_image")
            .map(key -> link(item, key))
            .flatMap(Optional::stream)
            .map(image -> new Image(image, Optional.empty()))
            .toList(),
        List.of(),
        text(item, "language").or(() -> text(root, "language")).flatMap(XmlTexts::language),
        -1,
        Set.of());
  }

  private static List<String> authors(JsonNode item) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : item.path("authors")) {
      text(author, "name").ifPresent(names::add);
    }
    if (names.isEmpty()) {
      text(item.path("author"), "name").ifPresent(names::add);
    }
    return names;
  }

  private List<Entry.Enclosure> enclosures(JsonNode item) {
    List<Entry.Enclosure> enclosures = new ArrayList<>();
    for (JsonNode attachment : item.path("attachments")) {
      link(attachment, "url")
          .ifPresent(
              url ->
                  enclosures.add(
                      new Entry.Enclosure(
                          url,
                          text(attachment, "mime_type"),
                          attachment.path("size_in_bytes").asLong(-1))));
    }
    return enclosures;
  }

  private Optional<String> link(JsonNode node, String key) {
    return text(node, key).flatMap(value -> Links.resolve(base, value));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(
        node -> Optional.of(node.asText().strip()).filter(t -> !t.isEmpty()).ifPresent(texts::add));
    return texts;
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }
}
