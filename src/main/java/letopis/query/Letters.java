package letopis.query;

import java.util.Locale;

/// What characters are in a query.
final class Letters {
  private static final String OPENING = "\"«“„”";
  private static final String CLOSING = "\"»”“";

  private Letters() {}

  /// Whether this opens a quotation.
  static boolean opens(char c) {
    return OPENING.indexOf(c) >= 0;
  }

  static boolean closes(char opening, char c) {
    return opening == '"' ? c == '"' : opening == '«' ? c == '»' : CLOSING.indexOf(c) >= 0;
  }

  static boolean inWord(char c) {
    return !isSpace(c) && "()|~\"«»“”„".indexOf(c) < 0;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static boolean isPunctuation(char c) {
    return c != '*'
        && c != '^'
        && !Character.isLetterOrDigit(c)
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.NON_SPACING_MARK
        && Character.getType(c) != Character.COMBINING_SPACING_MARK;
  }

  /// A word without the punctuation around it.
  static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && isPunctuation(word.charAt(from))) {
      from++;
    }
    while (to > from && isPunctuation(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  static boolean hasLetterOrDigit(String word) {
    return word.toLowerCase(Locale.ROOT).codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
