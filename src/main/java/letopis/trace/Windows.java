package letopis.trace;

import java.util.ArrayList;
import java.util.List;

/// Finds the stems of a text where most of a claim stands close together: a window half as wide
/// again as the claim slides over the text and adds up the weight of the claim's words in it, each
/// as often as the claim has it.
final class Windows {
  static final int MOST = 3;
  private static final double WIDER = 1.5;
  private static final int WIDER_BY = 8;

  private final Claim claim;
  private final int[] stems;

  /// How often each stem of the claim is in the window.
  private final int[] inside;

  private double weight;

  private Windows(Claim claim, int[] stems) {
    this.claim = claim;
    this.stems = stems;
    this.inside = new int[claim.different()];
  }

  /// Up to [#MOST] windows `[from, to)` in words, heaviest first, none overlapping another, each
  /// with at least 30% of the claim's weight.
  ///
  /// @param stems for each word of a text, the number of its stem in the claim, or -1
  static List<int[]> of(Claim claim, int[] stems) {
    double[] weights = new Windows(claim, stems).slide();
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
      int to = Math.min(stems.length, best + width);
      found.add(trimmed(claim, stems, best, to));
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
    double[] weights = new double[stems.length];
    for (int i = 0; i < Math.min(width, stems.length); i++) {
      enter(stems[i]);
    }
    for (int from = 0; from < weights.length; from++) {
      weights[from] = weight;
      leave(stems[from]);
      if (from + width < stems.length) {
        enter(stems[from + width]);
      }
    }
    return weights;
  }

  private void enter(int stem) {
    if (stem >= 0 && ++inside[stem] <= claim.count(stem)) {
      weight += claim.weight(stem);
    }
  }

  private void leave(int stem) {
    if (stem >= 0 && --inside[stem] < claim.count(stem)) {
      weight -= claim.weight(stem);
    }
  }

  /// Without the words at both ends that are not the claim's, or that it has no more of than stand
  /// in the rest: the shorter of what is left when the first ones go before the last ones, or
  /// after.
  private static int[] trimmed(Claim claim, int[] stems, int from, int to) {
    Windows window = new Windows(claim, stems);
    for (int i = from; i < to; i++) {
      window.enter(stems[i]);
    }
    int first = window.first(from, to);
    int last = window.last(first, to);
    for (int i = from; i < first; i++) {
      window.enter(stems[i]);
    }
    for (int i = last; i < to; i++) {
      window.enter(stems[i]);
    }
    int otherLast = window.last(from, to);
    int otherFirst = window.first(from, otherLast);
    boolean other = otherLast - otherFirst < last - first;
    int[] best = other ? new int[] {otherFirst, otherLast} : new int[] {first, last};
    return best[0] < best[1] ? best : new int[] {from, to};
  }

  /// Leaves words at the beginning out while that costs nothing; answers where the rest begins.
  private int first(int from, int to) {
    int first = from;
    while (first < to && isSpare(stems[first])) {
      leave(stems[first++]);
    }
    return first;
  }

  private int last(int from, int to) {
    int last = to;
    while (last > from && isSpare(stems[last - 1])) {
      leave(stems[--last]);
    }
    return last;
  }

  private boolean isSpare(int stem) {
    return claim.weight(stem) <= Rarity.STOP || inside[stem] > claim.count(stem);
  }
}
