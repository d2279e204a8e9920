package letopis.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import letopis.text.NumberWords;
import letopis.text.Word;
import letopis.text.Words;

/// One difference between two wordings.
///
/// @param was the words of the first; empty when the second added some
/// @param became the words of the second; empty when it left some out
public record Change(Kind kind, String was, String became) {
  public Change {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(was);
    Objects.requireNonNull(became);
  }

  /// What was changed, from what weighs most for a claim's truth.
  public enum Kind {
    /// A number, in digits or words.
    NUMBER,
    /// A denial came or went.
    NEGATION,
    /// A day, month, year or weekday.
    DATE,
    /// A proper name.
    NAME,
    /// Any other words.
    WORDING,
    /// The same words in another place.
    ORDER;

    /// The value in answers, in lower case.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One number in the place of another; not a number beside the passage.
  boolean isOtherNumber() {
    List<Word> one = Words.of(was);
    List<Word> other = Words.of(became);
    return one.size() == 1
        && other.size() == 1
        && NumberWords.isNumber(one.getFirst())
        && NumberWords.isNumber(other.getFirst());
  }

  /// One name in the place of another.
  boolean isOtherName() {
    return kind == Kind.NAME && !was.isEmpty() && !became.isEmpty();
  }

  /// For people: `12 → 120`.
  @Override
  public String toString() {
    return (was.isEmpty() ? "∅" : was) + " → " + (became.isEmpty() ? "∅" : became);
  }
}
