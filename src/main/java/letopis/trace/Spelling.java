package letopis.trace;

import letopis.text.Word;

/// Tells whether two words may be one that is written otherwise: mistyped («презедент»), or a name
/// in other letters ("Gaddafi", "Qaddafi"). One letter is another, comes, goes, or changes places
/// with the next (Damerau 1964).
final class Spelling {
  /// Shorter words become others by one letter: "court" is not far from "count", nor «война» from
  /// «воина».
  private static final int LEAST = 6;

  private Spelling() {}

  static boolean alike(Word one, Word other) {
    return alike(one.norm(), other.norm()) || alike(one.stem(), other.stem());
  }

  private static boolean alike(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    if (shorter < LEAST - 1
        || Math.max(one.length(), other.length()) < LEAST
        || Math.abs(one.length() - other.length()) > 1
        || !isOfLetters(one)
        || !isOfLetters(other)) {
      return false;
    }
    int begin = 0;
    while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int oneLeft = one.length() - begin - end;
    int otherLeft = other.length() - begin - end;
    return oneLeft <= 1 && otherLeft <= 1
        || oneLeft == 2
            && otherLeft == 2
            && one.charAt(begin) == other.charAt(begin + 1)
            && one.charAt(begin + 1) == other.charAt(begin);
  }

  private static boolean isOfLetters(String word) {
    return word.chars().noneMatch(Character::isDigit);
  }
}
