package letopis.crawl.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// What links say of themselves where a title is not listed: "Читать далее", "Read the full
  /// story". They announce nothing, of any article.
  private static final Set<String> CALLS =
      stems(
          """
          читать читайте прочитать смотреть смотрите посмотреть узнать узнайте перейти перейдите
          открыть показать продолжить продолжение чтение подробнее подробно подробности
          далее дальше больше полностью полный полная полную весь этот нажмите здесь сюда
          статья статью новость новости материал публикация публикацию запись текст видео сайт
          читати детальніше докладніше далі більше повністю
          read reading watch see view show open learn find continue click visit discover
          more full whole details about this here story article news post text video page entry
          """);

  private ErrorPages() {}

  private static Set<String> stems(String words) {
    return Words.of(words).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a short page has not one word of the title under which its listing announced it.
  ///
  /// @param title of the listing's entry; of none or one word, or of a link's call, nothing is said
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
    return announced.stream().filter(stem -> !CALLS.contains(stem)).count() >= FEWEST_TITLE_WORDS
        && text.stream().map(Word::stem).noneMatch(announced::contains);
  }
}
