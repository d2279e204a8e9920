package letopis.parse.page;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds [Hint]s in attribute values with one pass over their characters (Aho and Corasick 1975 for
/// the parts, a trie for the words). One object per page: it remembers values it has seen.
final class HintFinder {
  private static final int LETTERS = 26;
  private static final int ROW = 32;
  private static final int ENDS = 1;
  private static final int MAX_VALUE = 400;
  private static final int SEEN = 512;
  private static final Trie WORDS = new Trie();
  private static final Trie PARTS = new Trie();

  static {
    for (Hint hint : Hint.ALL) {
      for (String word : hint.words.split(" ")) {
        // A digit ends a word: "h1" is none.
        if (word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
          WORDS.add(word, 1 << hint.ordinal());
        }
      }
      for (String part : hint.parts.split(" ")) {
        PARTS.add(part, 1 << hint.ordinal());
      }
    }
    PARTS.link();
  }

  /// Values by their hash, and beside each its hints; a later value takes the place of an earlier.
  private final @Nullable String[] seen = new String[SEEN];

  private final int[] known = new int[SEEN];

  /// The hints in an attribute value, as a bit set by [Hint#ordinal].
  int find(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    int hash = value.hashCode();
    int slot = (hash ^ hash >>> 16) & SEEN - 1;
    if (!value.equals(seen[slot])) {
      seen[slot] = value;
      known[slot] = scan(value);
    }
    return known[slot];
  }

  private static int scan(String value) {
    int hints = 0;
    int part = 0;
    int word = 0;
    boolean lower = false;
    for (int i = 0; i < Math.min(value.length(), MAX_VALUE); i++) {
      char c = value.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      char letter = upper ? (char) (c + 32) : c;
      if (letter < 'a' || letter > 'z') {
        hints |= WORDS.found(word);
        word = 0;
        lower = false;
        part = c == '-' || c == '_' || c == ':' ? part : 0;
        continue;
      }
      if (upper && lower) {
        hints |= WORDS.found(word);
        word = 0;
      }
      lower = !upper;
      word = WORDS.next(word, letter);
      part = PARTS.next(part, letter);
      if (PARTS.ends(part)) {
        hints |= PARTS.found(part);
      }
    }
    return hints | WORDS.found(word);
  }

  /// States and the steps between them, a row of letters for each. The first is where one begins,
  /// the second that of no way on.
  private static final class Trie {
    private static final int NOWHERE = ROW;

    /// Where the row of the next state begins, with [#ENDS] where something ends there.
    private int[] next = new int[0];

    private int[] found = new int[0];

    Trie() {
      grow();
      grow();
      Arrays.fill(next, NOWHERE);
    }

    int next(int state, char letter) {
      return next[(state & ~ENDS) + letter - 'a'];
    }

    boolean ends(int state) {
      return (state & ENDS) != 0;
    }

    int found(int state) {
      return found[state / ROW];
    }

    void add(String word, int hints) {
      int state = 0;
      for (int i = 0; i < word.length(); i++) {
        int step = state + word.charAt(i) - 'a';
        if (next[step] == NOWHERE) {
          int fresh = grow();
          next[step] = fresh;
        }
        state = next[step];
      }
      // The empty word, which an enum without words has, says nothing.
      found[state / ROW] |= state == 0 ? 0 : hints;
    }

    private int grow() {
      int state = next.length;
      found = Arrays.copyOf(found, found.length + 1);
      next = Arrays.copyOf(next, state + ROW);
      Arrays.fill(next, state, next.length, NOWHERE);
      return state;
    }

    /// Makes an automaton of it: a missing step goes where the longest suffix would go.
    void link() {
      int[] fail = new int[found.length];
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      queue.add(0);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        found[state / ROW] |= found[fail[state / ROW] / ROW];
        for (int letter = 0; letter < LETTERS; letter++) {
          int step = state + letter;
          int fallback = state == 0 ? 0 : next[fail[state / ROW] + letter];
          if (next[step] == NOWHERE) {
            next[step] = fallback;
          } else {
            fail[next[step] / ROW] = fallback;
            queue.add(next[step]);
          }
        }
      }
      for (int i = 0; i < next.length; i++) {
        next[i] |= found[next[i] / ROW] == 0 ? 0 : ENDS;
      }
    }
  }
}
