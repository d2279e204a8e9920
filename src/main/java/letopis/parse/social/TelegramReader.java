package letopis.parse.social;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.charset.Charsets;
import letopis.parse.feed.FeedDates;
import letopis.parse.feed.Links;
import letopis.parse.feed.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads the public web preview of a Telegram channel (`t.me/s/NAME`) and the embedded view of one
/// post (`t.me/NAME/ID?embed=1`). The markup is not documented: selectors follow the pages as
/// captured and what maintained readers agree on.
public final class TelegramReader {
  /// The reason given when a post is gone; a re-check of a post looks for it.
  public static final String GONE = "post not found";

  private static final URI HOST = URI.create("https://t.me/");
  private static final String NOT_SHOWN = ".message_media_not_supported";
  private static final Pattern BACKGROUND =
      Pattern.compile("background-image:\\s*url\\(['\"]?([^'\")]+)");

  /// The entries of a channel page, oldest first, or the one of an embedded post.
  public FeedResult read(FeedInput input) {
    String html = Charsets.decode(input.body(), input.contentType(), Charsets.Kind.HTML).text();
    Document page = Jsoup.parse(html, input.url().toString());
    page.outputSettings().prettyPrint(false);
    Element error = page.selectFirst(".tgme_widget_message_error");
    if (error != null) {
      return new NotAFeed(GONE + ": " + PlainText.oneLine(error.text()));
    }
    boolean channel = page.selectFirst(".tgme_channel_history, .tgme_channel_info") != null;
    List<Element> messages =
        page.select(".tgme_widget_message").stream()
            .filter(message -> !message.hasClass("service_message"))
            .toList();
    if (messages.isEmpty() && !channel) {
      return new NotAFeed(noPreview(page, input.url()));
    }
    List<String> warnings = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Element message : messages) {
      entry(message, input, warnings).ifPresent(entries::add);
    }
    int service = page.select(".service_message").size();
    if (service > 0) {
      warnings.add(service + " service messages left out");
    }
    return Posts.feed(
        channel ? "telegram-preview" : "telegram-post",
        name(page),
        home(page),
        entries,
        older(page),
        warnings);
  }

  private static String noPreview(Document page, URI url) {
    if (page.selectFirst(".tgme_page") == null) {
      return "not a page of a Telegram channel";
    }
    String path = url.getPath() == null ? "" : url.getPath();
    String what =
        page.selectFirst(".tgme_page_extra") == null
            ? "no such channel"
            : "a channel, group or person";
    return what
        + (path.startsWith("/s/") ? "" : ", redirected to " + url)
        + ": without a public web preview (private, restricted, or not a channel)";
  }

  private static Optional<String> name(Document page) {
    return Optional.ofNullable(
            page.selectFirst(".tgme_channel_info_header_title, .tgme_widget_message_owner_name"))
        .map(element -> PlainText.oneLine(element.text()));
  }

  private static Optional<String> home(Document page) {
    return Optional.ofNullable(
            page.selectFirst(
                ".tgme_channel_info_header_username a[href],"
                    + " a.tgme_widget_message_owner_name[href]"))
        .flatMap(link -> Links.resolve(HOST, link.attr("href")));
  }

  /// The next older page; only when it goes back.
  private static Optional<String> older(Document page) {
    return Optional.ofNullable(page.selectFirst("a.tme_messages_more[data-before]"))
        .flatMap(link -> Links.resolve(HOST, link.attr("href")));
  }

  private Optional<Entry> entry(Element message, FeedInput input, List<String> warnings) {
    Element date = message.selectFirst("a.tgme_widget_message_date[href]");
    Optional<String> link =
        Optional.ofNullable(date).flatMap(a -> Links.resolve(HOST, a.attr("href")));
    String post = message.attr("data-post");
    if (post.isEmpty()) {
      post = link.map(url -> URI.create(url).getPath().substring(1)).orElse("");
    }
    if (!post.matches("[A-Za-z0-9_]+/\\d+(?:/\\d+)?")) {
      warnings.add("a message without a number left out");
      return Optional.empty();
    }
    Posts.Draft draft = new Posts.Draft(post);
    draft.url = Optional.of(HOST + post);
    // A video's length is a `time` element too; the one in the date link is the post's.
    FeedDates dates = new FeedDates(input.zone(), input.at(), PublishedFrom.PLATFORM);
    draft.published =
        Optional.ofNullable(date)
            .map(a -> a.selectFirst("time[datetime]"))
            .or(
                () ->
                    Optional.ofNullable(
                        message.selectFirst(".tgme_widget_message_meta time[datetime]")))
            .flatMap(time -> dates.read(time.attr("datetime")));
    draft.html = html(message, draft);
    draft.views =
        Optional.ofNullable(message.selectFirst(".tgme_widget_message_views"))
            .map(views -> Posts.count(views.text()))
            .orElse(-1L);
    Optional.ofNullable(message.selectFirst(".tgme_widget_message_from_author"))
        .map(author -> PlainText.oneLine(author.text()))
        .ifPresent(draft.authors::add);
    media(message, draft);
    relations(message, draft);
    marks(message, draft);
    return Optional.of(draft.entry());
  }

  /// The preview marks an edited post without a time, and media that it cannot show.
  private static void marks(Element message, Posts.Draft draft) {
    Element meta = message.selectFirst(".tgme_widget_message_meta");
    if (meta != null && meta.ownText().contains("edited")) {
      draft.marks.add(Entry.Mark.EDITED);
    }
    if (message.selectFirst(NOT_SHOWN) != null) {
      draft.marks.add(Entry.Mark.MEDIA_NOT_SHOWN);
    }
  }

  /// The text of the post as HTML, with poll and document names; not that of a quoted post.
  private static String html(Element message, Posts.Draft draft) {
    StringBuilder html = new StringBuilder();
    for (Element text : message.select(".tgme_widget_message_text")) {
      boolean foreign =
          text.hasClass("js-message_reply_text")
              || text.closest("a.tgme_widget_message_reply, .tgme_widget_message_link_preview")
                  != null
              || text.parents().hasClass("tgme_widget_message_text");
      if (!foreign) {
        html.append("<p>").append(TelegramText.clean(text, draft.categories)).append("</p>");
      }
    }
    for (Element document :
        message.select(
            ".tgme_widget_message_document_title, .tgme_widget_message_poll_question,"
                + " .tgme_widget_message_poll_option_text")) {
      html.append(PlainText.asHtml(document.text()));
    }
    return html.toString().replace("<p></p>", "");
  }

  private static void media(Element message, Posts.Draft draft) {
    for (Element photo :
        message.select(
            "a.tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb,"
                + " .link_preview_image, .link_preview_right_image")) {
      Matcher matcher = BACKGROUND.matcher(photo.attr("style"));
      if (matcher.find()) {
        Links.resolve(HOST, matcher.group(1))
            .ifPresent(url -> draft.images.add(new Image(url, Optional.empty())));
      }
    }
    for (Element file : message.select("video[src], audio[src]")) {
      String type = file.tagName().equals("video") ? "video/mp4" : "audio/ogg";
      Links.resolve(HOST, file.attr("src"))
          .ifPresent(url -> draft.enclosures.add(new Entry.Enclosure(url, Optional.of(type), -1)));
    }
  }

  /// From whom it was forwarded and what it answers.
  private static void relations(Element message, Posts.Draft draft) {
    Element from = message.selectFirst(".tgme_widget_message_forwarded_from_name");
    if (from != null) {
      draft.attributions.add(attribution(Attribution.How.FORWARD, from.text(), from.attr("href")));
    }
    Element reply = message.selectFirst("a.tgme_widget_message_reply[href]");
    if (reply != null) {
      Element author = reply.selectFirst(".tgme_widget_message_author_name");
      draft.attributions.add(
          attribution(
              Attribution.How.REPLY, author == null ? "" : author.text(), reply.attr("href")));
    }
  }

  private static Attribution attribution(Attribution.How how, String name, String href) {
    return new Attribution(how, PlainText.oneLine(name), Links.resolve(HOST, href), -1, -1);
  }
}
