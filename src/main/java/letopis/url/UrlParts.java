package letopis.url;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The components of an `http` or `https` address, host already canonical, the rest as written.
///
/// @param port with its colon, empty when it is the scheme's own
/// @param query without `?`, empty when there is none
/// @param fragment without `#`, empty when there is none
record UrlParts(
    String scheme, String host, String port, String path, String query, String fragment) {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)^(https?):[/\\\\]{2,}([^/\\\\?#]*)");
  private static final Pattern AUTHORITY =
      Pattern.compile("^(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?$");
  private static final Pattern HOST =
      Pattern.compile(
          "^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$");
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
  /// Where servers in Java put a session when they know of no cookie.
  private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");

  private static final int MAX_PORT = 65535;

  static Optional<UrlParts> of(String address) {
    String text = clean(address);
    Matcher start = ABSOLUTE.matcher(text);
    if (!start.find()) {
      return Optional.empty();
    }
    String scheme = start.group(1).toLowerCase(Locale.ROOT);
    String authority = start.group(2).substring(start.group(2).lastIndexOf('@') + 1);
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.find()) {
      return Optional.empty();
    }
    Optional<String> host = host(parts.group(1));
    Optional<String> port = port(scheme, parts.group(2));
    if (host.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(split(scheme, host.get(), port.get(), text.substring(start.end())));
  }

  private static UrlParts split(String scheme, String host, String port, String rest) {
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash + 1);
    String before = hash < 0 ? rest : rest.substring(0, hash);
    int mark = before.indexOf('?');
    String query = mark < 0 ? "" : before.substring(mark + 1);
    String path = mark < 0 ? before : before.substring(0, mark);
    return new UrlParts(scheme, host, port, path.replace('\\', '/'), query, fragment);
  }

  /// As sent to a server: everything but the fragment, in one spelling.
  String sendable() {
    return address(path, query).toString();
  }

  String canonical() {
    StringBuilder out = address(SESSION.matcher(path).replaceAll(""), withoutTracking(query));
    if (fragment.length() > 1 && fragment.startsWith("!")) {
      out.append('#').append(Percent.normalise(fragment));
    }
    return out.toString();
  }

  private StringBuilder address(String place, String kept) {
    StringBuilder out = new StringBuilder(scheme).append("://").append(host).append(port);
    out.append(withoutDots(Percent.normalise(place)));
    if (!kept.isEmpty()) {
      out.append('?').append(Percent.normalise(kept));
    }
    return out;
  }

  /// The absolute address that a reference on this page means, not yet canonical.
  Optional<String> resolve(String reference) {
    String text = clean(reference);
    String root = scheme + "://" + host + port;
    if (text.startsWith("//") || text.startsWith("\\\\")) {
      return Optional.of(scheme + ":" + text);
    }
    if (SCHEME.matcher(text).find()) {
      return ABSOLUTE.matcher(text).find() ? Optional.of(text) : Optional.empty();
    }
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.of(root + path + (query.isEmpty() ? "" : "?" + query) + text);
    }
    if (text.startsWith("/") || text.startsWith("\\")) {
      return Optional.of(root + text);
    }
    if (text.startsWith("?")) {
      return Optional.of(root + path + text);
    }
    return Optional.of(root + path.substring(0, path.lastIndexOf('/') + 1) + text);
  }

  /// Browsers drop white space around an address and line breaks and tabs within it.
  private static String clean(String text) {
    String stripped = text.strip();
    // Nearly every address is as it should be, and many are read for each page.
    boolean broken =
        stripped.indexOf('\t') >= 0 || stripped.indexOf('\r') >= 0 || stripped.indexOf('\n') >= 0;
    return broken ? stripped.replaceAll("[\\t\\r\\n]", "") : stripped;
  }

  private static Optional<String> host(String written) {
    if (written.startsWith("[")) {
      return Optional.of(written.toLowerCase(Locale.ROOT));
    }
    String name = Percent.decode(written);
    try {
      String ascii =
          (isAscii(name) ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
      String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return HOST.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  private static Optional<String> port(String scheme, String digits) {
    if (digits == null || digits.isEmpty()) {
      return Optional.of("");
    }
    int port = Integer.parseInt(digits);
    if (port > MAX_PORT) {
      return Optional.empty();
    }
    return Optional.of(port == (scheme.equals("http") ? 80 : 443) ? "" : ":" + port);
  }

  /// RFC 3986 section 5.2.4, on a path that begins with `/` or is empty.
  private static String withoutDots(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      boolean here = segments[i].equals(".");
      if (up) {
        kept.pollLast();
      }
      if (!up && !here) {
        kept.addLast(segments[i]);
      } else if (i == segments.length - 1) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String withoutTracking(String query) {
    if (query.isEmpty()) {
      return query;
    }
    List<String> kept = new ArrayList<>();
    boolean dropped = false;
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
      if (TrackingParameters.contains(name)) {
        dropped = true;
      } else {
        kept.add(pair);
      }
    }
    return dropped ? String.join("&", kept) : query;
  }
}
