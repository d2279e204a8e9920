package letopis.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What changed between two texts, word by word: the shortest edit of words, blanks and marks (E.
/// Myers, "An O(ND) Difference Algorithm", 1986). Texts that differ in more than [#MOST_EDITS]
/// words are shown as one whole replaced by the other.
final class WordDiff {
  private static final int MOST_EDITS = 2_000;
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

  private WordDiff() {}

  /// A piece of text: `=` in both, `-` only in the first, `+` only in the second.
  record Piece(String op, String text) {}

  static List<Piece> of(String from, String to) {
    List<String> a = tokens(from);
    List<String> b = tokens(to);
    int head = 0;
    while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < a.size() - head
        && tail < b.size() - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    Pieces pieces = new Pieces();
    a.subList(0, head).forEach(token -> pieces.add("=", token));
    middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), pieces);
    a.subList(a.size() - tail, a.size()).forEach(token -> pieces.add("=", token));
    return pieces.done();
  }

  private static void middle(List<String> a, List<String> b, Pieces pieces) {
    List<int[]> trace = frontiers(a, b);
    if (trace.isEmpty()) {
      a.forEach(token -> pieces.add("-", token));
      b.forEach(token -> pieces.add("+", token));
      return;
    }
    List<Piece> backwards = new ArrayList<>();
    int x = a.size();
    int y = b.size();
    for (int d = trace.size() - 1; d >= 0 && (x > 0 || y > 0); d--) {
      int[] v = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && at(v, k - 1, d) < at(v, k + 1, d));
      int beforeK = down ? k + 1 : k - 1;
      int beforeX = d == 0 ? 0 : at(v, beforeK, d);
      int beforeY = d == 0 ? 0 : beforeX - beforeK;
      while (x > beforeX && y > beforeY && x > 0 && y > 0) {
        backwards.add(new Piece("=", a.get(--x)));
        y--;
      }
      if (d > 0) {
        backwards.add(down ? new Piece("+", b.get(--y)) : new Piece("-", a.get(--x)));
      }
    }
    backwards.reversed().forEach(piece -> pieces.add(piece.op(), piece.text()));
  }

  /// For each number of edits d, how far each diagonal had come before; empty when it takes too
  /// many.
  private static List<int[]> frontiers(List<String> a, List<String> b) {
    List<int[]> trace = new ArrayList<>();
    int most = Math.min(MOST_EDITS, a.size() + b.size());
    int[] v = new int[3];
    for (int d = 0; d <= most; d++) {
      int[] wider = new int[2 * d + 3];
      for (int k = -d + 1; k <= d - 1; k++) {
        wider[k + d + 1] = v[k + d];
      }
      trace.add(wider.clone());
      v = wider;
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && at(v, k - 1, d) < at(v, k + 1, d));
        int x = d == 0 ? 0 : down ? at(v, k + 1, d) : at(v, k - 1, d) + 1;
        while (x < a.size() && x - k < b.size() && a.get(x).equals(b.get(x - k))) {
          x++;
        }
        v[k + d + 1] = x;
        if (x >= a.size() && x - k >= b.size()) {
          return trace;
        }
      }
    }
    return List.of();
  }

  private static int at(int[] v, int k, int d) {
    return v[k + d + 1];
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  /// Joins neighbours of one kind.
  private static final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String op = "=";

    void add(String next, String token) {
      if (!next.equals(op)) {
        flush();
        op = next;
      }
      text.append(token);
    }

    List<Piece> done() {
      flush();
      return List.copyOf(pieces);
    }

    private void flush() {
      if (!text.isEmpty()) {
        pieces.add(new Piece(op, text.toString()));
        text.setLength(0);
      }
    }
  }
}
