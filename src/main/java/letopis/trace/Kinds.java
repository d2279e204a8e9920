package letopis.trace;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.text.Word;
import letopis.text.Words;

/// What kind of word a word is, as far as a change of it matters to a claim.
final class Kinds {
  private static final Set<String> NEGATIONS =
      Set.of(
          "не", "нет", "ни", "без", "никогда", "никто", "ничего", "нельзя", "not", "no", "never",
          "none", "nobody", "nothing", "without", "cannot");
  private static final Set<String> MONTHS =
      stems(
          "январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля"
              + " август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря"
              + " january february march april may june july august september october november"
              + " december");

  /// Months in small letters are other words: "may", "marched".
  private static final Set<String> OTHER_WORDS = stems("may march august");

  /// With a day beside them, "Nov. 5".
  private static final Set<String> SHORT_MONTHS =
      Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

  private static final Set<String> DAYS =
      stems(
          "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье"
              + " вчера сегодня завтра накануне monday tuesday wednesday thursday friday saturday"
              + " sunday yesterday today tomorrow");
  private static final Pattern DATE = Pattern.compile("\\d?\\d\\.\\d?\\d\\.\\d{2,4}");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern DAY_AFTER = Pattern.compile("\\.?\\s?\\d");

  private Kinds() {}

  static boolean isNegation(Word word) {
    return NEGATIONS.contains(word.norm()) || word.norm().endsWith("n't");
  }

  static boolean isDate(Word word, String text) {
    return isMonth(word, text) || DAYS.contains(word.stem()) || DATE.matcher(word.norm()).matches();
  }

  /// Whether a number may be a year.
  static boolean isYear(Word word) {
    return YEAR.matcher(word.norm()).matches();
  }

  static boolean isMonth(Word word, String text) {
    boolean capital = Character.isUpperCase(text.charAt(word.start()));
    return MONTHS.contains(word.stem()) && (capital || !OTHER_WORDS.contains(word.stem()))
        || capital && SHORT_MONTHS.contains(word.norm()) && isBesideDay(word, text);
  }

  private static boolean isBesideDay(Word month, String text) {
    int before = month.start() - 2;
    return before >= 0 && Character.isDigit(text.charAt(before))
        || DAY_AFTER.matcher(text).region(month.end(), text.length()).lookingAt();
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
