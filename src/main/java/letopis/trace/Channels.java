package letopis.trace;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What channels of social networks are called by in texts: `@channel`, `t.me/channel`,
/// `vk.com/club123`.
final class Channels {
  private static final Pattern POST =
      Pattern.compile(
          "https?://(?:www\\.)?(t\\.me|x\\.com|twitter\\.com)/(?:s/)?([A-Za-z]\\w{2,63})/.+");
  private static final Pattern WALL = Pattern.compile("https?://vk\\.com/wall-(\\d{1,18})_\\d+");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:https?://)?(?:www\\.|m\\.)?(t(?:elegram)?\\.me|vk\\.com|x\\.com|twitter\\.com)/(?:s/)?"
              + "(?:public(?=\\d))?(\\w{2,63})(?:[/?#].*)?");

  private Channels() {}

  /// What the channel of a post may be called by; none for what is no post.
  ///
  /// @param canonical address of a publication
  static Set<String> ofPost(String canonical) {
    Matcher post = POST.matcher(canonical);
    if (post.matches()) {
      String channel = post.group(2).toLowerCase(Locale.ROOT);
      return Set.of("@" + channel, post.group(1) + "/" + channel);
    }
    Matcher wall = WALL.matcher(canonical);
    return wall.matches() ? Set.of("vk.com/club" + wall.group(1)) : Set.of();
  }

  /// The one of these that a name in a text means; another name as it is.
  static String key(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.startsWith("@")) {
      return small;
    }
    Matcher named = NAME.matcher(small);
    if (!named.matches()) {
      return name;
    }
    String channel = named.group(2);
    boolean number = Character.isDigit(channel.charAt(0));
    return named.group(1).replace("telegram.me", "t.me") + "/" + (number ? "club" : "") + channel;
  }
}
