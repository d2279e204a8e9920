package letopis.document;

import java.util.List;
import java.util.Objects;
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
}
