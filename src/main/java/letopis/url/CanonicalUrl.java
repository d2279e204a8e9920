package letopis.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Optional;

/// The name a page is kept under: a web address with everything taken out that cannot change what
/// it leads to, and nothing else. Two addresses of different articles never become equal: path and
/// query keep their case and order, and no parameter is dropped but those in [TrackingParameters].
/// AMP, mobile and print addresses are not guessed from their look; the pages themselves name them.
///
/// The rules, in order (RFC 3986 section 6.2, WHATWG URL where browsers differ from it):
///
/// 1. scheme and host in lower case, IDN hosts in punycode, no user, no default port;
/// 2. dot segments resolved, an empty path is `/`;
/// 3. `%xx` of unreserved characters decoded, other escapes in upper case, everything that may not
///    stand in a URI escaped as UTF-8;
/// 4. tracking parameters and sessions (`PHPSESSID`, `jsessionid`) removed, then an empty query;
/// 5. the fragment removed, except `#!…`, by which old scripted sites name their pages.
///
/// Parsing its own `value` gives an equal result.
public record CanonicalUrl(String value) {
  /// Longer addresses (in characters, canonical) are refused.
  public static final int MAX_LENGTH = 4096;

  /// The canonical form of an absolute `http` or `https` address, or empty when the text is not
  /// one or is longer than [#MAX_LENGTH].
  public static Optional<CanonicalUrl> parse(String address) {
    return address.length() > 4 * MAX_LENGTH
        ? Optional.empty()
        : UrlParts.of(address).map(UrlParts::canonical).flatMap(CanonicalUrl::bounded);
  }

  /// What a link means on this page: absolute, protocol-relative, relative or only a query.
  public Optional<CanonicalUrl> resolve(String reference) {
    return UrlParts.of(value).flatMap(base -> base.resolve(reference)).flatMap(CanonicalUrl::parse);
  }

  /// The same as a [URI], to be fetched. It has no fragment.
  public URI uri() {
    int hash = value.indexOf('#');
    return URI.create(hash < 0 ? value : value.substring(0, hash));
  }

  /// Host in lower case, punycode; an IPv6 literal in brackets.
  public String host() {
    return UrlParts.of(value).orElseThrow().host();
  }

  /// The registrable domain (public suffix list: `a.b.co.uk` → `b.co.uk`), or the host where there
  /// is none.
  public String domain() {
    String host = host();
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? host : domain;
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<CanonicalUrl> bounded(String value) {
    return value.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new CanonicalUrl(value));
  }
}
