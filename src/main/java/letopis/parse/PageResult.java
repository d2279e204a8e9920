package letopis.parse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Content;

/// What a saved page turned out to be. Every page gives one of these; none throws.
public sealed interface PageResult {
  /// The addresses the page gives for itself, absolute, most trusted first: `rel=canonical`,
  /// `og:url`, AMP and mobile alternates.
  PageAddresses addresses();

  /// An article.
  ///
  /// @param published the page's own claim; empty when it makes none
  /// @param noarchive a robots meta element asks not to show saved copies
  /// @param siteName as the page names its site
  record Article(
      PageAddresses addresses,
      Content content,
      Optional<Claimed> published,
      Optional<Instant> modified,
      Optional<String> siteName,
      boolean noarchive)
      implements PageResult {
    public Article {
      Objects.requireNonNull(addresses);
      Objects.requireNonNull(content);
      Objects.requireNonNull(published);
      Objects.requireNonNull(modified);
      Objects.requireNonNull(siteName);
    }

    /// The same, when something beside the page asks not to show saved copies.
    public Article notToBeShown() {
      return new Article(addresses, content, published, modified, siteName, true);
    }
  }

  /// A listing, a section, a search form, an error page: something without an article.
  ///
  /// @param reason one short phrase for people: "index page", "no text"
  /// @param published the date the page shows, as a forum thread has one
  record NotAnArticle(
      PageAddresses addresses, Optional<String> title, String reason, Optional<Claimed> published)
      implements PageResult {
    public NotAnArticle {
      Objects.requireNonNull(addresses);
      Objects.requireNonNull(title);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(published);
    }
  }

  /// Bytes that are not a page at all, or beyond the bounds.
  record Refused(PageAddresses addresses, String reason) implements PageResult {}

  /// @param canonical `rel=canonical`, when the page has one
  /// @param others every other self address: `og:url`, `amphtml`, alternates for small screens
  record PageAddresses(Optional<String> canonical, List<String> others) {
    public static final PageAddresses NONE = new PageAddresses(Optional.empty(), List.of());

    public PageAddresses {
      Objects.requireNonNull(canonical);
      others = List.copyOf(others);
    }
  }
}
