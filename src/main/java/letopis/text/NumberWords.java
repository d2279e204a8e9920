package letopis.text;

import java.util.HashSet;
import java.util.Set;

/// Which words are numbers: digits, and the number words of Russian and English.
public final class NumberWords {
  private static final Set<String> STEMS =
      stems(
          "один одна одно два две три четыре пять шесть семь восемь девять десять одиннадцать"
              + " двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать"
              + " девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят"
              + " девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот"
              + " девятьсот тысяча миллион миллиард двое трое четверо пятеро десятки сотни полтора"
              + " половина one two three four five six seven eight nine ten eleven twelve thirteen"
              + " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"
              + " sixty seventy eighty ninety hundred thousand million billion dozen half");

  private NumberWords() {}

  /// Whether a word is a number, in any inflection.
  public static boolean isNumber(Word word) {
    return word.isNumber() || STEMS.contains(word.stem());
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : words.split(" ")) {
      stems.add(Words.stem(word));
    }
    return Set.copyOf(stems);
  }
}
