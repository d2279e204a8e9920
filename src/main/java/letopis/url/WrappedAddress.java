package letopis.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a link leads that goes through somebody else's page: networks count clicks, libraries keep
/// copies, search engines serve AMP pages from their caches. All of them name the address in a
/// parameter or at the end of their own path.
public final class WrappedAddress {
  private static final Pattern IN_QUERY =
      Pattern.compile("[?&][\\w.-]{1,40}=(https?(?::|%3A)(?:/|%2F){2}[^&#]{1,4000})");
  private static final Pattern IN_PATH = Pattern.compile("[^:/]/(https?):/{1,2}([^/].*)");

  /// `…cdn.ampproject.org/c/s/outlet.example/page`, `google.com/amp/s/outlet.example/page`.
  private static final Pattern AMP =
      Pattern.compile("https?://[^/]+/(?:[civ]|amp)/(s/)?([\\w-]+(?:\\.[\\w-]+)+/.*)");

  private WrappedAddress() {}

  /// The address inside of another one; empty for an ordinary address.
  public static Optional<CanonicalUrl> of(CanonicalUrl outer) {
    Matcher query = IN_QUERY.matcher(outer.value());
    if (query.find()) {
      return CanonicalUrl.parse(decoded(query.group(1)));
    }
    Matcher path = IN_PATH.matcher(outer.value());
    if (path.find()) {
      return CanonicalUrl.parse(path.group(1) + "://" + path.group(2));
    }
    Matcher amp = AMP.matcher(outer.value());
    return amp.matches()
        ? CanonicalUrl.parse((amp.group(1) == null ? "http://" : "https://") + amp.group(2))
        : Optional.empty();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A broken escape: what stands there is no address.
      return "";
    }
  }
}
