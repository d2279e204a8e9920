package letopis.url;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as they are sent: repaired where browsers would repair them (spaces, other scripts,
/// dot segments), but with every parameter, since a server may want even those that name no page.
public final class WebAddress {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private WebAddress() {}

  /// The address without its fragment; empty when it is not an absolute `http` or `https` address
  /// or is longer than four times [CanonicalUrl#MAX_LENGTH].
  public static Optional<URI> parse(String address) {
    return address.length() > 4 * CanonicalUrl.MAX_LENGTH
        ? Optional.empty()
        : UrlParts.of(address).map(parts -> URI.create(parts.sendable()));
  }

  /// What a reference on this page means, likewise.
  public static Optional<URI> resolve(URI page, String reference) {
    return UrlParts.of(page.toString())
        .flatMap(base -> base.resolve(reference))
        .flatMap(WebAddress::parse);
  }

  /// The host in lower case, an IPv6 literal in brackets; empty when there is none. [URI#getHost]
  /// has none for names with an underscore and for short IPv4 forms, which do exist.
  public static String host(URI url) {
    if (url.getHost() != null) {
      return url.getHost().toLowerCase(Locale.ROOT);
    }
    return UrlParts.of(url.toString()).map(UrlParts::host).orElse("");
  }

  /// A host as people type it, in the form in which hosts are kept: lower case, national letters in
  /// ASCII, without `www.`; as typed where it is no host.
  public static String domain(String typed) {
    String host = UrlParts.of("http://" + typed + "/").map(UrlParts::host).orElse(typed);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  /// The same address (RFC 3986 section 6.2.2.1) in the one spelling of its escapes from which the
  /// words of addresses are read.
  public static String withEscapesInCapitals(String address) {
    return ESCAPE.matcher(address).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }

  /// The port, that of the scheme when the address names none.
  public static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    String named =
        url.getHost() != null ? "" : UrlParts.of(url.toString()).map(UrlParts::port).orElse("");
    if (!named.isEmpty()) {
      return Integer.parseInt(named.substring(1));
    }
    return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
