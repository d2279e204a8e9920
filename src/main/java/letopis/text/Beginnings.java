package letopis.text;

import java.util.Collection;

/// How some stems begin: a word that begins otherwise has none of them, and need not be stemmed to
/// know it. Snowball cuts Russian words at their end only, and of an English word leaves the first
/// two letters but for a `y` that becomes an `i`.
public final class Beginnings {
  private static final int RUSSIAN = 3;
  private static final int ENGLISH = 2;

  /// A power of two, many times as large as a claim has words.
  private static final int SIZE = 1 << 13;

  /// By the hash of a beginning; two may have one place, which costs a stem more.
  private final boolean[] there = new boolean[SIZE];

  /// @param stems of [Word#stem()]
  public Beginnings(Collection<String> stems) {
    for (String stem : stems) {
      // The stem of "s" is empty.
      boolean russian = !stem.isEmpty() && stem.charAt(0) >= 'а';
      int letters = Math.min(stem.length(), russian ? RUSSIAN : ENGLISH);
      int hash = 0;
      for (int i = 0; i < letters; i++) {
        hash = next(hash, stem.charAt(i));
      }
      there[hash] = true;
    }
  }

  /// Whether a word of one alphabet may have one of the stems.
  boolean may(String text, int start, int end) {
    int hash = 0;
    for (int i = start; !there[hash] && i < Math.min(end, start + RUSSIAN); i++) {
      hash = next(hash, text.charAt(i));
    }
    return there[hash];
  }

  private static int next(int hash, char letter) {
    boolean large = letter <= 'Z' || letter >= 'А' && letter <= 'Я';
    int small = large ? letter + ('a' - 'A') : letter;
    return (hash * 37 + (small == 'y' ? 'i' : small)) & (SIZE - 1);
  }
}
