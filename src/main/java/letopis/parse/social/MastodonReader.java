package letopis.parse.social;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.feed.FeedDates;
import letopis.parse.feed.PlainText;

/// Reads answers of Mastodon's API: an account (which leads to its statuses), a list of statuses,
/// one status, and the history of one (its versions, oldest first).
public final class MastodonReader {
  /// The entries of an answer; those of a history all have the status's id.
  public FeedResult read(FeedInput input) {
    return Json.read(input.body())
        .map(root -> read(root, input))
        .orElse(new NotAFeed("broken JSON"));
  }

  /// The address of the versions of a status.
  public static Optional<String> history(String host, String id) {
    return id.matches("\\d{1,20}")
        ? Optional.of("https://" + host + "/api/v1/statuses/" + id + "/history")
        : Optional.empty();
  }

  static boolean isOne(JsonNode root) {
    JsonNode first = root.isArray() ? root.path(0) : root;
    return first.has("created_at") && (first.has("account") || first.has("acct"));
  }

  FeedResult read(JsonNode root, FeedInput input) {
    if (root.has("error")) {
      return new NotAFeed("Mastodon: " + PlainText.oneLine(root.path("error").asText()));
    }
    if (root.has("descendants")) {
      return new NotAFeed("a thread of replies: comments are not read");
    }
    if (root.has("acct") && root.has("id")) {
      return account(root, input.url());
    }
    List<JsonNode> statuses = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(statuses::add);
    } else {
      statuses.add(root);
    }
    if (!statuses.isEmpty() && !isOne(statuses.getFirst())) {
      return new NotAFeed("JSON, but not an answer of Mastodon");
    }
    boolean history = !statuses.isEmpty() && !statuses.getFirst().has("id");
    List<Entry> entries = new ArrayList<>();
    int hidden = 0;
    for (JsonNode status : statuses) {
      String visibility = status.path("visibility").asText("public");
      if (visibility.equals("public") || visibility.equals("unlisted")) {
        entries.add(entry(status, input, history));
      } else {
        hidden++;
      }
    }
    return Posts.feed(
        history ? "mastodon-history" : "mastodon",
        statuses.isEmpty()
            ? Optional.empty()
            : Json.text(statuses.getFirst().path("account"), "display_name"),
        statuses.isEmpty()
            ? Optional.empty()
            : Json.text(statuses.getFirst().path("account"), "url"),
        entries,
        older(statuses, input.url()),
        hidden == 0 ? List.of() : List.of(hidden + " statuses that are not public left out"));
  }

  private static FeedResult account(JsonNode account, URI url) {
    String statuses =
        url.getScheme()
            + "://"
            + url.getRawAuthority()
            + "/api/v1/accounts/"
            + account.path("id").asText()
            + "/statuses?limit=40&exclude_replies=true";
    return new FeedResult.Feed(
        "mastodon-account",
        Json.text(account, "display_name"),
        Json.text(account, "url"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(statuses),
        Optional.empty(),
        List.of());
  }

  private static Optional<String> older(List<JsonNode> statuses, URI url) {
    if (statuses.size() < 2 || url.getPath() == null || !url.getPath().endsWith("/statuses")) {
      return Optional.empty();
    }
    String query =
        url.getRawQuery() == null ? "" : url.getRawQuery().replaceAll("&?max_id=\\d+", "");
    return Json.text(statuses.getLast(), "id")
        .map(
            last ->
                url.getScheme()
                    + "://"
                    + url.getRawAuthority()
                    + url.getRawPath()
                    + "?"
                    + query
                    + (query.isEmpty() ? "" : "&")
                    + "max_id="
                    + last);
  }

  private static Entry entry(JsonNode status, FeedInput input, boolean history) {
    FeedDates dates = new FeedDates(input.zone(), input.at(), PublishedFrom.PLATFORM);
    String path = input.url().getPath() == null ? "" : input.url().getPath();
    Posts.Draft draft =
        new Posts.Draft(
            history
                ? path.replaceAll("\\D", " ").strip().replaceAll(".* ", "")
                : status.path("id").asText());
    draft.url = Json.text(status, "url").or(() -> Json.text(status, "uri"));
    draft.published = Json.text(status, "created_at").flatMap(dates::read);
    draft.updated = Json.text(status, "edited_at").flatMap(dates::read).map(Claimed::at);
    draft.lang = Json.text(status, "language").filter(lang -> lang.matches("[a-z]{2}"));
    draft.title = Json.text(status, "spoiler_text").map(PlainText::oneLine);
    draft.html = status.path("content").asText("");
    JsonNode boosted = status.path("reblog");
    if (boosted.isObject()) {
      draft.attributions.add(
          new Attribution(
              Attribution.How.FORWARD,
              "@" + boosted.path("account").path("acct").asText(),
              Json.text(boosted, "url").or(() -> Json.text(boosted, "uri")),
              -1,
              -1));
      draft.html = boosted.path("content").asText(draft.html);
      poll(boosted, draft);
      media(boosted, draft);
    }
    poll(status, draft);
    quote(status, draft);
    reply(status, draft);
    media(status, draft);
    for (JsonNode tag : status.path("tags")) {
      Json.text(tag, "name").ifPresent(draft.categories::add);
    }
    return draft.entry();
  }

  /// What a poll lets choose is part of what is said.
  private static void poll(JsonNode status, Posts.Draft draft) {
    for (JsonNode option : status.path("poll").path("options")) {
      draft.html += PlainText.asHtml(option.path("title").asText());
    }
  }

  /// A quoted status, as far as its author lets it be seen; Mastodon 4.4 and later.
  private static void quote(JsonNode status, Posts.Draft draft) {
    JsonNode quoted = status.path("quote").path("quoted_status");
    if (quoted.isObject()) {
      draft.attributions.add(
          new Attribution(
              Attribution.How.LINK,
              "@" + quoted.path("account").path("acct").asText(),
              Json.text(quoted, "url").or(() -> Json.text(quoted, "uri")),
              -1,
              -1));
    }
  }

  /// What it answers is known only by account; the mentions name it.
  private static void reply(JsonNode status, Posts.Draft draft) {
    Optional<String> account = Json.text(status, "in_reply_to_account_id");
    if (account.isEmpty()) {
      return;
    }
    String name =
        account.equals(Json.text(status.path("account"), "id"))
            ? status.path("account").path("acct").asText()
            : "";
    for (JsonNode mention : status.path("mentions")) {
      if (account.equals(Json.text(mention, "id"))) {
        name = mention.path("acct").asText();
      }
    }
    if (!name.isEmpty()) {
      draft.attributions.add(
          new Attribution(Attribution.How.REPLY, "@" + name, Optional.empty(), -1, -1));
    }
  }

  private static void media(JsonNode status, Posts.Draft draft) {
    for (JsonNode media : status.path("media_attachments")) {
      Optional<String> url = Json.text(media, "url").or(() -> Json.text(media, "remote_url"));
      if (url.isPresent() && media.path("type").asText().equals("image")) {
        draft.images.add(new Image(url.get(), Json.text(media, "description")));
      } else if (url.isPresent()) {
        draft.enclosures.add(new Entry.Enclosure(url.get(), Json.text(media, "type"), -1));
      }
    }
  }
}
