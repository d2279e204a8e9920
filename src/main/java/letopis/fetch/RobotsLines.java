package letopis.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a robots.txt: RFC 9309 section 2.2, ABNF with its tolerances.
final class RobotsLines {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern TOKEN = Pattern.compile("^[A-Za-z_-]+");

  /// Keys as found in the wild; the right spellings first.
  private static final Map<String, Key> KEYS =
      Map.ofEntries(
          Map.entry("user-agent", Key.USER_AGENT),
          Map.entry("useragent", Key.USER_AGENT),
          Map.entry("user agent", Key.USER_AGENT),
          Map.entry("allow", Key.ALLOW),
          Map.entry("disallow", Key.DISALLOW),
          Map.entry("dissallow", Key.DISALLOW),
          Map.entry("dissalow", Key.DISALLOW),
          Map.entry("disalow", Key.DISALLOW),
          Map.entry("diasllow", Key.DISALLOW),
          Map.entry("disallaw", Key.DISALLOW),
          Map.entry("crawl-delay", Key.CRAWL_DELAY),
          Map.entry("crawldelay", Key.CRAWL_DELAY),
          Map.entry("crawl delay", Key.CRAWL_DELAY),
          Map.entry("sitemap", Key.SITEMAP),
          Map.entry("site-map", Key.SITEMAP));

  private RobotsLines() {}

  enum Key {
    USER_AGENT,
    ALLOW,
    DISALLOW,
    CRAWL_DELAY,
    SITEMAP
  }

  /// One line that says something.
  record Pair(Key key, String value) {}

  /// The text, by its byte order mark, else UTF-8.
  static String text(byte[] content, int length) {
    byte[] bytes = Arrays.copyOf(content, length);
    if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    String text = decode(bytes, 0, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static List<String> split(String text) {
    return Arrays.asList(LINE_END.split(text, -1));
  }

  /// Key and value, without comment; empty for every other line. A missing colon is forgiven when
  /// the line has just two words.
  static Optional<Pair> pair(String line) {
    int hash = line.indexOf('#');
    String text = trimmed(hash < 0 ? line : line.substring(0, hash));
    int colon = text.indexOf(':');
    String key = colon < 0 ? "" : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    if (colon < 0) {
      String[] words = text.split("[ \t]+");
      if (words.length != 2) {
        return Optional.empty();
      }
      key = words[0];
      value = words[1];
    }
    Key known = KEYS.get(trimmed(key).toLowerCase(Locale.ROOT));
    return known == null ? Optional.empty() : Optional.of(new Pair(known, trimmed(value)));
  }

  /// The product token of a `User-agent` value (section 2.2.1), lower case: `FooBot/1.2 (x)` means
  /// `foobot`. `*` alone, or before white space, means everyone.
  static String agent(String value) {
    if (value.equals("*") || value.startsWith("* ") || value.startsWith("*\t")) {
      return "*";
    }
    Matcher token = TOKEN.matcher(value);
    return token.find() ? token.group().toLowerCase(Locale.ROOT) : "";
  }

  /// Without ASCII white space at the ends. Other white space (a U+2028 pasted from a document) is
  /// part of the path: such a rule was never meant, and must not become another.
  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }
}
