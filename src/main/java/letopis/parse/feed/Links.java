package letopis.parse.feed;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;

/// Makes addresses in documents absolute.
public final class Links {
  /// Longer ones are data, not addresses.
  private static final int LONGEST = 4096;

  private Links() {}

  /// An absolute http(s) address in ASCII; empty for other schemes and for what is no address.
  public static Optional<String> resolve(URI base, String written) {
    String link = written.strip().replaceAll("[\\t\\r\\n]", "");
    if (link.isEmpty() || link.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String absolute = absolute(base, link);
      URI uri = new URI(escaped(absolute));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getRawAuthority() != null
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException | MalformedURLException e) {
      return Optional.empty();
    }
  }

  /// Resolution as `java.net.URL` does it, which takes what browsers take (spaces, national
  /// letters); the constructor that opens nothing is deprecated but has no equal for this.
  @SuppressWarnings("deprecation")
  private static String absolute(URI base, String link) throws MalformedURLException {
    if (link.regionMatches(true, 0, "http://", 0, 7)
        || link.regionMatches(true, 0, "https://", 0, 8)) {
      return link;
    }
    return new URL(new URL(base.toString()), link).toString();
  }

  /// Escapes what may not stand in an address but does in links, and stray percent signs.
  private static String escaped(String link) {
    StringBuilder escaped = new StringBuilder(link.length());
    boolean fragment = false;
    for (int i = 0; i < link.length(); i++) {
      char character = link.charAt(i);
      boolean stray = character == '%' && !isEscape(link, i);
      boolean secondHash = character == '#' && fragment;
      fragment |= character == '#';
      if (stray || secondHash || " \"<>\\^`{|}[]".indexOf(character) >= 0) {
        escaped.append(String.format("%%%02X", (int) character));
      } else {
        escaped.append(character);
      }
    }
    return escaped.toString();
  }

  private static boolean isEscape(String link, int at) {
    return at + 2 < link.length()
        && Character.digit(link.charAt(at + 1), 16) >= 0
        && Character.digit(link.charAt(at + 2), 16) >= 0;
  }
}
