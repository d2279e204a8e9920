package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.text.StopWords;
import letopis.text.WordList;

/// Lays an article beside a text by the runs of words they share, longest first at every place, as
/// greedy string tiling does (Wise 1993), from seeds of [#SEED] stems. Linear in both for real
/// texts; a seed found more than [#REPEATS] times in the claim is looked up only so often.
final class LongAligner {
  private static final int SEED = 4;
  private static final int REPEATS = 4;

  /// Changes named at most.
  private static final int CHANGES = 20;

  /// A gap between two runs of at most so many words on either side is a change; a longer one is
  /// other text.
  private static final int CHANGE = 12;

  /// What a word outside the runs takes from a passage that a word in them adds 1 to.
  private static final double FOREIGN = 0.35;

  private final Claim claim;
  private final String text;
  private final WordList words;
  private final int[] stems;

  private LongAligner(Claim claim, Reading.Text read) {
    this.claim = claim;
    this.text = read.text();
    this.words = read.words();
    this.stems = read.stems();
  }

  /// The part of the text that shares most with the claim; empty when no seed is shared and less
  /// than a tenth of the claim's weight is anywhere in it.
  static Optional<Aligned> align(Claim claim, Seeds seeds, Reading.Text read) {
    return new LongAligner(claim, read).align(seeds);
  }

  /// Where each seed of a claim is.
  static final class Seeds {
    private final Map<Long, int[]> places = new HashMap<>();

    Seeds(Claim claim) {
      for (int i = 0; i + SEED <= claim.words.size(); i++) {
        int[] at = places.computeIfAbsent(seed(claim.stems, i), _ -> new int[REPEATS + 1]);
        if (at[0] < REPEATS) {
          at[++at[0]] = i;
        }
      }
    }

    /// -1 where a word is not the claim's, which no seed is.
    private static long seed(int[] stems, int from) {
      long seed = 0;
      for (int i = from; i < from + SEED; i++) {
        if (stems[i] < 0) {
          return -1;
        }
        seed = seed * 1_000_003 + stems[i];
      }
      return seed & Long.MAX_VALUE;
    }
  }

  private Optional<Aligned> align(Seeds seeds) {
    List<Edges.Run> runs = new Edges(claim, text, words, stems).of(runs(seeds));
    double anywhere = anywhere();
    if (runs.isEmpty()) {
      return anywhere < 0.1 || words.isEmpty() ? Optional.empty() : Optional.of(whole(anywhere));
    }
    int[] range = heaviest(runs);
    withEdges(range, runs);
    List<Edges.Run> inside =
        runs.stream().filter(run -> run.inText() >= range[0] && run.inText() <= range[1]).toList();
    boolean[] found = new boolean[claim.words.size()];
    int matched = 0;
    for (Edges.Run run : inside) {
      for (int i = run.inClaim(); i < run.inClaim() + run.length(); i++) {
        matched += found[i] ? 0 : 1;
        found[i] = true;
      }
    }
    double weight = 0;
    for (int i = 0; i < found.length; i++) {
      weight += found[i] ? claim.weights[i] : 0;
    }
    boolean identical =
        inside.size() == 1 && inside.getFirst().length() == claim.words.size() && sameForms(inside);
    return Optional.of(
        new Aligned(
            words.get(range[0]).start(),
            words.get(range[1] - 1).end(),
            identical,
            weight / claim.total,
            Math.max(anywhere, weight / claim.total),
            Math.min(1, (double) matched / (range[1] - range[0])),
            matched,
            weight,
            weight / claim.total,
            changes(inside)));
  }

  private Aligned whole(double anywhere) {
    int end = words.getLast().end();
    return new Aligned(words.getFirst().start(), end, false, 0, anywhere, 0, 0, 0, 0, List.of());
  }

  /// Share of the claim's weight that is anywhere in the text.
  private double anywhere() {
    boolean[] there = new boolean[claim.different()];
    for (int stem : stems) {
      if (stem >= 0) {
        there[stem] = true;
      }
    }
    double weight = 0;
    for (int i = 0; i < claim.weights.length; i++) {
      weight += there[claim.stems[i]] ? claim.weights[i] : 0;
    }
    return weight / claim.total;
  }

  private List<Edges.Run> runs(Seeds seeds) {
    List<Edges.Run> runs = new ArrayList<>();
    int at = 0;
    while (at + SEED <= words.size()) {
      Edges.Run run = longest(seeds, at);
      if (run.length() == 0) {
        at++;
      } else {
        runs.add(run);
        at += run.length();
      }
    }
    return runs;
  }

  private Edges.Run longest(Seeds seeds, int at) {
    Edges.Run longest = new Edges.Run(0, at, 0);
    int[] places = seeds.places.get(Seeds.seed(stems, at));
    if (places == null) {
      return longest;
    }
    for (int k = 1; k <= places[0]; k++) {
      int length = 0;
      int place = places[k];
      while (place + length < claim.words.size()
          && at + length < words.size()
          && claim.stems[place + length] == stems[at + length]) {
        length++;
      }
      longest = length > longest.length() ? new Edges.Run(place, at, length) : longest;
    }
    return longest;
  }

  /// The stretch of the text that the runs fill best.
  private int[] heaviest(List<Edges.Run> runs) {
    double[] gains = new double[words.size()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = StopWords.has(words.norm(i)) ? -FOREIGN / 4 : -FOREIGN;
    }
    for (Edges.Run run : runs) {
      for (int i = run.inText(); i < run.inText() + run.length(); i++) {
        gains[i] = 1;
      }
    }
    double most = 0;
    double sum = 0;
    int from = 0;
    int[] best = {0, words.size()};
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

  /// With a replaced number right before or behind it.
  private static void withEdges(int[] range, List<Edges.Run> runs) {
    for (Edges.Run run : runs) {
      if (run.length() == 0) {
        range[0] -= run.inText() == range[0] - 1 ? 1 : 0;
        range[1] += run.inText() == range[1] + 1 ? 1 : 0;
      }
    }
  }

  private boolean sameForms(List<Edges.Run> runs) {
    for (Edges.Run run : runs) {
      for (int i = 0; i < run.length(); i++) {
        String one = claim.words.get(run.inClaim() + i).norm();
        if (!one.equals(words.get(run.inText() + i).norm())) {
          return false;
        }
      }
    }
    return true;
  }

  /// What stands between neighbouring runs.
  private List<Change> changes(List<Edges.Run> runs) {
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < runs.size() && changes.size() < CHANGES; i++) {
      Edges.Run before = runs.get(i - 1);
      Edges.Run after = runs.get(i);
      int from = before.inClaim() + before.length();
      int inText = before.inText() + before.length();
      int was = after.inClaim() - from;
      int became = after.inText() - inText;
      if (was >= 0 && was <= CHANGE && became >= 0 && became <= CHANGE && was + became > 0) {
        changes.addAll(
            Differences.between(
                claim.words.subList(from, after.inClaim()),
                claim.text,
                words.subList(inText, after.inText()),
                text));
      }
    }
    return changes;
  }
}
