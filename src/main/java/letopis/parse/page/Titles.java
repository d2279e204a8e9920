package letopis.parse.page;

import java.util.Optional;
import org.jsoup.nodes.Document;

/// Finds the title of an article, without the name of its site.
final class Titles {
  private Titles() {}

  /// @param text never blank
  record Title(String text) {}

  static Optional<Title> find(Document document, PageScan scan, PageData data) {
    return data.meta("og:title", "twitter:title")
        .or(() -> Optional.of(document.title()))
        .map(String::strip)
        .filter(title -> !title.isEmpty())
        .map(Title::new);
  }
}
