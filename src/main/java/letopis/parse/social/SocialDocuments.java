package letopis.parse.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;

/// Recognises a document of a platform by its content, for files whose source is not known.
public final class SocialDocuments {
  private static final int HEAD = 200_000;

  private SocialDocuments() {}

  /// The reading of a platform's document; empty when it is none.
  public static Optional<FeedResult> read(FeedInput input) {
    byte[] body = input.body();
    int at = 0;
    while (at < body.length && body[at] <= ' ') {
      at++;
    }
    if (at < body.length && (body[at] == '{' || body[at] == '[')) {
      return Json.read(body).flatMap(root -> json(root, input));
    }
    String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.contains("tgme_widget_message")
        || head.contains("tgme_channel_info")
        || head.contains("tgme_page_extra")) {
      return Optional.of(new TelegramReader().read(input));
    }
    if (head.contains("class=\"wall_item\"") || head.contains("wall_posts")) {
      return Optional.of(new VkWallPage().read(input));
    }
    return Optional.empty();
  }

  private static Optional<FeedResult> json(JsonNode root, FeedInput input) {
    if (VkReader.isOne(root)) {
      return Optional.of(new VkReader().read(root, input.url()));
    }
    if (BlueskyReader.isOne(root)) {
      return Optional.of(new BlueskyReader().read(root, input));
    }
    return MastodonReader.isOne(root)
        ? Optional.of(new MastodonReader().read(root, input))
        : Optional.empty();
  }
}
