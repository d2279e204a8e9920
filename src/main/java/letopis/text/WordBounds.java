package letopis.text;

import static letopis.text.CharKinds.DIGIT;
import static letopis.text.CharKinds.NONE;
import static letopis.text.CharKinds.OTHER;
import static letopis.text.CharKinds.TABLED;

import java.util.Arrays;

/// Where the words of a text begin and end: letters and digits make words, with apostrophes and
/// combining marks inside them; an ideograph is a word by itself; digits grouped by spaces are one
/// number.
///
/// @param bounds start and exclusive end of each word, one after the other
/// @param kinds what the characters of each word are, see [CharKinds]; may be longer
record WordBounds(int[] bounds, byte[] kinds) {
  static final int SOFT_HYPHEN = 0xAD;

  /// Behind a decimal point no digits are grouped: so far before the text that no group is near.
  private static final int NO_GROUP = -4;

  /// No combining mark of Unicode comes earlier.
  private static final int FIRST_MARK = 0x300;

  /// Finds the words of a text. Linear in its length.
  static WordBounds in(String text) {
    char[] chars = text.toCharArray();
    int[] bounds = new int[2 * (chars.length / 6 + 1)];
    byte[] kinds = new byte[bounds.length / 2];
    int count = 0;
    int at = 0;
    while (at < chars.length) {
      int start = at;
      int kind = 0;
      while (at < chars.length && chars[at] < TABLED && CharKinds.of(chars[at]) > DIGIT) {
        kind |= CharKinds.of(chars[at++]);
      }
      boolean ends = at == chars.length || endsWord(chars[at]);
      if (at == start || !ends) {
        int end = end(text, start);
        if (end < 0) {
          at = -end;
          continue;
        }
        kind = end == at ? kind : OTHER;
        at = end;
      }
      if (count == kinds.length) {
        bounds = Arrays.copyOf(bounds, 4 * count);
        kinds = Arrays.copyOf(kinds, 2 * count);
      }
      bounds[2 * count] = start;
      bounds[2 * count + 1] = at;
      kinds[count++] = (byte) kind;
    }
    return new WordBounds(Arrays.copyOf(bounds, 2 * count), kinds);
  }

  /// Whether a character surely goes on with no word.
  private static boolean endsWord(char c) {
    return c < FIRST_MARK && CharKinds.of(c) == NONE && c != '\'' && c != SOFT_HYPHEN;
  }

  /// Where the word ends that begins here; when none does, what comes next here, negative.
  private static int end(String text, int at) {
    char first = text.charAt(at);
    if (first < TABLED) {
      int kind = CharKinds.of(first);
      return kind == NONE ? -at - 1 : kind == DIGIT ? endOfNumber(text, at) : endOfWord(text, at);
    }
    int c = text.codePointAt(at);
    int next = at + Character.charCount(c);
    if (Character.isDigit(c)) {
      return endOfNumber(text, at);
    }
    if (Character.isIdeographic(c)) {
      return next;
    }
    return Character.isLetter(c) ? endOfWord(text, at) : -next;
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()) {
      char plain = text.charAt(at);
      if (plain < TABLED && CharKinds.of(plain) != NONE) {
        at++;
        continue;
      }
      int c = text.codePointAt(at);
      boolean inside = Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
      boolean apostrophe = (c == '\'' || c == '’') && letterAt(text, at + 1);
      if (!inside && !apostrophe && !isMark(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static int endOfNumber(String text, int start) {
    int at = start;
    int groupStart = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
        at += Character.charCount(c);
      } else if ((c == '.' || c == ',') && digitAt(text, at + 1)) {
        at++;
        groupStart = NO_GROUP;
      } else if (isGroupSpace(c) && at - groupStart <= 3 && threeDigitsAt(text, at + 1)) {
        groupStart = at + 1;
        at += 4;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean threeDigitsAt(String text, int at) {
    return digitAt(text, at)
        && digitAt(text, at + 1)
        && digitAt(text, at + 2)
        && !(at + 3 < text.length() && Character.isLetterOrDigit(text.charAt(at + 3)));
  }

  private static boolean digitAt(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean letterAt(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  /// Whether digits may be grouped by a character.
  static boolean isGroupSpace(int c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  private static boolean isMark(int c) {
    if (c < FIRST_MARK) {
      return c == SOFT_HYPHEN;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
