package letopis.cli.sources;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.sources.Access;
import letopis.sources.Source;

/// Writes sources as lines of the configuration.
final class SourceYaml {
  private static final int LONGEST_ID = 50;

  private SourceYaml() {}

  /// An id for what is at this address, after its host.
  static String id(URI address) {
    String host = address.getHost();
    return slug(
        host == null ? "feed" : IDN.toUnicode(host).replaceFirst("^(www|feeds|rss)\\.", ""));
  }

  /// Text in the letters that ids have.
  static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+|-+$", "");
    return slug.isEmpty() ? "feed" : slug.substring(0, Math.min(slug.length(), LONGEST_ID));
  }

  /// A YAML string in double quotes.
  static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : c < 0x20 ? " " : "" + (char) c)
        .collect(Collectors.joining("", "\"", "\""));
  }

  /// A source as an item of a list, with its name and how it is read.
  static String item(Source source) {
    return "- id: "
        + source.id()
        + "\n  name: "
        + quoted(source.name())
        + source.language().map(code -> "\n  language: " + code).orElse("")
        + "\n  "
        + access(source.access());
  }

  private static String access(Access access) {
    return switch (access) {
      case Access.Html html ->
          "html:\n    url: "
              + quoted(html.address().toString())
              + "\n    item: "
              + quoted(html.item())
              + line("date", html.date());
      case Access.Rss feed -> "rss: " + quoted(feed.address().toString());
      case Access.Sitemap map -> "sitemap: " + quoted(map.address().toString());
      case Access.Telegram channel -> "telegram: " + channel.channel();
      case Access.Vk wall -> "vk: " + quoted(wall.wall());
      case Access.Mastodon account ->
          "mastodon: " + quoted("@" + account.account() + "@" + account.host());
      case Access.Bluesky account -> "bluesky: " + quoted(account.actor());
      case Access.Youtube videos -> "youtube: " + quoted(videos.id());
    };
  }

  private static String line(String key, Optional<String> selector) {
    return selector.map(css -> "\n    " + key + ": " + quoted(css)).orElse("");
  }
}
