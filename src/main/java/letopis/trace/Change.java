package letopis.trace;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import letopis.text.Numerals;
import letopis.text.Word;

/// One difference between two wordings.
///
/// @param was the words of the first; empty when the second added some
/// @param became the words of the second; empty when it left some out
public record Change(Kind kind, String was, String became) {
  /// «5 мая», «в среду».
  private static final int DATE_WORDS = 2;

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

  /// One number in the place of another, alone or with the same month; not a number beside the
  /// passage.
  boolean isOtherNumber() {
    List<Word> one = Numerals.of(was);
    List<Word> other = Numerals.of(became);
    return !one.isEmpty()
        && one.size() == other.size()
        && one.size() <= 2
        && Numerals.isNumber(one.getFirst())
        && Numerals.isNumber(other.getFirst())
        && !one.getFirst().norm().equals(other.getFirst().norm())
        && (one.size() == 1 || one.getLast().stem().equals(other.getLast().stem()));
  }

  /// One day in the place of another, and no more.
  boolean isOtherDate() {
    return kind == Kind.DATE
        && Numerals.of(was).size() <= DATE_WORDS
        && Numerals.of(became).size() <= DATE_WORDS
        && !was.isEmpty()
        && !became.isEmpty();
  }

  /// One name in the place of another.
  boolean isOtherName() {
    return kind == Kind.NAME && !was.isEmpty() && !became.isEmpty();
  }

  /// For people: `12 → 120`; `+ words` for what was added, `− words` for what was left out and
  /// `⇄ words` for what stands in another place.
  @Override
  public String toString() {
    if (kind == Kind.ORDER) {
      return "⇄ " + was;
    }
    return was.isEmpty() ? "+ " + became : became.isEmpty() ? "− " + was : was + " → " + became;
  }
}
