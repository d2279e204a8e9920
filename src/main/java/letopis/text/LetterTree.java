package letopis.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree of letters in four arrays, with bits for all that begins with the letters down to a node
/// and for what ends there. A node is a number: the one that a letter leads to is the node's base
/// and the letter, if the node is its parent. As objects with a link for each letter the words of
/// attribution took more memory than a processor keeps at hand. Immutable.
final class LetterTree {
  private static final int NONE = -1;

  private final int letters;
  private int[] base;
  private int[] parent;
  private long[] begun;
  private long[] whole;

  /// A node of a tree that grows.
  static final class Node {
    private final @Nullable Node[] next;
    private int number;
    private long begun;
    private long whole;

    /// @param letters how many there are
    Node(int letters) {
      next = new Node[letters];
    }

    /// The node that a letter leads to, which is made if there is none.
    Node down(int letter) {
      Node node = next[letter];
      if (node == null) {
        node = new Node(next.length);
        next[letter] = node;
      }
      return node;
    }

    /// Adds bits of what begins with the letters down to here, or of what ends here.
    void add(long bits, boolean ends) {
      begun |= ends ? 0 : bits;
      whole |= ends ? bits : 0;
    }
  }

  LetterTree(Node root) {
    letters = root.next.length;
    base = new int[letters];
    parent = new int[letters];
    begun = new long[letters];
    whole = new long[letters];
    Arrays.fill(parent, NONE);
    List<Node> nodes = new ArrayList<>(List.of(root));
    int free = 1;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      while (free < parent.length && parent[free] != NONE) {
        free++;
      }
      int at = free;
      while (!fits(node, at)) {
        at++;
      }
      place(node, at, nodes);
    }
  }

  private boolean fits(Node node, int at) {
    for (int i = 0; i < letters; i++) {
      if (node.next[i] != null && at + i < parent.length && parent[at + i] != NONE) {
        return false;
      }
    }
    return true;
  }

  private void place(Node node, int at, List<Node> nodes) {
    if (at + letters > parent.length) {
      grow(2 * (at + letters));
    }
    base[node.number] = at;
    for (int i = 0; i < letters; i++) {
      Node next = node.next[i];
      if (next != null) {
        next.number = at + i;
        parent[at + i] = node.number;
        begun[at + i] = next.begun;
        whole[at + i] = next.whole;
        nodes.add(next);
      }
    }
  }

  private void grow(int size) {
    int old = parent.length;
    base = Arrays.copyOf(base, size);
    parent = Arrays.copyOf(parent, size);
    Arrays.fill(parent, old, size, NONE);
    begun = Arrays.copyOf(begun, size);
    whole = Arrays.copyOf(whole, size);
  }

  /// The node that a letter leads to from a node, the root being 0; negative when there is none.
  int down(int node, int letter) {
    int next = base[node] + letter;
    return parent[next] == node ? next : NONE;
  }

  /// The bits of what begins with the letters down to a node.
  long begun(int node) {
    return begun[node];
  }

  /// The bits of what ends at a node.
  long whole(int node) {
    return whole[node];
  }
}
