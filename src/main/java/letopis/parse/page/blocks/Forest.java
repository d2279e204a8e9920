package letopis.parse.page.blocks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Gradient-boosted decision trees for a yes/no question: the sum of the leaves is the log-odds.
/// Trees are complete, so that a node's children need no pointers, and are walked without branches:
/// which way a block goes is what a processor cannot guess.
public final class Forest {
  private final int depth;
  private final float bias;
  private final short[] features;
  private final float[] thresholds;
  private final float[] leaves;

  /// A feature in the upper half, the key of its threshold in the lower.
  private final long[] nodes;

  /// The most that a tree and all after it can add.
  private final float[] most;

  /// @param depth of every tree
  /// @param features one a inner node, tree after tree, root first, level by level
  /// @param thresholds go left when value <= threshold
  /// @param leaves `1 << depth` a tree
  public Forest(int depth, float bias, short[] features, float[] thresholds, float[] leaves) {
    this.depth = depth;
    this.bias = bias;
    this.features = features;
    this.thresholds = thresholds;
    this.leaves = leaves;
    this.nodes = new long[features.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = (long) features[i] << 32 | key(thresholds[i]) & 0xFFFFFFFFL;
    }
    int trees = leaves.length >> depth;
    this.most = new float[trees + 1];
    for (int tree = trees - 1; tree >= 0; tree--) {
      float best = Float.NEGATIVE_INFINITY;
      for (int i = tree << depth; i < tree + 1 << depth; i++) {
        best = Math.max(best, leaves[i]);
      }
      most[tree] = most[tree + 1] + best;
    }
  }

  /// The chance of "yes" for values that [#key] has turned into keys.
  float chance(int[] keys) {
    return chance(sum(keys, 0, most.length - 1, bias, Float.NEGATIVE_INFINITY));
  }

  /// The chance of "yes", or 0 where the sum of the first trees is below some odds: what is clear
  /// is not asked of all.
  ///
  /// @param opening how many trees are the first; all are, where there are not so many
  /// @param hopeless logarithm of the odds
  float chance(int[] keys, int opening, float hopeless) {
    int trees = most.length - 1;
    int first = Math.min(opening, trees);
    float sum = sum(keys, 0, first, bias, Float.NEGATIVE_INFINITY);
    return sum < hopeless ? 0 : chance(sum(keys, first, trees, sum, Float.NEGATIVE_INFINITY));
  }

  /// The chance of "yes" where it is at least `floor`, else some smaller chance.
  float chanceFrom(float floor, int[] keys) {
    // Sums of floats are not exact: a little room keeps what is just at the floor.
    double odds = Math.log(floor / (1 - floor)) - 0.01;
    return chance(sum(keys, 0, most.length - 1, bias, (float) odds));
  }

  private static float chance(float sum) {
    return (float) (1 / (1 + Math.exp(-sum)));
  }

  static int[] keys(float[] values) {
    int[] keys = new int[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(values[i]);
    }
    return keys;
  }

  /// A whole number in the order of the values: comparing two needs no branch.
  static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  /// The value that has this key.
  static float value(int key) {
    return Float.intBitsToFloat(key ^ key >> 31 & Integer.MAX_VALUE);
  }

  /// Walks eight trees at a time: each step waits for the one before it in the same tree, so that a
  /// single tree leaves the processor idle.
  ///
  /// @param begun the sum without these trees
  /// @param enough where the sum cannot reach this, some sum below it is given
  private float sum(int[] keys, int from, int to, float begun, float enough) {
    int inner = (1 << depth) - 1;
    float sum = begun;
    int tree = from;
    for (; tree + 8 <= to; tree += 8) {
      if (sum + most[tree] < enough) {
        return sum + most[tree];
      }
      int base = tree * inner;
      int a = 0;
      int b = 0;
      int c = 0;
      int d = 0;
      int e = 0;
      int f = 0;
      int g = 0;
      int h = 0;
      for (int level = 0; level < depth; level++) {
        a = step(keys, base, a);
        b = step(keys, base + inner, b);
        c = step(keys, base + 2 * inner, c);
        d = step(keys, base + 3 * inner, d);
        e = step(keys, base + 4 * inner, e);
        f = step(keys, base + 5 * inner, f);
        g = step(keys, base + 6 * inner, g);
        h = step(keys, base + 7 * inner, h);
      }
      int leaf = tree * (inner + 1) - inner;
      sum += leaves[leaf + a];
      sum += leaves[leaf + inner + 1 + b];
      sum += leaves[leaf + 2 * (inner + 1) + c];
      sum += leaves[leaf + 3 * (inner + 1) + d];
      sum += leaves[leaf + 4 * (inner + 1) + e];
      sum += leaves[leaf + 5 * (inner + 1) + f];
      sum += leaves[leaf + 6 * (inner + 1) + g];
      sum += leaves[leaf + 7 * (inner + 1) + h];
    }
    for (; tree < to; tree++) {
      int node = 0;
      for (int level = 0; level < depth; level++) {
        node = step(keys, tree * inner, node);
      }
      sum += leaves[tree * (inner + 1) - inner + node];
    }
    return sum;
  }

  private int step(int[] keys, int base, int node) {
    long test = nodes[base + node];
    return 2 * node + 1 + (int) ((int) test - (long) keys[(int) (test >> 32)] >>> 63);
  }

  /// Reads what [#write] wrote.
  static Forest read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int depth = in.readInt();
    int trees = in.readInt();
    float bias = in.readFloat();
    int inner = (1 << depth) - 1;
    short[] features = new short[trees * inner];
    float[] thresholds = new float[trees * inner];
    float[] leaves = new float[trees * (inner + 1)];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readShort();
      thresholds[i] = in.readFloat();
    }
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = in.readFloat();
    }
    return new Forest(depth, bias, features, thresholds, leaves);
  }

  /// Writes it in its own small binary form.
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(depth);
    out.writeInt(features.length / ((1 << depth) - 1));
    out.writeFloat(bias);
    for (int i = 0; i < features.length; i++) {
      out.writeShort(features[i]);
      out.writeFloat(thresholds[i]);
    }
    for (float leaf : leaves) {
      out.writeFloat(leaf);
    }
    out.flush();
  }

  /// A forest kept beside this class.
  static Forest resource(String name) {
    try (InputStream in = Forest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return read(new java.io.BufferedInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
