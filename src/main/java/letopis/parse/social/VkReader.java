package letopis.parse.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.feed.PlainText;

/// Reads answers of VK's `wall.get` (API 5.131 to 5.199). Posts that a person, not the community,
/// wrote on the wall are left out.
public final class VkReader {
  private static final String SITE = "https://vk.com/";
  private static final Pattern MENTION =
      Pattern.compile(
          "\\[(?:(?:id|club|public|event)\\d+(?::[^|\\]]*)?|https?://[^|\\]]+)\\|([^\\]]*)\\]");
  private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{N}_]{2,})(?:@\\w+)?");

  /// The entries of an answer, newest first, as VK gives them.
  public FeedResult read(FeedInput input) {
    return Json.read(input.body())
        .map(root -> read(root, input.url()))
        .orElse(new NotAFeed("broken JSON"));
  }

  /// Whether this is an answer of `wall.get`.
  static boolean isOne(JsonNode root) {
    JsonNode items = answer(root).path("items");
    return root.path("error").has("error_code") || items.isArray() && items.path(0).has("owner_id");
  }

  FeedResult read(JsonNode root, URI url) {
    JsonNode error = root.path("error");
    if (error.has("error_code")) {
      int code = error.path("error_code").asInt();
      return new NotAFeed(
          VkErrors.reason(code, error.path("error_msg").asText()), VkErrors.wait(code));
    }
    JsonNode answer = answer(root);
    if (!answer.path("items").isArray()) {
      return new NotAFeed("JSON, but not an answer of VK's wall.get");
    }
    Map<Long, String> groups = groups(answer);
    List<String> warnings = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    int persons = 0;
    for (JsonNode post : answer.path("items")) {
      String type = post.path("post_type").asText("post");
      boolean person = post.path("from_id").asLong(post.path("owner_id").asLong()) > 0;
      boolean own = type.equals("post") || type.equals("copy") || type.isEmpty();
      if (person) {
        persons++;
      } else if (own && !post.path("is_deleted").asBoolean() && post.has("id")) {
        entries.add(entry(post, groups));
      }
    }
    if (persons > 0) {
      warnings.add(persons + " posts of persons left out");
    }
    return Posts.feed(
        "vk-wall", owner(answer, groups), Optional.empty(), entries, older(answer, url), warnings);
  }

  private static JsonNode answer(JsonNode root) {
    return root.has("response") ? root.path("response") : root;
  }

  private static Map<Long, String> groups(JsonNode answer) {
    Map<Long, String> groups = new HashMap<>();
    for (JsonNode group : answer.path("groups")) {
      groups.put(-group.path("id").asLong(), group.path("name").asText());
    }
    return groups;
  }

  private static Optional<String> owner(JsonNode answer, Map<Long, String> groups) {
    return Optional.ofNullable(groups.get(answer.path("items").path(0).path("owner_id").asLong()));
  }

  /// The next page of `wall.get`, while there is one.
  private static Optional<String> older(JsonNode answer, URI url) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    Matcher matcher = Pattern.compile("(?:^|&)offset=(\\d{1,9})").matcher(query);
    int offset = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    int next = offset + answer.path("items").size();
    if (!url.getPath().contains("wall.get")
        || next == offset
        || next >= answer.path("count").asInt()) {
      return Optional.empty();
    }
    String rest =
        query.replaceAll("(^|&)offset=\\d+", "").replaceAll("(^|&)access_token=[^&]*", "");
    return Optional.of(
        url.getScheme()
            + "://"
            + url.getRawAuthority()
            + url.getRawPath()
            + "?"
            + rest
            + "&offset="
            + next);
  }

  private static Entry entry(JsonNode post, Map<Long, String> groups) {
    String id = post.path("owner_id").asLong() + "_" + post.path("id").asLong();
    Posts.Draft draft = new Posts.Draft(id);
    draft.url = Optional.of(SITE + "wall" + id);
    draft.published =
        Optional.of(Posts.platformTime(Instant.ofEpochSecond(post.path("date").asLong())));
    if (post.path("edited").asLong() > 0) {
      draft.updated = Optional.of(Instant.ofEpochSecond(post.path("edited").asLong()));
    }
    draft.views = post.path("views").path("count").asLong(-1);
    StringBuilder html = new StringBuilder();
    content(post, html, draft);
    for (JsonNode copy : post.path("copy_history")) {
      draft.attributions.add(repost(copy, groups));
      content(copy, html, draft);
    }
    JsonNode copyright = post.path("copyright");
    if (copyright.isObject()) {
      String link = copyright.path("link").asText();
      draft.attributions.add(
          new Attribution(
              Attribution.How.SOURCE,
              PlainText.oneLine(copyright.path("name").asText(link)),
              Optional.of(link).filter(value -> value.startsWith("http")),
              -1,
              -1));
    }
    draft.html = html.toString();
    return draft.entry();
  }

  /// A repost of a community is named; one of a person is not.
  private static Attribution repost(JsonNode copy, Map<Long, String> groups) {
    long owner = copy.path("owner_id").asLong();
    String address = SITE + "wall" + owner + "_" + copy.path("id").asLong();
    return owner < 0
        ? new Attribution(
            Attribution.How.FORWARD,
            groups.getOrDefault(owner, SITE + "club" + -owner),
            Optional.of(address),
            -1,
            -1)
        : new Attribution(Attribution.How.FORWARD, "vk.com", Optional.empty(), -1, -1);
  }

  private static void content(JsonNode post, StringBuilder html, Posts.Draft draft) {
    String text = plain(post.path("text").asText());
    if (!text.isBlank()) {
      html.append(PlainText.asHtml(text));
    }
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      draft.categories.add(tag.group(1));
    }
    for (JsonNode attachment : post.path("attachments")) {
      String type = attachment.path("type").asText();
      attachment(type, attachment.path(type), html, draft);
    }
  }

  static String plain(String text) {
    return MENTION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
  }

  private static void attachment(
      String type, JsonNode node, StringBuilder html, Posts.Draft draft) {
    switch (type) {
      case "photo", "posted_photo", "graffiti" ->
          largest(node.path("sizes"))
              .ifPresent(url -> draft.images.add(new Image(url, caption(node))));
      case "video" -> {
        largest(node.path("image"))
            .ifPresent(url -> draft.images.add(new Image(url, caption(node))));
        html.append(PlainText.asHtml(node.path("title").asText()));
      }
      case "link", "article" -> {
        String url = node.path("url").asText(node.path("view_url").asText());
        if (url.startsWith("http")) {
          html.append("<p><a href=\"")
              .append(org.jsoup.nodes.Entities.escape(url))
              .append("\">")
              .append(org.jsoup.nodes.Entities.escape(node.path("title").asText(url)))
              .append("</a></p>");
        }
      }
      case "doc" -> {
        if (node.path("url").asText().startsWith("http")) {
          draft.enclosures.add(
              new Entry.Enclosure(
                  node.path("url").asText(), Optional.empty(), node.path("size").asLong(-1)));
        }
      }
      case "poll" -> {
        html.append(PlainText.asHtml(node.path("question").asText()));
        node.path("answers")
            .forEach(answer -> html.append(PlainText.asHtml(answer.path("text").asText())));
      }
      default -> {}
    }
  }

  private static Optional<String> caption(JsonNode node) {
    String text = PlainText.oneLine(node.path("text").asText(node.path("title").asText()));
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private static Optional<String> largest(JsonNode sizes) {
    String best = null;
    long most = -1;
    for (JsonNode size : sizes) {
      long pixels = size.path("width").asLong() * size.path("height").asLong();
      String url = size.path("url").asText();
      if (url.startsWith("http") && pixels > most) {
        most = pixels;
        best = url;
      }
    }
    return Optional.ofNullable(best);
  }
}
