package letopis.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.document.Attribution;
import letopis.parse.Entry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Each field of captured posts as the capture itself says it, read here a second time and as
/// plainly as can be: JSON by its keys, markup by its letters.
final class PostExpectations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TELEGRAM = "https://t.me/";
  private static final Pattern PHOTO =
      Pattern.compile(
          "(?:message_photo_wrap|message_video_thumb|preview_right_image|preview_image)\\b[^>]*?"
              + "background-image:\\s*url\\('([^']+)'");
  private static final Pattern HASHTAG = Pattern.compile("href=\"\\?q=%23[^\"]*\">#([^<]+)<");
  private static final Pattern VK_TAG = Pattern.compile("#([\\p{L}\\p{N}_]{2,})");

  private final Comparison comparison;

  PostExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  /// @param posts captures by platform, as [FeedSuites#posts()] has them
  /// @param feeds sets of feeds, some of which are YouTube's
  void all(Map<String, Map<String, byte[]>> posts, Map<String, Map<String, byte[]>> feeds)
      throws IOException {
    for (Map.Entry<String, byte[]> f : posts.getOrDefault("telegram", Map.of()).entrySet()) {
      telegram(f.getKey(), f.getValue());
    }
    for (Map.Entry<String, byte[]> f : posts.getOrDefault("vk", Map.of()).entrySet()) {
      vk(f.getKey(), f.getValue());
    }
    for (Map.Entry<String, byte[]> f : posts.getOrDefault("mastodon", Map.of()).entrySet()) {
      mastodon(f.getKey(), f.getValue());
    }
    feeds.forEach(
        (set, files) ->
            files.forEach(
                (name, bytes) -> {
                  String text = new String(bytes, StandardCharsets.UTF_8);
                  if (text.contains("<yt:videoId>")) {
                    youtube(set + "/" + name, bytes, text);
                  }
                }));
  }

  private void telegram(String name, byte[] bytes) {
    String[] posts = new String(bytes, StandardCharsets.UTF_8).split("data-post=\"");
    List<Entry> entries =
        comparison.entries(bytes, Optional.empty(), URI.create(TELEGRAM + "s/channel"));
    for (int i = 1; i < posts.length; i++) {
      String post = posts[i];
      String id = post.substring(0, post.indexOf('"'));
      comparison
          .of("telegram", name + " " + id, at(entries, i - 1))
          .field("id", id, Entry::id)
          .field("url", TELEGRAM + id, e -> e.url().orElse(""))
          .published(between(post, "<time datetime=\"", "\""))
          .field("views", number(between(post, "message_views\">", "<")), e -> e.views() + "")
          .field("text", telegramText(post), Entry::content)
          .field("images", all(PHOTO, post), EntryFields::images)
          .field("files", between(post, "<video src=\"", "\""), EntryFields::files)
          .field("tags", all(HASHTAG, post), e -> String.join("\n", e.categories()))
          .field(
              "author",
              between(post, "message_from_author\"", "</").replaceFirst(".*>", ""),
              e -> String.join("", e.authors()))
          .field(
              "forward",
              between(post, "forwarded_from_name\"", "</").replaceFirst(".*>", ""),
              e -> EntryFields.named(e, Attribution.How.FORWARD))
          .field(
              "reply",
              between(post, "message_reply\" href=\"", "\""),
              e -> EntryFields.linked(e, Attribution.How.REPLY))
          .field(
              "edited",
              post.contains("edited <") ? "edited" : "not",
              e -> EntryFields.mark(e, Entry.Mark.EDITED))
          .field(
              "media not shown",
              post.contains("media_not_supported_label") ? "media_not_shown" : "not",
              e -> EntryFields.mark(e, Entry.Mark.MEDIA_NOT_SHOWN));
    }
  }

  private static String telegramText(String post) {
    int text = post.indexOf("js-message_text\"");
    return text < 0 ? "" : between(post.substring(text), ">", "</div>");
  }

  private void vk(String name, byte[] bytes) throws IOException {
    JsonNode items = bytes[0] == '{' ? JSON.readTree(bytes).path("items") : JSON.nullNode();
    if (!items.isArray()) {
      return;
    }
    List<Entry> entries =
        comparison.entries(
            bytes, Optional.empty(), URI.create("https://api.vk.com/method/wall.get?domain=x"));
    List<JsonNode> posts = new ArrayList<>();
    items.forEach(posts::add);
    posts.removeIf(post -> post.path("from_id").asLong() > 0);
    for (int i = 0; i < posts.size(); i++) {
      JsonNode post = posts.get(i);
      String id = post.path("owner_id").asText() + "_" + post.path("id").asText();
      long views = post.path("views").path("count").asLong(-1);
      String tags = all(VK_TAG, post.path("text").asText());
      comparison
          .of("vk", name + " " + id, at(entries, i))
          .field("id", id, Entry::id)
          .field("url", "https://vk.com/wall" + id, e -> e.url().orElse(""))
          .published(seconds(post.path("date")))
          .updated(seconds(post.path("edited")))
          .field("views", views + "", e -> e.views() + "")
          .field("text", vkText(post), Entry::content)
          .field("images", vkImages(post), EntryFields::images)
          .field("tags", tags, e -> String.join("\n", e.categories()))
          .field(
              "reposts",
              post.path("copy_history").size() + "",
              e -> EntryFields.count(e, Attribution.How.FORWARD))
          .field(
              "source",
              post.path("copyright").path("name").asText(),
              e -> EntryFields.named(e, Attribution.How.SOURCE));
    }
  }

  private static String seconds(JsonNode time) {
    return time.isNumber() ? Instant.ofEpochSecond(time.asLong()).toString() : "";
  }

  /// The words of the post, then the titles of what is attached.
  private static String vkText(JsonNode post) {
    StringBuilder text =
        new StringBuilder(
            post.path("text").asText().replaceAll("\\[[^|\\]]*\\|([^\\]]*)\\]", "$1"));
    for (JsonNode part : post.path("attachments")) {
      String type = part.path("type").asText();
      if (type.equals("link") || type.equals("video")) {
        text.append(part.path(type).path("title").asText());
      }
    }
    return text.toString().replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String vkImages(JsonNode post) {
    List<String> images = new ArrayList<>();
    for (JsonNode part : post.path("attachments")) {
      String best = "";
      long most = -1;
      for (JsonNode size : part.path("photo").path("sizes")) {
        long pixels = size.path("width").asLong() * size.path("height").asLong();
        if (pixels > most) {
          most = pixels;
          best = size.path("url").asText();
        }
      }
      if (!best.isEmpty()) {
        images.add(best);
      }
    }
    return String.join("\n", images);
  }

  private void mastodon(String name, byte[] bytes) throws IOException {
    JsonNode root = JSON.readTree(bytes);
    if (root.has("descendants")) {
      return; // A thread of other people's answers, which is not read.
    }
    String path = name.replaceFirst("__.{8}\\.json$", "").replace('_', '/');
    List<Entry> entries =
        comparison.entries(bytes, Optional.empty(), URI.create("https://m.example/" + path));
    List<JsonNode> statuses = new ArrayList<>();
    (root.isArray() ? root : JSON.createArrayNode().add(root)).forEach(statuses::add);
    statuses.removeIf(s -> !s.path("visibility").asText("public").matches("public|unlisted"));
    for (int i = 0; i < statuses.size(); i++) {
      mastodon(name, path, statuses.get(i), at(entries, i));
    }
  }

  private void mastodon(String name, String path, JsonNode status, Optional<Entry> entry) {
    String id =
        status.path("id").asText(path.replaceAll("\\D+", " ").strip().replaceAll(".* ", ""));
    JsonNode boost = status.path("reblog");
    JsonNode said = boost.isObject() ? boost : status;
    String url = status.path("url").asText(status.path("uri").asText()).replace("null", "");
    String answered = status.path("in_reply_to_account_id").asText("").replace("null", "");
    // The answer names the account that is answered only where it mentions it or is its own.
    boolean named =
        answered.equals(status.path("account").path("id").asText())
            || texts(status.path("mentions"), "id").lines().anyMatch(answered::equals);
    JsonNode quoted = status.path("quote").path("quoted_status");
    comparison
        .of("mastodon", name + " " + id, entry)
        .field("id", id, Entry::id)
        .field("url", url, e -> e.url().orElse(""))
        .published(status.path("created_at").asText())
        .updated(status.path("edited_at").asText("").replace("null", ""))
        .field("text", said.path("content").asText() + options(said), Entry::content)
        .field("warning", status.path("spoiler_text").asText(), Entry::title)
        .field(
            "lang",
            status.path("language").asText("").replace("null", ""),
            e -> e.lang().orElse(""))
        .field("tags", texts(status.path("tags"), "name"), e -> String.join("\n", e.categories()))
        .field(
            "media",
            texts(said.path("media_attachments"), "url"),
            e -> (EntryFields.images(e) + "\n" + EntryFields.files(e)).strip())
        .field(
            "forward",
            boost.isObject() ? "@" + boost.path("account").path("acct").asText() : "",
            e -> EntryFields.named(e, Attribution.How.FORWARD))
        .field(
            "quote",
            quoted.isObject() ? "@" + quoted.path("account").path("acct").asText() : "",
            e -> EntryFields.named(e, Attribution.How.LINK))
        .field(
            "replies",
            named && !answered.isEmpty() ? "1" : "0",
            e -> EntryFields.count(e, Attribution.How.REPLY));
  }

  private static String options(JsonNode status) {
    return texts(status.path("poll").path("options"), "title");
  }

  private void youtube(String name, byte[] bytes, String text) {
    Document feed = Jsoup.parse(text, "", Parser.xmlParser());
    List<Entry> entries = comparison.entries(bytes, Optional.empty(), FeedSuites.BASE);
    List<Element> videos = feed.select("entry");
    for (int i = 0; i < videos.size(); i++) {
      Element video = videos.get(i);
      Function<String, String> first =
          tag -> Optional.ofNullable(video.selectFirst(tag)).map(Element::wholeText).orElse("");
      comparison
          .of("youtube", name + " " + i, at(entries, i))
          .field("id", first.apply("id"), Entry::id)
          .field("url", video.select("link").attr("href"), e -> e.url().orElse(""))
          .title(first.apply("title"))
          .field("text", first.apply("media|description"), e -> e.content() + e.summary())
          .published(first.apply("published"))
          .updated(first.apply("updated"))
          .field("author", first.apply("author > name"), e -> String.join("\n", e.authors()))
          .field("images", video.select("media|thumbnail").attr("url"), EntryFields::images)
          .field("views", video.select("media|statistics").attr("views"), e -> e.views() + "");
    }
  }

  private static Optional<Entry> at(List<Entry> entries, int index) {
    return index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin);
    return from < 0 || text.indexOf(end, from + begin.length()) < 0
        ? ""
        : text.substring(from + begin.length(), text.indexOf(end, from + begin.length()));
  }

  /// `12.3K` as a number.
  private static String number(String written) {
    double factor = written.endsWith("K") ? 1e3 : written.endsWith("M") ? 1e6 : 1;
    String digits = written.replaceAll("[KM]", "");
    return digits.isEmpty() ? "" : Math.round(Double.parseDouble(digits) * factor) + "";
  }

  private static String all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map((MatchResult one) -> one.group(1))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String texts(JsonNode nodes, String key) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.path(key).asText()));
    return String.join("\n", texts);
  }
}
