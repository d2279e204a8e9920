package letopis.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When an address that somebody writes means an archived one although it is spelt otherwise: with
/// or without `s`, `www.` and the last slash, to the view for telephones or AMP, through counters
/// and caches, under another of a platform's hosts. The archive keeps such addresses apart until a
/// page says that they are one; for the question whom somebody cites, and whether an address is
/// here, they are the same.
public final class SameAddress {
  /// Hosts of one platform, the first as we keep it.
  private static final List<List<String>> HOSTS =
      List.of(
          List.of("t.me", "telegram.me"),
          List.of("vk.com", "vk.ru"),
          List.of("x.com", "twitter.com"));

  private static final Pattern BEGINNING =
      Pattern.compile("^https?://(?:www\\.)?(?:(?:m|amp|mobile)\\.(?=[^/]+\\.))?");
  private static final Pattern AMP =
      Pattern.compile(
          "(?<=[^/])(?:/amp|\\.amp)(?=/?$|\\.html?$)|(?<=/)amp/(?=.)|[?&](?:amp(?:=1)?|outputType=amp)$");

  /// One post under the other addresses that its platform gives it.
  private static final Pattern TELEGRAM_POST =
      Pattern.compile(
          "https?://(?:www\\.)?t(?:elegram)?\\.me/(?:s/)?(\\w{2,63}/\\d{1,18})(?:[/?#].*)?");
  private static final Pattern VK_POST =
      Pattern.compile(
          "https?://(?:m\\.|www\\.)?vk\\.(?:com|ru)/(?:[^?#]*\\?(?:[^#]*&)?w=)?(wall-\\d{1,18}_\\d{1,18})"
              + "(?:\\D.*)?");
  private static final Pattern TWEET =
      Pattern.compile(
          "https?://(?:www\\.|m\\.|mobile\\.)?(?:x|twitter)\\.com/(\\w{1,20}/status/\\d{1,20})"
              + "(?:[/?#].*)?");
  private static final Pattern VIDEO =
      Pattern.compile(
          "https?://(?:(?:www\\.|m\\.)?youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|shorts/|live/|embed/)"
              + "|youtu\\.be/)([\\w-]{11})(?:[?&#/].*)?");

  private SameAddress() {}

  /// Equal for all spellings of an address.
  ///
  /// @param canonical an http or https address in canonical form
  public static String key(String canonical) {
    String bare = hosts(bare(canonical)).getFirst();
    return isCaseless(bare) ? bare.toLowerCase(Locale.ROOT) : bare;
  }

  /// Spellings of an address whose capitals and small letters mean the same; none of another.
  ///
  /// @param canonical an http or https address in canonical form
  public static List<String> caseless(String canonical) {
    List<String> hosts = hosts(bare(canonical));
    return isCaseless(hosts.getFirst())
        ? hosts.stream().map(bare -> "https://" + bare).toList()
        : List.of();
  }

  /// Names of Telegram's and X's accounts have no case.
  private static boolean isCaseless(String bare) {
    return bare.startsWith("t.me/") || bare.startsWith("x.com/");
  }

  /// Every spelling, the given one first.
  ///
  /// @param canonical an http or https address in canonical form
  public static List<String> spellings(String canonical) {
    List<String> spellings = new ArrayList<>();
    spellings.add(canonical);
    for (String bare : hosts(bare(canonical))) {
      for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
        for (String end : bare.indexOf('?') >= 0 ? List.of("") : List.of("", "/")) {
          String one = scheme + bare + end;
          if (!one.equals(canonical)) {
            spellings.add(one);
          }
        }
      }
    }
    return spellings;
  }

  /// The addresses that a link may mean, in canonical form: its own, and the one inside of it.
  public static List<String> meant(String link) {
    List<String> meant = new ArrayList<>();
    CanonicalUrl.parse(link)
        .ifPresent(
            outer -> {
              meant.add(outer.value());
              WrappedAddress.of(outer).ifPresent(inner -> meant.add(inner.value()));
            });
    return meant;
  }

  private static String bare(String canonical) {
    String bare = AMP.matcher(BEGINNING.matcher(post(canonical)).replaceFirst("")).replaceFirst("");
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /// The same below every host of its platform, the one that we keep first.
  private static List<String> hosts(String bare) {
    int end = bare.indexOf('/');
    String host = end < 0 ? bare : bare.substring(0, end);
    for (List<String> hosts : HOSTS) {
      if (hosts.contains(host)) {
        return hosts.stream().map(other -> other + bare.substring(host.length())).toList();
      }
    }
    return List.of(bare);
  }

  /// The address under which a post or a video is archived; any other address as it is.
  private static String post(String address) {
    Matcher telegram = TELEGRAM_POST.matcher(address);
    if (telegram.matches()) {
      return "https://t.me/" + telegram.group(1);
    }
    Matcher wall = VK_POST.matcher(address);
    if (wall.matches()) {
      return "https://vk.com/" + wall.group(1);
    }
    Matcher tweet = TWEET.matcher(address);
    if (tweet.matches()) {
      return "https://x.com/" + tweet.group(1);
    }
    Matcher video = VIDEO.matcher(address);
    return video.matches() ? "https://www.youtube.com/watch?v=" + video.group(1) : address;
  }
}
