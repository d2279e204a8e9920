package letopis.crawl.page;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.document.Address;
import letopis.parse.PageResult.PageAddresses;
import letopis.url.CanonicalUrl;

/// Under which address a page is kept. What a page says of its own address is believed only as far
/// as it stays on its site and names a page, not the front page: one wrong `rel=canonical` in a
/// template would otherwise make a whole site one document.
final class Identity {
  private static final int MOST_ALIASES = 20;
  private static final Pattern INDEX = Pattern.compile("/index\\.\\w+");

  private Identity() {}

  /// The addresses of a page that was fetched.
  ///
  /// @return empty when not even the address that answered is one
  static Optional<Address> of(PageSeen page, PageAddresses own) {
    Optional<CanonicalUrl> answered = CanonicalUrl.parse(page.finalUrl().toString());
    if (answered.isEmpty()) {
      return Optional.empty();
    }
    CanonicalUrl site = answered.get();
    CanonicalUrl kept = own.canonical().flatMap(url -> trusted(url, site)).orElse(site);
    Set<String> aliases = addresses(page);
    own.others().forEach(url -> trusted(url, site).ifPresent(alias -> aliases.add(alias.value())));
    aliases.remove(kept.value());
    return Optional.of(
        new Address(
            page.finalUrl().toString(),
            kept.value(),
            aliases.stream().limit(MOST_ALIASES).toList()));
  }

  /// The addresses that a page was asked for, passed and answered under: what it is, whatever it
  /// says.
  static Set<String> addresses(PageSeen page) {
    Set<String> addresses = new LinkedHashSet<>();
    canonical(page.finalUrl()).ifPresent(addresses::add);
    canonical(page.url()).ifPresent(addresses::add);
    page.redirects().forEach(url -> canonical(url).ifPresent(addresses::add));
    return addresses;
  }

  private static Optional<CanonicalUrl> trusted(String claimed, CanonicalUrl site) {
    return CanonicalUrl.parse(claimed)
        .filter(url -> url.domain().equals(site.domain()))
        .filter(url -> frontPage(site) || !frontPage(url));
  }

  private static boolean frontPage(CanonicalUrl url) {
    URI uri = url.uri();
    return uri.getRawQuery() == null
        && (uri.getRawPath().equals("/") || INDEX.matcher(uri.getRawPath()).matches());
  }

  static Optional<String> canonical(URI url) {
    return CanonicalUrl.parse(url.toString()).map(CanonicalUrl::value);
  }
}
