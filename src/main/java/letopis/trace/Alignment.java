package letopis.trace;

import java.util.Arrays;
import java.util.List;
import letopis.text.Numerals;
import letopis.text.Word;

/// Lays the words of a claim beside the words of a passage, as Needleman and Wunsch (1970) do, with
/// free ends on the passage's side: equal words first, then words of the same stem, then pairs of
/// numbers, since those are what a careful forger changes. The caller bounds both sides; the work
/// is their product.
final class Alignment {
  private static final double STEM = 0.9;
  private static final double GAP = -0.08;
  private static final double OTHER = -0.07;
  private static final double NUMBERS = 0.25;

  /// At an end of the claim so many other words may stand in the place of its own.
  private static final int MOST_OTHERS = 2;

  /// What a clause or a sentence ends with.
  private static final String ENDS = ",.;!?\n";

  private static final byte DIAGONAL = 0;
  private static final byte UP = 1;
  private static final byte LEFT = 2;

  /// For each word of the claim, the index of the word beside it in the passage, or -1.
  final int[] beside;

  /// Whether the word beside it has the same stem.
  final boolean[] same;

  private Alignment(int[] beside, boolean[] same) {
    this.beside = beside;
    this.same = same;
  }

  /// @param words the passage's words; indexes in the answer count from its first
  static Alignment of(Claim claim, List<Word> words) {
    return of(new Side(claim.words, claim.weights, claim.text), words);
  }

  /// One text or a part of it.
  ///
  /// @param weights of its words
  /// @param text what its words' offsets count in
  record Side(List<Word> words, double[] weights, String text) {}

  static Alignment of(Side claim, List<Word> words) {
    int rows = claim.words.size();
    int columns = words.size();
    double[][] score = new double[rows + 1][columns + 1];
    byte[][] step = new byte[rows + 1][columns + 1];
    for (int i = 1; i <= rows; i++) {
      score[i][0] = score[i - 1][0] + GAP;
      step[i][0] = UP;
      for (int j = 1; j <= columns; j++) {
        double pair = pair(claim, i - 1, words.get(j - 1));
        double diagonal = score[i - 1][j - 1] + pair;
        double up = score[i - 1][j] + GAP;
        double left = score[i][j - 1] + GAP;
        if (diagonal >= up && diagonal >= left) {
          score[i][j] = diagonal;
          step[i][j] = DIAGONAL;
        } else {
          score[i][j] = Math.max(up, left);
          step[i][j] = up >= left ? UP : LEFT;
        }
      }
    }
    return walkBack(claim, words, score[rows], step);
  }

  private static double pair(Side claim, int i, Word other) {
    Word word = claim.words.get(i);
    if (word.norm().equals(other.norm())) {
      return 0.1 + claim.weights[i];
    }
    if (word.stem().equals(other.stem())) {
      return 0.1 + STEM * claim.weights[i];
    }
    boolean numbers = Numerals.isNumber(word) && Numerals.isNumber(other);
    return numbers ? NUMBERS : OTHER;
  }

  private static Alignment walkBack(Side claim, List<Word> words, double[] last, byte[][] step) {
    int rows = claim.words.size();
    int j = 0;
    for (int column = 1; column < last.length; column++) {
      j = last[column] > last[j] ? column : j;
    }
    int[] beside = new int[rows];
    boolean[] same = new boolean[rows];
    int i = rows;
    while (i > 0) {
      if (j == 0 || step[i][j] == UP) {
        beside[--i] = -1;
      } else if (step[i][j] == LEFT) {
        j--;
      } else {
        i--;
        j--;
        beside[i] = j;
        same[i] = claim.words.get(i).stem().equals(words.get(j).stem());
      }
    }
    return new Alignment(trimmed(claim, beside, same, words), same);
  }

  /// Other words at the ends are what the text goes on with, not a change of the claim's, when they
  /// are many or a comma or more stands before them.
  private static int[] trimmed(Side claim, int[] beside, boolean[] same, List<Word> words) {
    int from = 0;
    while (from < same.length && !same[from]) {
      from++;
    }
    int to = same.length;
    while (to > from && !same[to - 1]) {
      to--;
    }
    if (from == to) {
      return beside;
    }
    cut(claim, beside, 0, from, words);
    cut(claim, beside, to, same.length, words);
    return beside;
  }

  private static void cut(Side claim, int[] beside, int from, int to, List<Word> words) {
    boolean far = Arrays.stream(beside, from, to).filter(at -> at >= 0).count() > MOST_OTHERS;
    for (int i = from; i < to; i++) {
      int before = from == 0 ? 0 : 1;
      far |=
          beside[i] >= 0
              && gap(words, beside[i] - before) > ownGap(claim, i - before)
              && !isList(claim.words, i, words, beside[i], from == 0);
    }
    if (far) {
      Arrays.fill(beside, from, to, -1);
    }
  }

  /// Whether numbers stand as far from what follows or goes before on both sides: «17 ноября,
  /// 2017».
  private static boolean isList(List<Word> ours, int i, List<Word> words, int at, boolean first) {
    int before = first ? 0 : 1;
    return Numerals.isNumber(ours.get(i))
        && Numerals.isNumber(words.get(at))
        && gap(ours, i - before) == gap(words, at - before);
  }

  /// How far the next word is from a word, in characters.
  private static int gap(List<Word> words, int at) {
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1).start() - words.get(at).end() : 0;
  }

  /// The same in the claim, where a quotation mark or a dash may stand too; at least a space.
  private static int ownGap(Side claim, int at) {
    int gap = gap(claim.words, at);
    if (gap <= 1) {
      return 1;
    }
    int end = claim.words.get(at).end();
    return claim.text.substring(end, end + gap).chars().anyMatch(c -> ENDS.indexOf(c) >= 0)
        ? 1
        : gap;
  }
}
