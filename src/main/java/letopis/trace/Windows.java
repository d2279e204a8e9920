package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import letopis.text.StopWords;
import letopis.text.Word;

/// Finds the places of a text where most of a claim's words stand close together: heaviest runs in
/// the manner of Kadane, where a word of the claim adds its weight and any other content word takes
/// away [#FOREIGN].
final class Windows {
  static final int MOST = 3;
  private static final double FOREIGN = 0.12;

  private Windows() {}

  /// Up to [#MOST] windows `[from, to)` in words, heaviest first, none overlapping another.
  static List<int[]> of(Claim claim, List<Word> words) {
    double[] gains = new double[words.size()];
    for (int i = 0; i < gains.length; i++) {
      Word word = words.get(i);
      double weight = claim.weight(word.stem());
      gains[i] = weight > 0 ? weight : StopWords.has(word.norm()) ? -FOREIGN / 8 : -FOREIGN;
    }
    double enough = 0.3 * claim.total;
    List<int[]> found = new ArrayList<>();
    while (found.size() < MOST) {
      int[] best = heaviest(gains, enough);
      if (best.length == 0) {
        break;
      }
      found.add(best);
      for (int i = best[0]; i < best[1]; i++) {
        gains[i] = -1;
      }
    }
    return found;
  }

  /// The heaviest run of at least this weight; empty when there is none.
  private static int[] heaviest(double[] gains, double enough) {
    double most = enough;
    double sum = 0;
    int from = 0;
    int[] best = {};
    for (int i = 0; i < gains.length; i++) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += gains[i];
      if (sum > most) {
        most = sum;
        best = new int[] {from, i + 1};
      }
    }
    return best;
  }
}
