package letopis.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;

/// Tells whether two texts tell the same story: the mean of two cosines of their words' weights.
/// One looks at the opening words, where news say what happened, each weighed
/// `(1 + ln tf) × rarity`, the other at more of the text with rarity squared, so that names and
/// places weigh more than what every report has.
public final class StorySimilarity {
  /// From here on two texts are taken for the same story; set by cross-validation.
  public static final double SAME = 0.31;

  private static final int OPENING = 40;
  private static final int WORDS = 160;

  private StorySimilarity() {}

  /// The similarity of two texts, 0..1.
  public static double of(String one, String other, Rarity rarity) {
    List<Word> ours = Words.of(one);
    List<Word> theirs = Words.of(other);
    double opening = cosine(weights(ours, OPENING, 1, rarity), weights(theirs, OPENING, 1, rarity));
    double all = cosine(weights(ours, WORDS, 2, rarity), weights(theirs, WORDS, 2, rarity));
    return (opening + all) / 2;
  }

  private static double cosine(Map<String, Double> ours, Map<String, Double> theirs) {
    double product = 0;
    for (Map.Entry<String, Double> entry : ours.entrySet()) {
      product += entry.getValue() * theirs.getOrDefault(entry.getKey(), 0.0);
    }
    double lengths = length(ours) * length(theirs);
    return lengths == 0 ? 0 : product / lengths;
  }

  private static Map<String, Double> weights(List<Word> words, int most, int power, Rarity rarity) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Double> rarities = new HashMap<>();
    for (Word word : words.subList(0, Math.min(most, words.size()))) {
      if (!StopWords.has(word.norm())) {
        counts.merge(word.stem(), 1, Integer::sum);
        rarities.put(word.stem(), rarity.of(word));
      }
    }
    Map<String, Double> weights = new HashMap<>();
    counts.forEach(
        (stem, count) ->
            weights.put(stem, (1 + Math.log(count)) * Math.pow(rarities.get(stem), power)));
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
