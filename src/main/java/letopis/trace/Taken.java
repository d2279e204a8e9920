package letopis.trace;

import java.util.List;
import java.util.Map;
import letopis.text.StopWords;
import letopis.text.Word;

/// The words of a passage that are the claim's: in its order, or moved. Words far off at the ends
/// that cost more density than they bring are left out.
///
/// @param from the first of them
/// @param to after the last of them
/// @param weight of all of them
/// @param ordered weight of those in the claim's order
/// @param content how many of them are no stop words
/// @param density their share of all content words between `from` and `to`
record Taken(int from, int to, double weight, double ordered, int content, double density) {
  /// A word that weighs so much is in hardly any text of the archive: it may be mistyped.
  private static final double UNKNOWN = 0.8;

  /// What one written otherwise counts of its weight.
  private static final double ALIKE = 0.8;

  static Taken of(Claim claim, List<Word> words, Alignment alignment, Map<String, Integer> left) {
    double[] inOrder = new double[words.size()];
    double[] weights = new double[words.size()];
    for (int i = 0; i < claim.words.size(); i++) {
      int at = alignment.beside[i];
      if (at >= 0 && alignment.same[i]) {
        inOrder[at] = claim.weights[i];
        weights[at] = claim.weights[i];
      } else if (at >= 0
          && claim.weights[i] >= UNKNOWN
          && Spelling.alike(claim.words.get(i), words.get(at))) {
        inOrder[at] = ALIKE * claim.weights[i];
        weights[at] = inOrder[at];
        left.merge(claim.words.get(i).stem(), -1, Integer::sum);
      }
    }
    for (int j = 0; j < weights.length; j++) {
      String stem = words.get(j).stem();
      if (weights[j] == 0 && left.getOrDefault(stem, 0) > 0) {
        left.merge(stem, -1, Integer::sum);
        weights[j] = claim.weight(stem);
      }
    }
    return best(claim, words, weights, inOrder);
  }

  private static Taken best(Claim claim, List<Word> words, double[] weights, double[] inOrder) {
    int from = 0;
    int to = weights.length;
    while (from < to && isNothing(weights[from], inOrder[from])) {
      from++;
    }
    while (to > from && isNothing(weights[to - 1], inOrder[to - 1])) {
      to--;
    }
    Taken best = between(words, weights, inOrder, from, to);
    boolean better = true;
    while (better && best.from < best.to) {
      Taken left = between(words, weights, inOrder, next(weights, best.from, best.to), best.to);
      Taken right =
          between(words, weights, inOrder, best.from, previous(weights, best.from, best.to));
      Taken other = left.harmonic(claim) > right.harmonic(claim) ? left : right;
      better = other.harmonic(claim) > best.harmonic(claim);
      best = better ? other : best;
    }
    return best;
  }

  /// No word of the claim, or one of its small words in another place: a passage does not go on for
  /// that, «… из-под крана, не соответствует действительности».
  private static boolean isNothing(double weight, double inOrder) {
    return weight == 0 || inOrder == 0 && weight <= Rarity.STOP;
  }

  private static int next(double[] weights, int from, int to) {
    int at = from + 1;
    while (at < to && weights[at] == 0) {
      at++;
    }
    return Math.min(at, to);
  }

  private static int previous(double[] weights, int from, int to) {
    int at = to - 1;
    while (at > from && weights[at - 1] == 0) {
      at--;
    }
    return Math.max(at, from);
  }

  private static Taken between(
      List<Word> words, double[] weights, double[] inOrder, int from, int to) {
    double weight = 0;
    double ordered = 0;
    int heavy = 0;
    int content = 0;
    for (int j = from; j < to; j++) {
      weight += weights[j];
      ordered += inOrder[j];
      boolean telling = !StopWords.has(words.get(j).norm());
      heavy += telling ? 1 : 0;
      content += telling && weights[j] > 0 ? 1 : 0;
    }
    double density = heavy == 0 ? 0 : (double) content / heavy;
    return new Taken(from, to, weight, ordered, content, density);
  }

  private double harmonic(Claim claim) {
    double covered = weight / claim.total;
    return covered + density == 0 ? 0 : 2 * covered * density / (covered + density);
  }
}
