package letopis.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.Word;
import letopis.text.Words;

/// A claim cut into words, each with its weight.
final class Claim {
  /// Claims of more words are compared by shared runs of words, not word by word.
  static final int LONG = 80;

  final String text;
  final List<Word> words;
  final double[] weights;
  final double total;

  /// Content words: those heavier than a stop word.
  final int content;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Double> byStem = new HashMap<>();

  Claim(String text, Rarity rarity) {
    this.text = text;
    this.words = Words.of(text);
    this.weights = new double[words.size()];
    double sum = 0;
    int heavy = 0;
    for (int i = 0; i < weights.length; i++) {
      Word word = words.get(i);
      weights[i] = rarity.of(word);
      sum += weights[i];
      heavy += weights[i] > Rarity.STOP ? 1 : 0;
      counts.merge(word.stem(), 1, Integer::sum);
      byStem.put(word.stem(), weights[i]);
    }
    this.total = sum;
    this.content = heavy;
  }

  boolean isLong() {
    return words.size() > LONG;
  }

  /// The weight of a stem of the claim; 0 for any other.
  double weight(String stem) {
    return byStem.getOrDefault(stem, 0.0);
  }

  /// How often the stem is in the claim.
  int count(String stem) {
    return counts.getOrDefault(stem, 0);
  }
}
