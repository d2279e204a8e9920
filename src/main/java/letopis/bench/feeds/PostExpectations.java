package letopis.bench.feeds;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/// Each field of captured posts as the capture itself says it, read a second time and as plainly as
/// can be: JSON by its keys ([VkExpectations], [MastodonExpectations]), markup by its letters.
final class PostExpectations {
  private static final String TELEGRAM = "https://t.me/";
  private static final Pattern PHOTO =
      Pattern.compile(
          "(?:message_photo_wrap|message_video_thumb|preview_right_image|preview_image)\\b[^>]*?"
              + "background-image:\\s*url\\('([^']+)'");
  private static final Pattern HASHTAG = Pattern.compile("href=\"\\?q=%23[^\"]*\">#([^<]+)<");

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
      new VkExpectations(comparison).check(f.getKey(), f.getValue());
    }
    for (Map.Entry<String, byte[]> f : posts.getOrDefault("mastodon", Map.of()).entrySet()) {
      new MastodonExpectations(comparison).check(f.getKey(), f.getValue());
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

  /// The entry that was read for a post; empty when there are fewer.
  static Optional<Entry> at(List<Entry> entries, int index) {
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

  /// What a pattern finds, each once, a line each.
  static String all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map((MatchResult one) -> one.group(1))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
