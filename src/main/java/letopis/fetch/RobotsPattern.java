package letopis.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One `Allow` or `Disallow` rule, RFC 9309 sections 2.2.2 and 2.2.3: a path prefix with `*`
/// for any characters and a final `$` for the end.
///
/// @param written the value as it stood in the file
/// @param pattern the value with its escapes in one spelling
record RobotsPattern(boolean allows, String written, String pattern) {
  /// Itself, two strings and their arrays.
  private static final int OBJECTS = 120;

  static RobotsPattern of(boolean allow, String value) {
    return new RobotsPattern(allow, value, normalise(value));
  }

  /// About how much memory it takes.
  long bytes() {
    return OBJECTS + 2L * (written.length() + pattern.length());
  }

  /// The longest pattern counts, and between equals the one that allows.
  boolean beats(RobotsPattern other) {
    return pattern.length() != other.pattern.length()
        ? pattern.length() > other.pattern.length()
        : allows && !other.allows;
  }

  /// Path and query of an address in the spelling of patterns.
  static String pathOf(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return normalise(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  /// Matches in time proportional to both lengths at worst: the set of positions in the path that
  /// the pattern read so far may end at is one suffix-closed interval after each `*`, so the
  /// leftmost match of each piece is the best.
  boolean matches(String path) {
    boolean anchored = pattern.endsWith("$");
    String body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] pieces = body.split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      if (last && anchored) {
        return path.length() - pieces[i].length() >= at && path.endsWith(pieces[i]);
      }
      int found = path.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !anchored || at == path.length();
  }

  @Override
  public String toString() {
    return (allows ? "Allow: " : "Disallow: ") + written;
  }

  /// Non-ASCII octets are compared escaped, escaped unreserved ASCII decoded (section 2.2.2).
  private static String normalise(String text) {
    StringBuilder out = new StringBuilder(text.length());
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xff;
      int escaped = octet == '%' && i + 2 < octets.length ? hex(octets[i + 1], octets[i + 2]) : -1;
      if (escaped >= 0) {
        i += 2;
        append(out, escaped, true);
      } else {
        append(out, octet, octet >= 0x80);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int octet, boolean wasEscaped) {
    boolean unreserved =
        octet < 0x80 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
    if (wasEscaped && !unreserved) {
      out.append('%').append(String.format(Locale.ROOT, "%02X", octet));
    } else {
      out.append((char) octet);
    }
  }

  private static int hex(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }
}
