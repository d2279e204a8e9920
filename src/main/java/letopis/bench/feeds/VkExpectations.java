package letopis.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.parse.Entry;

/// The posts of a captured answer of VK's `wall.get`, by the keys of its JSON.
final class VkExpectations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VK_TAG = Pattern.compile("#([\\p{L}\\p{N}_]{2,})");

  private final Comparison comparison;

  VkExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(String name, byte[] bytes) throws IOException {
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
      String tags = PostExpectations.all(VK_TAG, post.path("text").asText());
      comparison
          .of("vk", name + " " + id, PostExpectations.at(entries, i))
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
}
