package letopis.crawl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import letopis.document.Content;
import letopis.text.Word;
import letopis.text.Words;

/// Knows pages that say in their site's own words that the publication is not there, with status
/// 200 and in any language: by what they do not say.
final class ErrorPages {
  /// An error page has a few sentences. Longer texts under an unrelated title are texts.
  private static final int MOST_WORDS = 80;

  private static final int FEWEST_TITLE_WORDS = 2;

  /// Shorter words are in any text.
  private static final int LETTERS = 4;

  private ErrorPages() {}

  /// Whether a short page has not one word of the title under which its listing announced it.
  ///
  /// @param title of the listing's entry; of none or one word nothing is said
  static boolean standsFor(Content page, String title) {
    List<Word> text = Words.of(page.title() + "\n" + page.body());
    if (text.size() > MOST_WORDS) {
      return false;
    }
    Set<String> announced = new HashSet<>();
    for (Word word : Words.of(title)) {
      if (word.norm().length() >= LETTERS) {
        announced.add(word.stem());
      }
    }
    return announced.size() >= FEWEST_TITLE_WORDS
        && text.stream().map(Word::stem).noneMatch(announced::contains);
  }
}
