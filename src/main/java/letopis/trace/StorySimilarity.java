package letopis.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// Tells whether two texts tell the same story: the cosine of their words' weights, each
/// `(1 + ln tf) × rarity²`, over the beginning of the texts, where news say what happened. Rarity
/// enters squared so that names and places weigh more than what every report has.
public final class StorySimilarity {
  /// From here on two texts are taken for the same story; set on one half of the labelled pairs.
  public static final double SAME = 0.32;

  /// Words of each text that are looked at.
  private static final int WORDS = 160;

  private StorySimilarity() {}

  /// The similarity of two texts, 0..1.
  public static double of(String one, String other, Rarity rarity) {
    Map<String, Double> ours = weights(one, rarity);
    Map<String, Double> theirs = weights(other, rarity);
    double product = 0;
    for (Map.Entry<String, Double> entry : ours.entrySet()) {
      product += entry.getValue() * theirs.getOrDefault(entry.getKey(), 0.0);
    }
    double lengths = length(ours) * length(theirs);
    return lengths == 0 ? 0 : product / lengths;
  }

  private static Map<String, Double> weights(String text, Rarity rarity) {
    List<Word> words = Words.of(text);
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Double> rarities = new HashMap<>();
    for (Word word : words.subList(0, Math.min(WORDS, words.size()))) {
      if (!StopWords.has(word.norm())) {
        counts.merge(word.stem(), 1, Integer::sum);
        rarities.put(word.stem(), rarity.of(word));
      }
    }
    Map<String, Double> weights = new HashMap<>();
    counts.forEach(
        (stem, count) -> {
          double rare = rarities.get(stem);
          weights.put(stem, (1 + Math.log(count)) * rare * rare);
        });
    return weights;
  }

  private static double length(Map<String, Double> weights) {
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }
}
