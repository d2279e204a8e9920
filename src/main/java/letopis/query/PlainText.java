package letopis.query;

import java.util.ArrayList;
import java.util.List;
import letopis.query.Query.Form;
import letopis.text.Span;
import letopis.text.StopWords;
import letopis.text.Words;

/// Text that is no query, such as a pasted headline.
public final class PlainText {
  private PlainText() {}

  /// Plain text as a query: documents that have the most of its words. Operators mean nothing, and
  /// stop words count only when there is nothing else. Of scripts without spaces each two
  /// neighbouring characters are a word, as in the index.
  public static Query query(String text) {
    List<letopis.text.Word> all = Words.of(text);
    boolean carries = all.stream().anyMatch(w -> !StopWords.has(w.norm()));
    List<Query.Word> words =
        all.stream()
            .filter(w -> !carries || !StopWords.has(w.norm()))
            .flatMap(w -> spans(text, w).stream())
            .map(at -> new Query.Word(text.substring(at.start(), at.end()), Form.ANY, at))
            .limit(QueryParser.MOST_PARTS)
            .toList();
    Span span = new Span(0, text.length());
    return words.isEmpty() ? new Query.Everything(span) : new Query.Best(words, span);
  }

  private static List<Span> spans(String text, letopis.text.Word word) {
    if (!isPaired(text, word.start())) {
      return List.of(new Span(word.start(), word.end()));
    }
    List<Span> pairs = new ArrayList<>();
    for (int at = word.start(); at < word.end(); ) {
      int next = at + Character.charCount(text.codePointAt(at));
      if (isPaired(text, next)) {
        pairs.add(new Span(at, next + Character.charCount(text.codePointAt(next))));
      } else if (at == 0 || !isPaired(text, text.offsetByCodePoints(at, -1))) {
        pairs.add(new Span(at, next));
      }
      at = next;
    }
    return pairs;
  }

  /// Whether this is one character of a script without spaces, half of a word to the index.
  static boolean isLoneCharacter(String word) {
    return word.codePointCount(0, word.length()) == 1 && isPaired(word, 0);
  }

  private static boolean isPaired(String text, int at) {
    return at < text.length()
        && switch (Character.UnicodeScript.of(text.codePointAt(at))) {
          case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
          default -> false;
        };
  }
}
