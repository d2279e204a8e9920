package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.Word;

/// Finds the places of a text where most of a claim stands close together: a window half as wide
/// again as the claim slides over the text and adds up the weight of the claim's words in it,
/// each
/// as often as the claim has it.
final class Windows {
  static final int MOST = 3;
  private static final double WIDER = 1.5;
  private static final int WIDER_BY = 8;

  private final Claim claim;
  private final List<Word> words;
  private final Map<String, Integer> inside = new HashMap<>();
  private double weight;

  private Windows(Claim claim, List<Word> words) {
    this.claim = claim;
    this.words = words;
  }

  /// Up to [#MOST] windows `[from, to)` in words, heaviest first, none overlapping another, each
  /// with at least 30% of the claim's weight.
  static List<int[]> of(Claim claim, List<Word> words) {
    double[] weights = new Windows(claim, words).slide();
    int width = width(claim);
    double enough = 0.3 * claim.total;
    List<int[]> found = new ArrayList<>();
    while (found.size() < MOST) {
      int best = 0;
      for (int i = 1; i < weights.length; i++) {
        best = weights[i] > weights[best] + 1e-9 ? i : best;
      }
      if (weights.length == 0 || weights[best] < enough) {
        break;
      }
      int to = Math.min(words.size(), best + width);
      found.add(trimmed(claim, words, best, to));
      for (int i = Math.max(0, best - width + 1); i < Math.min(weights.length, to); i++) {
        weights[i] = 0;
      }
    }
    return found;
  }

  private static int width(Claim claim) {
    return (int) (claim.words.size() * WIDER) + WIDER_BY;
  }

  /// The weight of the window that begins at each word.
  private double[] slide() {
    int width = width(claim);
    double[] weights = new double[words.size()];
    for (int i = 0; i < Math.min(width, words.size()); i++) {
      enter(words.get(i).stem());
    }
    for (int from = 0; from < weights.length; from++) {
      weights[from] = weight;
      leave(words.get(from).stem());
      if (from + width < words.size()) {
        enter(words.get(from + width).stem());
      }
    }
    return weights;
  }

  private void enter(String stem) {
    if (claim.count(stem) > 0 && inside.merge(stem, 1, Integer::sum) <= claim.count(stem)) {
      weight += claim.weight(stem);
    }
  }

  private void leave(String stem) {
    if (claim.count(stem) > 0 && inside.merge(stem, -1, Integer::sum) < claim.count(stem)) {
      weight -= claim.weight(stem);
    }
  }

  /// Without the words at both ends that are not the claim's.
  private static int[] trimmed(Claim claim, List<Word> words, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && claim.weight(words.get(first).stem()) <= Rarity.STOP) {
      first++;
    }
    while (last > first && claim.weight(words.get(last - 1).stem()) <= Rarity.STOP) {
      last--;
    }
    return first < last ? new int[] {first, last} : new int[] {from, to};
  }
}
