package letopis.query;

import java.util.List;
import letopis.query.Query.Form;
import letopis.text.Span;
import letopis.text.StopWords;
import letopis.text.Words;

/// Text that is no query, such as a pasted headline.
public final class PlainText {
  private PlainText() {}

  /// Plain text as a query: documents that have the most of its words. Operators mean nothing, and
  /// stop words count only when there is nothing else.
  public static Query query(String text) {
    List<letopis.text.Word> all = Words.of(text);
    boolean carries = all.stream().anyMatch(w -> !StopWords.has(w.norm()));
    List<Query.Word> words =
        all.stream()
            .filter(w -> !carries || !StopWords.has(w.norm()))
            .map(w -> new Query.Word(text.substring(w.start(), w.end()), Form.ANY, span(w)))
            .limit(QueryParser.MOST_PARTS)
            .toList();
    Span span = new Span(0, text.length());
    return words.isEmpty() ? new Query.Everything(span) : new Query.Best(words, span);
  }

  private static Span span(letopis.text.Word word) {
    return new Span(word.start(), word.end());
  }
}
