package letopis.parse.page;

import java.util.Optional;

/// Tells articles from listings, forums, and pages without text.
final class PageKind {
  private PageKind() {}

  /// Why the page is no article; empty when it is one.
  static Optional<String> notAnArticle(
      PageInput page, PageContext context, PageData data, BodyText body) {
    if (body.blocks().isEmpty()) {
      return Optional.of("no text");
    }
    return Optional.empty();
  }
}
