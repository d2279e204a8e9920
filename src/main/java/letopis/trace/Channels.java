package letopis.trace;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What channels of social networks are called by in texts, each in one form: `@channel` and
/// `t.me/channel`, `vk.com/club123` and `vk.com/channel`, `@account@instance.example`,
/// `@account.bsky.social`.
final class Channels {
  private static final Pattern POST =
      Pattern.compile(
          "https?://(?:www\\.)?(t(?:elegram)?\\.me|x\\.com|twitter\\.com)/(?:s/)?([A-Za-z]\\w{2,63})/.+");
  private static final Pattern WALL =
      Pattern.compile("https?://vk\\.(?:com|ru)/wall-(\\d{1,18})_\\d+");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:https?://)?(?:www\\.|m\\.)?(t(?:elegram)?\\.me|vk\\.(?:com|ru)|x\\.com|twitter\\.com)"
              + "/(?:s/)?(?:public(?=\\d))?(\\w{2,63}(?:\\.\\w{2,63}){0,4})(?:[/?#].*)?");

  /// `https://instance.example/@account`, on another instance `/@account@instance.example`, and its
  /// posts.
  private static final Pattern MASTODON =
      Pattern.compile(
          "https?://([a-z\\d.:-]{3,253})/(?:@(\\w{1,63})(?:@([a-z\\d.-]{3,253}))?(?:/\\d+)?"
              + "|users/(\\w{1,63})/statuses/\\d+)/?");
  private static final String BLUESKY_PROFILE = "bsky.app/profile/";
  private static final Pattern BLUESKY =
      Pattern.compile(
          "(?:(?:https?://)?bsky\\.app/profile/)?((?:[a-z\\d-]{1,63}\\.){1,4}[a-z]{2,63}"
              + "|did:[a-z]{1,20}:[\\w.:%-]{1,200})(?:/post/\\w+)?/?");

  private Channels() {}

  /// What the channel of a post may be called by; none for what is no post.
  ///
  /// @param canonical address of a publication
  static Set<String> ofPost(String canonical) {
    Matcher post = POST.matcher(canonical);
    if (post.matches()) {
      String channel = post.group(2).toLowerCase(Locale.ROOT);
      return Set.of("@" + channel, site(post.group(1)) + "/" + channel);
    }
    String small = canonical.toLowerCase(Locale.ROOT);
    boolean named =
        small.contains(BLUESKY_PROFILE)
            || WALL.matcher(small).matches()
            || MASTODON.matcher(small).matches();
    return named ? Set.of(key(canonical)) : Set.of();
  }

  /// The one of these that a name in a text means; another name as it is.
  static String key(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.startsWith("@")) {
      return small;
    }
    Matcher wall = WALL.matcher(small);
    if (wall.matches()) {
      return "vk.com/club" + wall.group(1);
    }
    Matcher named = NAME.matcher(small);
    if (named.matches()) {
      String channel = named.group(2);
      return site(named.group(1))
          + "/"
          + (Character.isDigit(channel.charAt(0)) ? "club" : "")
          + channel;
    }
    Matcher federated = MASTODON.matcher(small);
    if (federated.matches()) {
      String host = federated.group(3) == null ? federated.group(1) : federated.group(3);
      String account = federated.group(2) == null ? federated.group(4) : federated.group(2);
      return "@" + account + "@" + host;
    }
    Matcher bluesky = BLUESKY.matcher(small);
    boolean handle =
        bluesky.matches() && (small.contains(BLUESKY_PROFILE) || small.endsWith(".bsky.social"));
    return handle ? "@" + bluesky.group(1) : name;
  }

  /// The host that a platform's names are compared under.
  private static String site(String host) {
    return switch (host) {
      case "telegram.me" -> "t.me";
      case "vk.ru" -> "vk.com";
      case "twitter.com" -> "x.com";
      default -> host;
    };
  }
}
