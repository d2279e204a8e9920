package letopis.parse.pattern;

import java.util.Locale;

/// Words, or beginnings of words, that are looked for anywhere in a text, whatever their case. Most
/// places of a text are left after one look at a table of the first two letters.
public final class Keywords {
  private static final int ALPHABETS = 0x500;

  /// For each first letter in either case its second letters: bits by their last six.
  private final long[] seconds = new long[ALPHABETS];

  private final String[] words;

  /// @param words split by bars; each of two letters or more, the first Latin or Cyrillic
  public Keywords(String words) {
    this.words = words.toLowerCase(Locale.ROOT).split("\\|");
    for (String word : this.words) {
      long second = 1L << word.charAt(1);
      seconds[word.charAt(0)] |= second;
      seconds[Character.toUpperCase(word.charAt(0))] |= second;
    }
  }

  public boolean in(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c < ALPHABETS
          && seconds[c] != 0
          && (seconds[c] >>> Letters.lower(text.charAt(i + 1)) & 1) != 0
          && anyAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyAt(String text, int at) {
    for (String word : words) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
