package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import letopis.text.Numerals;
import letopis.text.Word;

/// A diff of two wordings for people, word by word, by their longest common subsequence.
final class Pieces {
  /// Longer wordings get no diff: the work is the product of their lengths.
  private static final int LONGEST = 400;

  private Pieces() {}

  /// What is equal, removed and added, in reading order. Empty for very long wordings.
  static List<Trace.Piece> of(String was, String became) {
    List<Word> one = Numerals.of(was);
    List<Word> other = Numerals.of(became);
    if (one.size() > LONGEST || other.size() > LONGEST) {
      return List.of();
    }
    int[][] common = common(one, other);
    List<Trace.Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      boolean equal = i < one.size() && j < other.size() && same(one.get(i), other.get(j));
      if (equal) {
        add(pieces, '=', became, other, j++);
        i++;
      } else if (j == other.size() || i < one.size() && common[i + 1][j] >= common[i][j + 1]) {
        add(pieces, '-', was, one, i++);
      } else {
        add(pieces, '+', became, other, j++);
      }
    }
    return pieces;
  }

  /// Lengths of the longest common subsequences of what is left from each pair of places.
  private static int[][] common(List<Word> one, List<Word> other) {
    int[][] common = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(one.get(i), other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /// Goes on with the last piece, with what stands between its words, or begins another.
  private static void add(
      List<Trace.Piece> pieces, char op, String text, List<Word> words, int index) {
    Word word = words.get(index);
    if (!pieces.isEmpty() && pieces.getLast().op() == op) {
      String last = pieces.removeLast().text();
      String between = text.substring(words.get(index - 1).end(), word.start());
      pieces.add(new Trace.Piece(op, last + between.replace('\n', ' ') + surface(text, word)));
    } else {
      pieces.add(new Trace.Piece(op, surface(text, word)));
    }
  }

  private static boolean same(Word one, Word other) {
    return one.norm().equals(other.norm());
  }

  private static String surface(String text, Word word) {
    return text.substring(word.start(), word.end());
  }
}
