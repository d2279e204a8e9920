package letopis.esplugin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a [MappedText]: a tree over the characters of what is to be replaced.
final class MappingRules {
  /// One step into a rule; a rule ends where there is a replacement.
  static final class Node {
    private final int depth;
    private char[] keys = new char[0];
    private Node[] next = new Node[0];
    private @Nullable String replacement;

    private Node(int depth) {
      this.depth = depth;
    }

    /// How many characters led here.
    int depth() {
      return depth;
    }

    /// Stands for all of them; null where no rule ends.
    @Nullable String replacement() {
      return replacement;
    }

    private @Nullable Node next(char c) {
      int i = Arrays.binarySearch(keys, c);
      return i < 0 ? null : next[i];
    }

    private Node make(char c) {
      int i = Arrays.binarySearch(keys, c);
      if (i >= 0) {
        return next[i];
      }
      int place = -i - 1;
      char[] moreKeys = new char[keys.length + 1];
      Node[] moreNext = new Node[keys.length + 1];
      System.arraycopy(keys, 0, moreKeys, 0, place);
      System.arraycopy(next, 0, moreNext, 0, place);
      System.arraycopy(keys, place, moreKeys, place + 1, keys.length - place);
      System.arraycopy(next, place, moreNext, place + 1, keys.length - place);
      Node made = new Node(depth + 1);
      moreKeys[place] = c;
      moreNext[place] = made;
      keys = moreKeys;
      next = moreNext;
      return made;
    }
  }

  private final Map<String, String> added = new HashMap<>();
  private final Node root = new Node(0);

  /// The nodes behind first characters, by character; those beyond the table are asked of the root.
  private final @Nullable Node[] first = new Node[0x530];

  private boolean beyond;

  /// Adds a rule.
  ///
  /// @throws IllegalArgumentException if there is one for this text already, or none can match
  void add(String text, String replacement) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("cannot match the empty string");
    }
    if (added.putIfAbsent(text, replacement) != null) {
      throw new IllegalArgumentException("match \"" + text + "\" was already added");
    }
    Node node = root;
    for (int i = 0; i < text.length(); i++) {
      node = node.make(text.charAt(i));
    }
    node.replacement = replacement;
    char begin = text.charAt(0);
    if (begin < first.length) {
      first[begin] = root.next(begin);
    } else {
      beyond = true;
    }
  }

  boolean mayBegin(char c) {
    return c < first.length ? first[c] != null : beyond;
  }

  /// The end of the longest rule that matches here, or null.
  @Nullable Node longest(char[] text, int from, int end) {
    @Nullable Node longest = null;
    @Nullable Node node = text[from] < first.length ? first[text[from]] : root.next(text[from]);
    for (int at = from + 1; node != null; at++) {
      if (node.replacement != null) {
        longest = node;
      }
      node = at < end ? node.next(text[at]) : null;
    }
    return longest;
  }
}
