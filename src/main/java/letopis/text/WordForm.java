package letopis.text;

import org.jspecify.annotations.Nullable;

/// A word as it is written, which remembers the patterns that it was asked for: in most texts the
/// same few thousand stand where names are looked for. For several threads, without a lock: what
/// two of them find out is the same.
final class WordForm {
  /// The forms met last, each at the place that its letters give.
  private static final int PLACES = 13;

  private static final @Nullable WordForm[] MET = new WordForm[1 << PLACES];

  /// Longer ones are not remembered.
  private static final int LONGEST = 32;

  private static final int GOLDEN = 0x9E3779B9;

  private final String surface;
  private @Nullable String norm;

  /// Two bits for each [WordPattern]: that it was tried, and that it matches.
  private long patterns;

  private WordForm(String surface) {
    this.surface = surface;
  }

  /// The form of the word at a place of a text.
  static WordForm at(String text, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return new WordForm(text.substring(start, end));
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = hash * GOLDEN >>> Integer.SIZE - PLACES;
    WordForm met = MET[place];
    if (met == null || met.surface.length() != length || !text.startsWith(met.surface, start)) {
      met = new WordForm(text.substring(start, end));
      MET[place] = met;
    }
    return met;
  }

  /// As it is written.
  String surface() {
    return surface;
  }

  /// [Word#norm()]
  String norm() {
    String known = norm;
    if (known == null) {
      known = Words.norm(surface);
      norm = known;
    }
    return known;
  }

  /// Whether a pattern matches the whole word.
  boolean is(WordPattern pattern) {
    long known = patterns;
    if ((known & pattern.tried()) == 0) {
      known |= pattern.tried() | (pattern.matches(this) ? pattern.matched() : 0);
      patterns = known;
    }
    return (known & pattern.matched()) != 0;
  }
}
