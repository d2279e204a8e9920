package letopis.bench.trace;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.text.Word;

/// Words of a sentence that say a day, a month or a year, and other ones in their form.
final class Dates {
  private static final List<List<String>> LISTS =
      Stream.of(
              "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
              "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
              "January February March April June July August September October November December",
              "Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec",
              "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
              "понедельник вторник среду четверг пятницу субботу воскресенье")
          .map(words -> List.of(words.split(" ")))
          .toList();
  private static final Pattern YEAR =
      Pattern.compile("(?:19|20)\\d\\d(?= г|[,.;)]?\\s*$|, | and | that | the | to | at )");
  private static final Pattern DAY = Pattern.compile("[1-9]|[12]\\d|3[01]");

  private Dates() {}

  static boolean isDate(Word word, String sentence) {
    String surface = sentence.substring(word.start(), word.end());
    return isDay(word, sentence)
        || YEAR.matcher(sentence).region(word.start(), sentence.length()).lookingAt()
        || LISTS.stream().anyMatch(list -> list.contains(surface));
  }

  /// A day of the month: «5 мая», "May 5".
  static boolean isDay(Word word, String sentence) {
    return DAY.matcher(word.norm()).matches()
        && LISTS.subList(0, 4).stream()
            .flatMap(List::stream)
            .anyMatch(
                month ->
                    sentence.startsWith(" " + month, word.end())
                        || sentence
                            .substring(0, word.start())
                            .matches("(?s).*\\b" + month + "\\.? "));
  }

  /// Another day, month or year.
  static String other(String date, Random random) {
    for (List<String> list : LISTS) {
      if (list.contains(date)) {
        return list.get((list.indexOf(date) + 1 + random.nextInt(list.size() - 1)) % list.size());
      }
    }
    int number = Integer.parseInt(date);
    return Integer.toString(date.length() == 4 ? number - 1 - random.nextInt(9) : number % 27 + 1);
  }
}
