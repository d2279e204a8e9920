package letopis.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.parse.Entry;

/// The statuses of a captured answer of a Mastodon server, by the keys of its JSON.
final class MastodonExpectations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Comparison comparison;

  MastodonExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(String name, byte[] bytes) throws IOException {
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
      status(name, path, statuses.get(i), PostExpectations.at(entries, i));
    }
  }

  private void status(String name, String path, JsonNode status, Optional<Entry> entry) {
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

  private static String texts(JsonNode nodes, String key) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.path(key).asText()));
    return String.join("\n", texts);
  }
}
