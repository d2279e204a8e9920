package letopis.text;

/// Latin letters that look like Cyrillic ones, small or as capitals. They get into Russian words by
/// a slip of the keyboard, or to hide a word from searches.
final class Lookalikes {
  private static final String LATIN = "abcehikmoptxy";
  private static final String CYRILLIC = "авсенікмортху";

  private Lookalikes() {}

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
