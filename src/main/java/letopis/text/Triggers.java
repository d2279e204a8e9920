package letopis.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a text a pattern can begin: one pass over the beginnings of its words, in place of an
/// attempt at every character.
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

  private final Node root = new Node(false);

  Triggers(Pattern pattern) {
    grow(root, pattern.matcher(""), "");
  }

  /// Letters that the pattern can begin with.
  private static final class Node {
    private final @Nullable Node[] next = new Node[LETTERS.length()];

    /// Whether they match it already, so that anything may follow.
    private final boolean matched;

    private Node(boolean matched) {
      this.matched = matched;
    }
  }

  /// All places in a text where the pattern can begin, in order.
  int[] in(String text) {
    int[] at = new int[16];
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetter(text.charAt(i));
      if (letter && !inWord && canBegin(text, i)) {
        if (count == at.length) {
          at = Arrays.copyOf(at, count * 2);
        }
        at[count++] = i;
      }
      inWord = letter;
    }
    return Arrays.copyOf(at, count);
  }

  private boolean canBegin(String text, int start) {
    Node node = root;
    boolean matched = false;
    for (int i = start; i < start + DEPTH; i++) {
      int letter = i < text.length() ? letter(text.charAt(i)) : -1;
      if (letter < 0) {
        return true;
      }
      Node next = node.next[letter];
      if (next == null) {
        return matched;
      }
      node = next;
      matched |= node.matched;
    }
    return true;
  }

  private static void grow(Node node, Matcher matcher, String begun) {
    if (begun.length() == DEPTH) {
      return;
    }
    for (int i = 0; i < LETTERS.length(); i++) {
      String more = begun + LETTERS.charAt(i);
      boolean matches = matcher.reset(more).lookingAt();
      if (matches || matcher.hitEnd()) {
        node.next[i] = new Node(matches);
        grow(node.next[i], matcher, more);
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
