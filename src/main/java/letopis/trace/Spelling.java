package letopis.trace;

import java.util.Arrays;
import letopis.text.Word;

/// Tells whether two words may be one that is written otherwise: mistyped («презедент»), or a
/// name in other letters ("Gaddafi", "Qaddafi"). A letter is another, comes, goes, or changes
/// places with the next (Damerau 1964); of a long word two may.
final class Spelling {
  /// Shorter words become others by one letter: "court" is not far from "count", nor «война» from
  /// «воина».
  private static final int LEAST = 6;

  private static final int LONG = 10;
  private static final int LONGEST = 40;

  private Spelling() {}

  static boolean alike(Word one, Word other) {
    return alike(one.norm(), other.norm()) || alike(one.stem(), other.stem());
  }

  private static boolean alike(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    int most = shorter >= LONG ? 2 : 1;
    return shorter >= LEAST - 1
        && longer >= LEAST
        && longer <= LONGEST
        && longer - shorter <= most
        && isOfLetters(one)
        && isOfLetters(other)
        && distance(one, other) <= most;
  }

  private static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean crossed =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = crossed ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private static boolean isOfLetters(String word) {
    return word.chars().noneMatch(Character::isDigit);
  }
}
