package letopis.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Latin letters that look like Cyrillic ones, small or as capitals. They get into Russian words by
/// a slip of the keyboard, or to hide a word from searches.
public final class Lookalikes {
  private static final String LATIN = "abcehikmoptxy";
  private static final String CYRILLIC = "авсенікмортху";

  /// Those of them that look alike as small letters, too.
  private static final String SMALL = "асеорху";

  /// More letters than these are not replaced one without the other.
  private static final int APART = 5;

  private Lookalikes() {}

  /// The ways in which a Russian word may be written with Latin letters among its own: each letter
  /// stays throughout the word, or is replaced throughout. None of a word without such letters.
  ///
  /// @param word in small letters
  public static List<String> disguised(String word) {
    List<Integer> letters =
        word.chars().distinct().filter(c -> SMALL.indexOf(c) >= 0).boxed().toList();
    Set<String> ways = new LinkedHashSet<>();
    int apart = Math.min(APART, letters.size());
    for (int chosen = 1; chosen < 1 << apart; chosen++) {
      String way = word;
      for (int i = 0; i < apart; i++) {
        way = (chosen >> i & 1) == 0 ? way : replaced(way, letters.get(i));
      }
      ways.add(way);
    }
    String all = word;
    for (int letter : letters) {
      all = replaced(all, letter);
    }
    ways.add(all);
    for (int i = 0; i < CYRILLIC.length(); i++) {
      all = replaced(all, CYRILLIC.charAt(i));
    }
    ways.add(all);
    ways.remove(word);
    return List.copyOf(ways);
  }

  private static String replaced(String word, int letter) {
    return word.replace((char) letter, LATIN.charAt(CYRILLIC.indexOf(letter)));
  }

  /// The word in Cyrillic letters alone when all its Latin ones look like them; else the word.
  ///
  /// @param word in small letters
  static String cyrillic(String word) {
    StringBuilder out = new StringBuilder(word.length());
    boolean cyrillic = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int at = c >= 'a' && c <= 'z' ? LATIN.indexOf(c) : -1;
      if (at < 0 && c >= 'a' && c <= 'z') {
        return word;
      }
      cyrillic |= c >= 'а' && c <= 'я';
      out.append(at < 0 ? c : CYRILLIC.charAt(at));
    }
    return cyrillic ? out.toString() : word;
  }
}
