package letopis.bench.trace;

import java.util.Optional;
import letopis.text.Words;
import letopis.trace.Change;

/// A sentence as somebody else words it.
///
/// @param other what of it a trace should name; empty where nothing that matters is another
record Altered(String text, Optional<Other> other) {
  /// Words in the place of others.
  ///
  /// @param kind what a trace should call it
  /// @param was the words that the claim has
  /// @param became the words that the original has in their place; empty for words that are not
  ///     there
  record Other(Change.Kind kind, String was, String became) {
    /// Whether this is what a trace names, with or without words around it.
    boolean is(Change change) {
      return change.kind() == kind && has(change.was(), was) && has(change.became(), became);
    }

    /// The other half of two words that changed places.
    Other back() {
      return new Other(kind, became, was);
    }

    private static boolean has(String words, String some) {
      return (" " + Words.norms(words)).contains(" " + Words.norms(some));
    }
  }

  /// The same in other words.
  static Altered of(String text) {
    return new Altered(text, Optional.empty());
  }
}
