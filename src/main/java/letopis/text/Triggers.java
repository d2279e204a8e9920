package letopis.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a text which of many patterns can begin. Two dozen searches of a whole text cost most
/// of what finding attributions took; one pass over the beginnings of its words replaces them.
///
/// Which letters a pattern can begin with is asked of the pattern itself
/// ([Matcher#hitEnd()]: more input could still make it match), so that the two cannot drift apart.
/// A pattern must begin at a word, ignore case in its first letters, and not match the empty
/// string. What is answered may be too much, never too little.
final class Triggers {
  private static final String LETTERS =
      " абвгдежзийклмнопрстуфхцчшщъыьэюяёabcdefghijklmnopqrstuvwxyz";

  /// So many letters tell nearly all words that are no triggers from those that are.
  private static final int DEPTH = 4;

  private final Node root;

  /// @param patterns no more than 64
  Triggers(List<Pattern> patterns) {
    if (patterns.size() > Long.SIZE) {
      throw new IllegalArgumentException("too many patterns: " + patterns.size());
    }
    root = new Node();
    for (int i = 0; i < patterns.size(); i++) {
      grow(root, patterns.get(i).matcher(""), "", 1L << i);
    }
  }

  private static final class Node {
    private final @Nullable Node[] next = new Node[LETTERS.length()];

    /// Patterns that can begin with the letters up to here.
    private long alive;

    /// Patterns that match them already, so that anything may follow.
    private long matched;
  }

  /// Places in a text, each with the patterns (bits) that can begin there.
  record Places(int[] at, long[] patterns) {
    /// The first of them from `offset` on where a pattern can begin; -1 when there is none.
    ///
    /// @param from index of the place to look from
    int next(int from, int pattern, int offset) {
      for (int i = from; i < at.length; i++) {
        if ((patterns[i] >>> pattern & 1) != 0 && at[i] >= offset) {
          return i;
        }
      }
      return -1;
    }
  }

  /// All places in a text where any of the patterns can begin, in order.
  Places in(String text) {
    int[] at = new int[16];
    long[] patterns = new long[16];
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetter(text.charAt(i));
      long here = letter && !inWord ? beginning(text, i) : 0;
      inWord = letter;
      if (here != 0) {
        if (count == at.length) {
          at = Arrays.copyOf(at, count * 2);
          patterns = Arrays.copyOf(patterns, count * 2);
        }
        at[count] = i;
        patterns[count++] = here;
      }
    }
    return new Places(Arrays.copyOf(at, count), Arrays.copyOf(patterns, count));
  }

  private long beginning(String text, int start) {
    Node node = root;
    long patterns = 0;
    for (int i = start; i < start + DEPTH; i++) {
      int letter = i < text.length() ? letter(text.charAt(i)) : -1;
      if (letter < 0) {
        return patterns | node.alive;
      }
      Node next = node.next[letter];
      if (next == null) {
        return patterns;
      }
      node = next;
      patterns |= node.matched;
    }
    return patterns | node.alive;
  }

  private static void grow(Node node, Matcher matcher, String begun, long pattern) {
    node.alive |= pattern;
    if (begun.length() == DEPTH) {
      return;
    }
    for (int i = 0; i < LETTERS.length(); i++) {
      String more = begun + LETTERS.charAt(i);
      boolean matches = matcher.reset(more).lookingAt();
      if (matches || matcher.hitEnd()) {
        Node next = node.next[i];
        if (next == null) {
          next = new Node();
          node.next[i] = next;
        }
        next.matched |= matches ? pattern : 0;
        grow(next, matcher, more, pattern);
      }
    }
  }

  /// Folds case as [Pattern#UNICODE_CASE] does.
  private static int letter(char c) {
    if (c >= 'а' && c <= 'я') {
      return 1 + c - 'а';
    }
    char folded = c < 128 ? c : Character.toLowerCase(Character.toUpperCase(c));
    if (folded >= 'а' && folded <= 'я') {
      return 1 + folded - 'а';
    }
    if (folded == 'ё') {
      return 33;
    }
    int ascii = folded >= 'A' && folded <= 'Z' ? folded + 32 : folded;
    if (ascii >= 'a' && ascii <= 'z') {
      return 34 + ascii - 'a';
    }
    return folded == ' ' ? 0 : -1;
  }
}
