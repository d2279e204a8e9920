package letopis.bench.extract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One page of a gold set with what its authors say is right. What they do not say is empty.
///
/// @param set folder name of the set
/// @param captured when it was saved, where the set says so
/// @param text the whole article
/// @param with pieces of text that must be found
/// @param without pieces of text that must not be found
/// @param published a date or a time, as the set writes it
/// @param facts the smaller fields
/// @param kind page type as the set names it, `article` where it has only articles
record GoldPage(
    String set,
    String id,
    byte[] bytes,
    Optional<URI> url,
    Optional<Instant> captured,
    String kind,
    Optional<String> text,
    List<String> with,
    List<String> without,
    Optional<String> title,
    List<String> authors,
    Optional<String> published,
    Facts facts) {
  /// What is right in the fields that few sets have.
  ///
  /// @param sections any of them is right
  /// @param picture the main picture
  record Facts(
      List<String> tags,
      List<String> sections,
      Optional<String> siteName,
      Optional<String> lang,
      Optional<String> excerpt,
      Optional<Picture> picture) {
    Facts {
      tags = List.copyOf(tags);
      sections = List.copyOf(sections);
    }
  }

  /// A picture under each of its addresses: sites keep it in many sizes.
  record Picture(List<String> addresses, Optional<String> caption) {
    Picture {
      addresses = List.copyOf(addresses);
    }
  }

  GoldPage {
    Objects.requireNonNull(set);
    Objects.requireNonNull(id);
    Objects.requireNonNull(bytes);
    with = List.copyOf(with);
    without = List.copyOf(without);
    authors = List.copyOf(authors);
  }

  /// The site, for splitting without leaks: the host's last two labels, or the id's stem.
  String site() {
    String host = url.map(URI::getHost).orElse("");
    if (host == null || host.isEmpty()) {
      return set + ":" + id.replaceAll("[^a-zA-Z]+.*", "");
    }
    String[] labels = host.split("\\.");
    int n = labels.length;
    return n < 2 ? host : labels[n - 2] + "." + labels[n - 1];
  }

  boolean isArticle() {
    return switch (kind) {
      case "listing", "collection", "forum" -> false;
      default -> true;
    };
  }
}
