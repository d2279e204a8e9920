package letopis.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.url.CanonicalUrl;
import letopis.url.WebAddress;

/// The addresses of one publication.
///
/// @param url as it was fetched or given, but for its escapes, which are in capitals: `%D0`
/// @param canonical the one it is kept under; the document's id is its hash
/// @param aliases every other canonical address it was seen under (redirects, AMP, mobile, print,
///     `rel=canonical`, `og:url`)
public record Address(String url, String canonical, List<String> aliases) {
  public Address {
    url = WebAddress.withEscapesInCapitals(url);
    Objects.requireNonNull(canonical);
    aliases = List.copyOf(aliases);
  }

  /// The address of something that has only one.
  ///
  /// @return empty when it is not one
  public static Optional<Address> of(String url) {
    return CanonicalUrl.parse(url).map(only -> new Address(url, only.value(), List.of()));
  }

  /// Where it is read: at its own address or, where only a version of it was ever seen, at that of
  /// the version.
  public String readAt() {
    return CanonicalUrl.parse(url).map(CanonicalUrl::value).orElse(canonical);
  }

  /// The same, kept under the one that answered, without what the page says of itself.
  public Address withoutClaims() {
    return new Address(url, readAt(), List.of());
  }
}
