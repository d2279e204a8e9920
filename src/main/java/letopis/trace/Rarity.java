package letopis.trace;

import java.util.Map;
import letopis.text.StopWords;
import letopis.text.Word;

/// How much a word says: near 0 for one found everywhere, 1 for one found almost nowhere.
@FunctionalInterface
public interface Rarity {
  /// What stop words weigh, and the least that any other word weighs twice over.
  double STOP = 0.05;

  /// The weight of a word, 0.05..1.
  double of(Word word);

  /// By how many of `total` documents have the stem: `ln(total / df) / ln(total)`, the inverse
  /// document frequency (Spärck Jones 1972) scaled to 0..1. A stem that is not in the map is taken
  /// for one that no document has.
  static Rarity ofFrequencies(Map<String, Long> frequencies, long total) {
    double most = Math.log(Math.max(total, 2));
    return word -> {
      if (StopWords.has(word.norm())) {
        return STOP;
      }
      long df = Math.max(1, frequencies.getOrDefault(word.stem(), 1L));
      return Math.clamp(Math.log((double) total / df) / most, 2 * STOP, 1);
    };
  }

  /// Without knowledge of an archive: stop words against all others.
  static Rarity unknown() {
    return word -> StopWords.has(word.norm()) ? STOP : 0.7;
  }
}
