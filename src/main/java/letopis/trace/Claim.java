package letopis.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.Numerals;
import letopis.text.Sentences;
import letopis.text.Word;

/// A claim cut into words, each with its weight.
final class Claim {
  /// Claims of more words are compared by shared runs of words, not word by word.
  static final int LONG = 80;

  /// Fewer words are one statement, however many full stops they have.
  private static final int SEVERAL = 20;

  final String text;
  final List<Word> words;
  final double[] weights;
  final double total;

  /// Content words: those heavier than a stop word.
  final int content;

  /// For each of its words the number of the stem; equal stems have one number.
  final int[] stems;

  private final Map<String, Integer> numbers = new HashMap<>();

  /// By the number of a stem: how often it has it, and what it weighs.
  private final int[] counts;

  private final double[] byStem;

  Claim(String text, Rarity rarity) {
    this.text = text;
    this.words = Numerals.of(text);
    this.weights = new double[words.size()];
    this.stems = new int[weights.length];
    this.counts = new int[weights.length];
    this.byStem = new double[weights.length];
    double sum = 0;
    int heavy = 0;
    for (int i = 0; i < weights.length; i++) {
      Word word = words.get(i);
      weights[i] = rarity.of(word);
      sum += weights[i];
      heavy += weights[i] > Rarity.STOP ? 1 : 0;
      stems[i] = numbers.computeIfAbsent(word.stem(), _ -> numbers.size());
      counts[stems[i]]++;
      byStem[stems[i]] = weights[i];
    }
    this.total = sum;
    this.content = heavy;
  }

  boolean isLong() {
    return words.size() > LONG;
  }

  /// Whether it is no article and yet more than one statement, as a post is: others may have taken
  /// over a sentence of it.
  boolean isSeveral() {
    return !isLong() && words.size() >= SEVERAL && Sentences.of(text).size() > 1;
  }

  /// The number of a stem; -1 for one that is not in the claim.
  int number(String stem) {
    return numbers.getOrDefault(stem, -1);
  }

  /// How many different stems it has.
  int different() {
    return numbers.size();
  }

  /// The weight of a stem of the claim; 0 for any other.
  double weight(String stem) {
    return weight(number(stem));
  }

  /// @param stem number of a stem, or -1, which weighs nothing
  double weight(int stem) {
    return stem < 0 ? 0 : byStem[stem];
  }

  /// How often a stem is in the claim.
  ///
  /// @param stem number of a stem of the claim
  int count(int stem) {
    return counts[stem];
  }
}
