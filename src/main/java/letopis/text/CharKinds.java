package letopis.text;

/// What the characters of a word are: digits, Cyrillic or Latin letters, others. One bit each, so
/// that the kinds of a word are those of its characters.
final class CharKinds {
  static final int NONE = 0;
  static final int DIGIT = 1;

  /// Letters of other alphabets and whatever else.
  static final int OTHER = 32;

  /// The kinds of all characters below this one are in a table.
  static final int TABLED = 0x530;

  private static final int SMALL_CYRILLIC = 2;
  private static final int LARGE_CYRILLIC = 4;
  private static final int SMALL_LATIN = 8;
  private static final int LARGE_LATIN = 16;
  private static final int CYRILLIC = SMALL_CYRILLIC | LARGE_CYRILLIC;
  private static final int LATIN = SMALL_LATIN | LARGE_LATIN;
  private static final int LARGE = LARGE_CYRILLIC | LARGE_LATIN;

  private static final byte[] KINDS = new byte[TABLED];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) compute(c);
    }
  }

  private CharKinds() {}

  private static int compute(int c) {
    if (c >= 'а' && c <= 'я') {
      return SMALL_CYRILLIC;
    }
    if (c >= 'А' && c <= 'Я') {
      return LARGE_CYRILLIC;
    }
    if (c >= 'a' && c <= 'z') {
      return SMALL_LATIN;
    }
    if (c >= 'A' && c <= 'Z') {
      return LARGE_LATIN;
    }
    return Character.isDigit(c) ? DIGIT : Character.isLetter(c) ? OTHER : NONE;
  }

  /// The kind of a character below [#TABLED]: [#NONE] for one that is neither letter nor digit.
  static int of(char c) {
    return KINDS[c];
  }

  /// The kinds of the characters of a word.
  static int of(String word) {
    return word.chars()
        .map(c -> c < TABLED && KINDS[c] != NONE ? KINDS[c] : OTHER)
        .reduce(0, (a, b) -> a | b);
  }

  /// Whether a word has no other characters than Russian letters but ё, or English ones.
  static boolean isOfOneAlphabet(int kinds) {
    return (kinds & ~CYRILLIC) == 0 || (kinds & ~LATIN) == 0;
  }

  /// Whether none of its letters, as far as they are told apart, is a capital.
  static boolean isLowerCase(int kinds) {
    return (kinds & LARGE) == 0;
  }
}
