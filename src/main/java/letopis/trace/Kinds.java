package letopis.trace;

import java.util.HashSet;
import java.util.Set;
import letopis.text.Word;
import letopis.text.Words;

/// What kind of word a word is, as far as a change of it matters to a claim.
final class Kinds {
  private static final Set<String> NEGATIONS =
      Set.of(
          "не", "нет", "ни", "без", "никогда", "никто", "ничего", "нельзя", "not", "no", "never",
          "none", "nobody", "nothing", "without", "cannot");
  private static final Set<String> DATES =
      stems(
          "январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля"
              + " август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря"
              + " понедельник вторник среда среду четверг пятница пятницу суббота субботу"
              + " воскресенье вчера сегодня завтра накануне january february march april june july"
              + " august september october november december monday tuesday wednesday thursday"
              + " friday saturday sunday yesterday today tomorrow");

  private Kinds() {}

  static boolean isNegation(Word word) {
    return NEGATIONS.contains(word.norm()) || word.norm().endsWith("n't");
  }

  static boolean isDate(Word word) {
    return DATES.contains(word.stem()) || word.norm().matches("(19|20)\\d\\d");
  }

  /// Written with a capital where a sentence need not begin.
  static boolean isName(Word word, String text) {
    if (!Character.isUpperCase(text.codePointAt(word.start()))) {
      return false;
    }
    int at = word.start() - 1;
    while (at >= 0 && !Character.isLetterOrDigit(text.charAt(at))) {
      if (".!?\n…".indexOf(text.charAt(at)) >= 0) {
        return isAllCapitals(word, text);
      }
      at--;
    }
    return at >= 0 || isAllCapitals(word, text);
  }

  private static boolean isAllCapitals(Word word, String text) {
    String surface = text.substring(word.start(), word.end());
    return surface.length() > 1 && surface.codePoints().noneMatch(Character::isLowerCase);
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : words.split(" ")) {
      stems.add(Words.stem(word));
    }
    return Set.copyOf(stems);
  }
}
