package letopis.query;

import java.util.List;
import letopis.text.Span;

/// Reads the query language; see `docs/query-language.md`.
public final class QueryParser {
  private QueryParser() {}

  /// Reads a query; a blank one means every document. Never throws, and takes time linear in the
  /// length, which is bounded.
  public static ParseOutcome parse(String text) {
    return new ParseOutcome.Rejected(
        List.of(new Fault(0, text.length(), "not written yet", "ещё не написано")));
  }

  /// Plain text as a query: documents that have the most of its words. Operators mean nothing.
  public static Query anyWords(String text) {
    return new Query.Everything(new Span(0, text.length()));
  }
}
