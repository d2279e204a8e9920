package letopis.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Forms that a Russian noun may have which no dictionary knows, mostly a name. The stemmer takes
/// the end of many a name for an ending («Байден» becomes «байд», «Байденом» «байден»), so that
/// forms of one name have several stems. Forms that nobody uses find nothing and do no harm.
final class Guesses {
  private static final String HARD = "бвгджзклмнпрстфхцчшщ";
  private static final String VOWELS = "аеиоуыэюя";
  private static final int SHORTEST_BASE = 3;

  /// Endings of adjectives, which the stemmer cuts off well.
  private static final List<String> ADJECTIVES =
      List.of("ый", "ая", "ое", "ые", "ого", "ому", "ыми", "ых", "ую");

  private static final List<String> ENDINGS =
      List.of(
          "ами", "ями", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ей", "ой", "ым", "ью", "а",
          "у", "е", "ы", "и", "я", "ю", "й", "ь");

  /// The declension of a name that ends in a consonant or in -а: Байден, Камала, Лавров.
  private static final List<String> AFTER_CONSONANT =
      List.of("", "а", "у", "ом", "е", "ы", "ой", "ов", "ам", "ами", "ах", "ым");

  /// That of Китай, Сергей, Корея, Вирджиния.
  private static final List<String> AFTER_VOWEL =
      List.of("й", "я", "ю", "ем", "е", "и", "ей", "ев");

  /// That of Кремль, Казань.
  private static final List<String> SOFT = List.of("ь", "я", "ю", "ем", "е", "и", "ью");

  private Guesses() {}

  /// Every form of a word that it may have as a noun.
  ///
  /// @param word lower case, Russian letters only
  static Set<String> of(String word) {
    Set<String> forms = new HashSet<>();
    if (ADJECTIVES.stream().anyMatch(word::endsWith)) {
      return forms;
    }
    for (String base : bases(word)) {
      char last = base.charAt(base.length() - 1);
      if (VOWELS.indexOf(last) >= 0) {
        AFTER_VOWEL.forEach(ending -> forms.add(base + ending));
      } else if (HARD.indexOf(last) >= 0) {
        boolean soft =
            word.length() > base.length() && "ьяюи".indexOf(word.charAt(base.length())) >= 0;
        (soft ? SOFT : AFTER_CONSONANT).forEach(ending -> forms.add(base + ending));
      }
    }
    return forms;
  }

  private static List<String> bases(String word) {
    List<String> bases = new ArrayList<>();
    if (HARD.indexOf(word.charAt(word.length() - 1)) >= 0) {
      bases.add(word);
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_BASE) {
        bases.add(word.substring(0, word.length() - ending.length()));
      }
    }
    return bases;
  }
}
