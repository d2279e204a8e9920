package letopis.parse.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.feed.FeedDates;
import letopis.parse.feed.PlainText;
import org.jsoup.nodes.Entities;

/// Reads answers of Bluesky's `app.bsky.feed.getAuthorFeed` (lexicon of atproto).
public final class BlueskyReader {
  /// The entries of an answer, newest first.
  public FeedResult read(FeedInput input) {
    return Json.read(input.body())
        .map(root -> read(root, input))
        .orElse(new NotAFeed("broken JSON"));
  }

  static boolean isOne(JsonNode root) {
    return root.path("feed").isArray()
        && (root.path("feed").isEmpty() || root.path("feed").path(0).has("post"));
  }

  FeedResult read(JsonNode root, FeedInput input) {
    if (root.has("error")) {
      return new NotAFeed(
          "Bluesky: "
              + PlainText.oneLine(
                  root.path("error").asText() + ", " + root.path("message").asText()));
    }
    if (!isOne(root)) {
      return new NotAFeed("JSON, but not an answer of Bluesky's getAuthorFeed");
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : root.path("feed")) {
      entries.add(entry(item, input));
    }
    JsonNode author = root.path("feed").path(0).path("post").path("author");
    return Posts.feed(
        "bluesky",
        Json.text(author, "displayName"),
        Json.text(author, "handle").map(handle -> "https://bsky.app/profile/" + handle),
        entries,
        Json.text(root, "cursor").flatMap(cursor -> older(input.url(), cursor)),
        List.of());
  }

  private static Optional<String> older(URI url, String cursor) {
    String query =
        url.getRawQuery() == null ? "" : url.getRawQuery().replaceAll("&?cursor=[^&]*", "");
    return url.getRawAuthority() == null
        ? Optional.empty()
        : Optional.of(
            url.getScheme()
                + "://"
                + url.getRawAuthority()
                + url.getRawPath()
                + "?"
                + query
                + "&cursor="
                + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
  }

  private static Entry entry(JsonNode item, FeedInput input) {
    FeedDates dates = new FeedDates(input.zone(), input.at(), PublishedFrom.PLATFORM);
    JsonNode post = item.path("post");
    JsonNode record = post.path("record");
    JsonNode reason = item.path("reason");
    boolean repost = reason.path("$type").asText().endsWith("reasonRepost");
    String uri = post.path("uri").asText();
    Posts.Draft draft = new Posts.Draft(repost ? uri + "#repost" : uri);
    draft.url = address(uri, post.path("author"));
    draft.published =
        Json.text(repost ? reason : record, repost ? "indexedAt" : "createdAt")
            .flatMap(dates::read);
    draft.lang = Json.text(record.path("langs"), "0").or(() -> first(record.path("langs")));
    draft.html = html(record);
    if (repost) {
      draft.attributions.add(attribution(Attribution.How.FORWARD, post.path("author"), draft.url));
    }
    Json.text(record.path("reply").path("parent"), "uri")
        .ifPresent(
            parent ->
                draft.attributions.add(
                    attribution(
                        Attribution.How.REPLY,
                        item.path("reply").path("parent").path("author"),
                        address(parent, item.path("reply").path("parent").path("author")))));
    embed(post.path("embed"), draft);
    tags(record, draft);
    return draft.entry();
  }

  /// Hashtags in the text, and those beside it.
  private static void tags(JsonNode record, Posts.Draft draft) {
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode facet : record.path("facets")) {
      facet.path("features").forEach(feature -> Json.text(feature, "tag").ifPresent(tags::add));
    }
    record.path("tags").forEach(tag -> tags.add(tag.asText()));
    draft.categories.addAll(tags);
  }

  private static Optional<String> first(JsonNode array) {
    return Optional.of(array.path(0).asText("")).filter(lang -> lang.matches("[a-z]{2}"));
  }

  private static Attribution attribution(
      Attribution.How how, JsonNode author, Optional<String> url) {
    return new Attribution(how, "@" + author.path("handle").asText(""), url, -1, -1);
  }

  /// `at://did/app.bsky.feed.post/KEY` as a page address.
  private static Optional<String> address(String uri, JsonNode author) {
    String[] parts = uri.split("/");
    if (parts.length != 5) {
      return Optional.empty();
    }
    return Optional.of(
        "https://bsky.app/profile/"
            + Json.text(author, "handle").orElse(parts[2])
            + "/post/"
            + parts[4]);
  }

  /// The text with its links, which stand in facets by offsets in UTF-8 bytes.
  private static String html(JsonNode record) {
    byte[] text = record.path("text").asText("").getBytes(StandardCharsets.UTF_8);
    StringBuilder html = new StringBuilder();
    int done = 0;
    for (JsonNode facet : record.path("facets")) {
      int start = facet.path("index").path("byteStart").asInt(-1);
      int end = facet.path("index").path("byteEnd").asInt(-1);
      Optional<String> link = Json.text(facet.path("features").path(0), "uri");
      if (link.isPresent() && start >= done && end > start && end <= text.length) {
        html.append(escaped(text, done, start))
            .append("<a href=\"")
            .append(Entities.escape(link.get()))
            .append("\">")
            .append(escaped(text, start, end))
            .append("</a>");
        done = end;
      }
    }
    html.append(escaped(text, done, text.length));
    return html.isEmpty() ? "" : "<p>" + html.toString().replace("\n", "<br>") + "</p>";
  }

  private static String escaped(byte[] text, int from, int to) {
    return Entities.escape(new String(text, from, to - from, StandardCharsets.UTF_8));
  }

  private static void embed(JsonNode embed, Posts.Draft draft) {
    for (JsonNode image : embed.path("images")) {
      Json.text(image, "fullsize")
          .ifPresent(url -> draft.images.add(new Image(url, Json.text(image, "alt"))));
    }
    Json.text(embed, "thumbnail")
        .ifPresent(url -> draft.images.add(new Image(url, Json.text(embed, "alt"))));
    Json.text(embed, "playlist")
        .ifPresent(
            url ->
                draft.enclosures.add(
                    new Entry.Enclosure(url, Optional.of("application/vnd.apple.mpegurl"), -1)));
    JsonNode external = embed.path("external");
    Json.text(external, "uri")
        .ifPresent(
            url ->
                draft.html +=
                    "<p><a href=\""
                        + Entities.escape(url)
                        + "\">"
                        + Entities.escape(external.path("title").asText(url))
                        + "</a></p>");
    JsonNode quoted =
        embed.path("record").has("record")
            ? embed.path("record").path("record")
            : embed.path("record");
    Json.text(quoted, "uri")
        .ifPresent(
            uri ->
                draft.attributions.add(
                    attribution(
                        Attribution.How.LINK,
                        quoted.path("author"),
                        address(uri, quoted.path("author")))));
    if (embed.has("media")) {
      embed(embed.path("media"), draft);
    }
  }
}
