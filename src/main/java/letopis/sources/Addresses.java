package letopis.sources;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads addresses and handles as people paste them. Each method throws
/// [IllegalArgumentException] with a message that says what is wrong.
final class Addresses {
  /// Stands where a wrong address was, so that the rest of a source can still be checked.
  static final URI PLACEHOLDER = URI.create("http://invalid./");

  /// Paths of t.me that are not channels.
  private static final Set<String> TELEGRAM_RESERVED =
      Set.of("joinchat", "addstickers", "addemoji", "share", "proxy", "socks", "iv", "s", "c");

  private static final Pattern TELEGRAM =
      Pattern.compile("(?:(?:https?://)?(?:t\\.me|telegram\\.me)/(?:s/)?|@)?([A-Za-z0-9_+-]+)/?");
  private static final Pattern VK =
      Pattern.compile("(?:(?:https?://)?(?:m\\.|www\\.)?vk\\.(?:com|ru)/|@)?(-?[A-Za-z0-9_.]+)/?");
  private static final Pattern MASTODON =
      Pattern.compile("(?:https?://([^/]+)/@([A-Za-z0-9_]+)|@?([A-Za-z0-9_]+)@([^/@]+))/?");
  private static final Pattern BLUESKY =
      Pattern.compile(
          "(?:https?://bsky\\.app/profile/|@)?(did:[a-z]+:[\\w.:%-]+|[\\w-]+(?:\\.[\\w-]+)+)/?");
  private static final Pattern YOUTUBE =
      Pattern.compile(
          "(?:https?://(?:www\\.)?youtube\\.com/(?:channel/|playlist\\?list=))?((?:UC|PL|UU)[\\w-]{10,})/?");

  private Addresses() {}

  /// An absolute http(s) address; a host in national letters becomes its ASCII form.
  static URI web(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is not an address that begins with http:// or https://");
      }
      if (uri.getHost() != null) {
        return new URI(uri.toASCIIString());
      }
      String authority = uri.getAuthority();
      if (authority == null || authority.contains("@")) {
        throw new IllegalArgumentException("\"" + text + "\" has no host");
      }
      URI ascii = new URI(text.replaceFirst(Pattern.quote(authority), ascii(authority)));
      if (ascii.getHost() == null) {
        throw new IllegalArgumentException("\"" + text + "\" has no usable host");
      }
      return new URI(ascii.toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an address: " + e.getReason() + " at " + e.getIndex(), e);
    }
  }

  private static String ascii(String authority) {
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return IDN.toASCII(host) + (colon < 0 ? "" : authority.substring(colon));
  }

  /// `name`, `@name`, `https://t.me/name`, `https://t.me/s/name`.
  static Access telegram(String text) {
    Matcher matcher = TELEGRAM.matcher(text);
    String name = matcher.matches() ? matcher.group(1) : "";
    if (name.startsWith("+") || name.equals("joinchat")) {
      throw new IllegalArgumentException("\"" + text + "\" is an invitation, not a public channel");
    }
    if (!name.matches("[A-Za-z][A-Za-z0-9_]{3,31}") || TELEGRAM_RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a public channel's handle (4 to 32 Latin letters, digits, _)");
    }
    return new Access.Telegram(name);
  }

  /// `name`, `club123`, `public123`, `-123`, or the address of a community.
  static Access vk(String text) {
    Matcher matcher = VK.matcher(text);
    String name = matcher.matches() ? matcher.group(1) : "";
    if (name.matches("id\\d+") || name.matches("\\d+")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is a person's page; only communities are read");
    }
    Matcher number = Pattern.compile("(?:club|public|event|-)(\\d{1,18})").matcher(name);
    if (number.matches()) {
      return new Access.Vk("-" + number.group(1));
    }
    if (!name.matches("[A-Za-z][A-Za-z0-9_.]{1,49}")) {
      throw new IllegalArgumentException("\"" + text + "\" is not a community's short name");
    }
    return new Access.Vk(name);
  }

  /// `@name@host` or `https://host/@name`.
  static Access mastodon(String text) {
    Matcher matcher = MASTODON.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is neither @name@host nor https://host/@name");
    }
    boolean address = matcher.group(1) != null;
    String host = address ? matcher.group(1) : matcher.group(4);
    return new Access.Mastodon(
        web("https://" + host).getAuthority(), address ? matcher.group(2) : matcher.group(3));
  }

  /// `name.bsky.social`, `did:plc:…`, or `https://bsky.app/profile/…`.
  static Access bluesky(String text) {
    Matcher matcher = BLUESKY.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a handle such as name.bsky.social");
    }
    return new Access.Bluesky(matcher.group(1));
  }

  /// The id of a channel (`UC…`) or playlist (`PL…`, `UU…`), or an address with it.
  static Access youtube(String text) {
    Matcher matcher = YOUTUBE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a channel id (UC…) or playlist id (PL…); a channel's id is in the source"
              + " of its page as \"channelId\"");
    }
    return new Access.Youtube(matcher.group(1));
  }
}
