package letopis.parse.page;

import java.util.List;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.text.Attributions;

/// Who the text says it has its news from, as the record keeps it.
final class Cited {
  private Cited() {}

  static List<Attribution> in(String text, String lang) {
    return Attributions.find(text, lang).stream()
        .map(
            found ->
                new Attribution(
                    found.line() ? Attribution.How.SOURCE : Attribution.How.PHRASE,
                    found.name(),
                    Optional.empty(),
                    found.span().start(),
                    found.span().end()))
        .toList();
  }
}
