package letopis.parse.page;

import java.util.Optional;
import java.util.function.Function;
import letopis.sources.Source.Selectors;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/// What the selectors of a source's configuration choose on its page: it goes before what is found
/// without them.
final class Chosen {
  private final Optional<Selectors> selectors;
  private final Document document;

  /// Takes away from the page what is to be removed.
  Chosen(Optional<Selectors> selectors, Document document) {
    this.selectors = selectors;
    this.document = document;
    selectors.ifPresent(all -> all.remove().forEach(css -> select(css).remove()));
  }

  boolean isSet(Function<Selectors, Optional<String>> which) {
    return selectors.flatMap(which).isPresent();
  }

  /// The elements that one selector matches; none where it is not set.
  Elements elements(Function<Selectors, Optional<String>> which) {
    return selectors.flatMap(which).map(this::select).orElseGet(Elements::new);
  }

  /// Their text, when they have any.
  Optional<String> text(Function<Selectors, Optional<String>> which) {
    return Optional.of(elements(which).text()).filter(text -> !text.isBlank());
  }

  /// A selector that cannot be read matches nothing; `sources check` has said so already.
  private Elements select(String css) {
    try {
      return document.select(css);
    } catch (Selector.SelectorParseException e) {
      return new Elements();
    }
  }
}
