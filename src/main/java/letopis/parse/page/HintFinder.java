package letopis.parse.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds [Hint]s in attribute values with one pass over their characters (Aho and Corasick 1975 for
/// the parts, a table for the words). One object per page: it remembers the values it has seen.
final class HintFinder {
  private static final int LETTERS = 26;
  private static final int MAX_VALUE = 400;
  private static final int MAX_SEEN = 20_000;
  private static final Map<String, Integer> WORDS = new HashMap<>();
  private static final int[][] NEXT;
  private static final int[] FOUND;

  static {
    List<int[]> next = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    addState(next, found);
    for (Hint hint : Hint.ALL) {
      for (String word : hint.words.split(" ")) {
        if (!word.isEmpty()) {
          WORDS.merge(word, 1 << hint.ordinal(), (a, b) -> a | b);
        }
      }
      for (String part : hint.parts.split(" ")) {
        int state = 0;
        for (char letter : part.toCharArray()) {
          int[] row = next.get(state);
          if (row[letter - 'a'] < 0) {
            row[letter - 'a'] = next.size();
            addState(next, found);
          }
          state = next.get(state)[letter - 'a'];
        }
        found.set(state, found.get(state) | 1 << hint.ordinal());
      }
    }
    link(next, found);
    NEXT = next.toArray(int[][]::new);
    FOUND = found.stream().mapToInt(Integer::intValue).toArray();
  }

  private final Map<String, Integer> seen = new HashMap<>();
  private final StringBuilder word = new StringBuilder();

  /// The hints in an attribute value, as a bit set by [Hint#ordinal].
  int find(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    Integer known = seen.get(value);
    if (known != null) {
      return known;
    }
    int hints = scan(value);
    if (seen.size() < MAX_SEEN) {
      seen.put(value, hints);
    }
    return hints;
  }

  private int scan(String value) {
    int hints = 0;
    int state = 0;
    word.setLength(0);
    boolean lower = false;
    for (int i = 0; i < Math.min(value.length(), MAX_VALUE); i++) {
      char c = value.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      char letter = upper ? (char) (c + 32) : c;
      if (letter < 'a' || letter > 'z') {
        hints |= endWord();
        lower = false;
        state = c == '-' || c == '_' || c == ':' ? state : 0;
        continue;
      }
      if (upper && lower) {
        hints |= endWord();
      }
      lower = !upper;
      word.append(letter);
      state = NEXT[state][letter - 'a'];
      hints |= FOUND[state];
    }
    return hints | endWord();
  }

  private int endWord() {
    int hints = word.isEmpty() ? 0 : WORDS.getOrDefault(word.toString(), 0);
    word.setLength(0);
    return hints;
  }

  private static void addState(List<int[]> next, List<Integer> found) {
    int[] row = new int[LETTERS];
    Arrays.fill(row, -1);
    next.add(row);
    found.add(0);
  }

  /// Turns the trie into an automaton: a missing step goes where the longest suffix would go.
  private static void link(List<int[]> next, List<Integer> found) {
    int[] fail = new int[next.size()];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      found.set(state, found.get(state) | found.get(fail[state]));
      for (int letter = 0; letter < LETTERS; letter++) {
        int target = next.get(state)[letter];
        int fallback = state == 0 ? 0 : next.get(fail[state])[letter];
        if (target < 0) {
          next.get(state)[letter] = fallback;
        } else {
          fail[target] = fallback;
          queue.add(target);
        }
      }
    }
  }
}
