package letopis.parse.page.scan;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds [Hint]s in attribute values with one pass over their characters (Aho and Corasick 1975 for
/// the parts, a table of hashes for the words). One object per page: it remembers values it has
/// seen.
final class HintFinder {
  private static final int LETTERS = 26;
  private static final int ROW = 32;
  private static final int ENDS = 1;
  private static final int MAX_VALUE = 400;
  private static final int SEEN = 512;

  /// Slots for words, of which there are about a third as many.
  private static final int ROOM = 1 << 10;

  /// The hash of a word and beside it its hints.
  private static final int[] WORDS = new int[ROOM * 2];

  private static final Trie PARTS = new Trie();

  static {
    for (Hint hint : Hint.ALL) {
      for (String word : hint.words.split(" ")) {
        // A digit ends a word: "h1" is none.
        if (word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
          addWord(word, 1 << hint.ordinal());
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
        hints |= found(word);
        word = 0;
        lower = false;
        part = c == '-' || c == '_' || c == ':' ? part : 0;
        continue;
      }
      if (upper && lower) {
        hints |= found(word);
        word = 0;
      }
      lower = !upper;
      word = word * 31 + letter;
      part = PARTS.next(part, letter);
      if (PARTS.ends(part)) {
        hints |= PARTS.found(part);
      }
    }
    return hints | found(word);
  }

  /// The hints of a word by its hash, which is 0 for no letters.
  private static int found(int word) {
    return word == 0 ? 0 : WORDS[slot(word) * 2 + 1];
  }

  private static void addWord(String word, int hints) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = hash * 31 + word.charAt(i);
    }
    int slot = slot(hash);
    WORDS[slot * 2] = hash;
    WORDS[slot * 2 + 1] |= hash == 0 ? 0 : hints;
  }

  /// The slot that a word has or would have.
  private static int slot(int word) {
    int slot = (word ^ word >>> 15) & ROOM - 1;
    while (WORDS[slot * 2] != 0 && WORDS[slot * 2] != word) {
      slot = slot + 1 & ROOM - 1;
    }
    return slot;
  }

  /// States and the steps between them, a row of letters for each. The first is where one begins,
  /// the second that of no way on.
  private static final class Trie {
    private static final char NOWHERE = ROW;

    /// Where the row of the next state begins, with [#ENDS] where something ends there.
    private char[] next = new char[0];

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
          next[step] = (char) fresh;
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
          char fallback = state == 0 ? 0 : next[fail[state / ROW] + letter];
          if (next[step] == NOWHERE) {
            next[step] = fallback;
          } else {
            fail[next[step] / ROW] = fallback;
            queue.add((int) next[step]);
          }
        }
      }
      for (int i = 0; i < next.length; i++) {
        next[i] |= (char) (found[next[i] / ROW] == 0 ? 0 : ENDS);
      }
    }
  }
}
