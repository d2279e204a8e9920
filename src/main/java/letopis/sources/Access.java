package letopis.sources;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where and how a source is read: exactly one of these.
public sealed interface Access {
  /// Before the path, without what platforms put before their names.
  Pattern HOST = Pattern.compile("https?://(?:www\\.|m\\.)?([^/?#]+)", Pattern.CASE_INSENSITIVE);

  /// The address fetched at each poll. Secrets are not part of it, see [Secrets].
  URI address();

  /// The key of the configuration: `rss`, `sitemap`, …
  default String label() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// What people call the account by in texts, in small letters: `t.me/channel`, `vk.com/name`,
  /// `@account@instance.example`, `@account.bsky.social`; empty for what is no such account.
  default Optional<String> handle() {
    return switch (this) {
      case Telegram(String channel) -> handle("t.me/" + channel);
      case Vk(String wall) ->
          handle("vk.com/" + (wall.startsWith("-") ? "club" + wall.substring(1) : wall));
      case Mastodon(String host, String account) -> handle("@" + account + "@" + host);
      case Bluesky(String actor) -> handle("@" + actor);
      case Rss _, Sitemap _, Html _, Youtube _ -> Optional.empty();
    };
  }

  private static Optional<String> handle(String account) {
    return Optional.of(account.toLowerCase(Locale.ROOT));
  }

  /// The account that an address of a platform names; empty for the addresses of sites.
  static Optional<Access> ofAccount(String address) {
    Matcher host = HOST.matcher(address);
    if (!host.lookingAt()) {
      return Optional.empty();
    }
    try {
      return switch (host.group(1).toLowerCase(Locale.ROOT)) {
        case "t.me", "telegram.me" -> Optional.of(Addresses.telegram(address));
        case "vk.com", "vk.ru" -> Optional.of(Addresses.vk(address));
        case "bsky.app" -> Optional.of(Addresses.bluesky(address));
        case "youtube.com" -> Optional.of(Addresses.youtube(address));
        default ->
            address.matches("https?://[^/]+/@[A-Za-z0-9_]+/?")
                ? Optional.of(Addresses.mastodon(address))
                : Optional.empty();
      };
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A feed: RSS, RDF, Atom or JSON Feed.
  record Rss(URI address) implements Access {
    public Rss {
      Objects.requireNonNull(address);
    }
  }

  /// A sitemap or an index of sitemaps.
  record Sitemap(URI address) implements Access {
    public Sitemap {
      Objects.requireNonNull(address);
    }
  }

  /// A page that lists articles, read by jsoup CSS selectors.
  ///
  /// @param item one element of the list
  /// @param link inside the item; the first link of the item when absent
  /// @param title inside the item; the text of the link when absent
  /// @param date inside the item; its `datetime` attribute or text
  record Html(
      URI address,
      String item,
      Optional<String> link,
      Optional<String> title,
      Optional<String> date,
      Optional<String> summary)
      implements Access {
    public Html {
      Objects.requireNonNull(address);
      Objects.requireNonNull(item);
      Objects.requireNonNull(link);
      Objects.requireNonNull(title);
      Objects.requireNonNull(date);
      Objects.requireNonNull(summary);
    }
  }

  /// A public Telegram channel, read by its web preview.
  ///
  /// @param channel the handle without `@`
  record Telegram(String channel) implements Access {
    public Telegram {
      Objects.requireNonNull(channel);
    }

    @Override
    public URI address() {
      return URI.create("https://t.me/s/" + channel);
    }
  }

  /// A VK community wall, read through `wall.get`.
  ///
  /// @param wall the short name, or `-` and the community's number
  record Vk(String wall) implements Access {
    static final String VERSION = "5.199";

    public Vk {
      Objects.requireNonNull(wall);
    }

    @Override
    public URI address() {
      String who = wall.matches("-\\d+") ? "owner_id=" + wall : "domain=" + wall;
      return URI.create(
          "https://api.vk.com/method/wall.get?" + who + "&count=100&extended=1&v=" + VERSION);
    }
  }

  /// A Mastodon account: the address looks up its number, whose answer leads to the statuses.
  ///
  /// @param host the instance
  /// @param account the local name without `@`
  record Mastodon(String host, String account) implements Access {
    public Mastodon {
      Objects.requireNonNull(host);
      Objects.requireNonNull(account);
    }

    @Override
    public URI address() {
      return URI.create("https://" + host + "/api/v1/accounts/lookup?acct=" + encode(account));
    }
  }

  /// A Bluesky account, read through the public API.
  ///
  /// @param actor the handle (`name.bsky.social`) or DID
  record Bluesky(String actor) implements Access {
    public Bluesky {
      Objects.requireNonNull(actor);
    }

    @Override
    public URI address() {
      return URI.create(
          "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor="
              + encode(actor)
              + "&filter=posts_and_author_threads&limit=50");
    }
  }

  /// A YouTube channel or playlist, read by its Atom feed.
  ///
  /// @param id `UC…` (channel) or `PL…`/`UU…` (playlist)
  record Youtube(String id) implements Access {
    public Youtube {
      Objects.requireNonNull(id);
    }

    @Override
    public URI address() {
      String parameter = isChannel() ? "channel_id" : "playlist_id";
      return URI.create("https://www.youtube.com/feeds/videos.xml?" + parameter + "=" + encode(id));
    }

    /// Whether it is a channel, whose feed has its latest videos without holes.
    public boolean isChannel() {
      return id.startsWith("UC");
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
