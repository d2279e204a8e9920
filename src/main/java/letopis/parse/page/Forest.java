package letopis.parse.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Gradient-boosted decision trees for a yes/no question: the sum of the leaves is the log-odds.
/// Trees are complete, so that a node's children need no pointers.
///
/// @param depth of every tree
/// @param features one a inner node, tree after tree, root first, level by level
/// @param thresholds go left when value <= threshold
/// @param leaves `1 << depth` a tree
public record Forest(int depth, float bias, short[] features, float[] thresholds, float[] leaves) {
  /// The chance of "yes".
  public float chance(float[] row) {
    return (float) (1 / (1 + Math.exp(-sum(row))));
  }

  private float sum(float[] row) {
    int inner = (1 << depth) - 1;
    int trees = features.length / inner;
    float sum = bias;
    for (int tree = 0; tree < trees; tree++) {
      int base = tree * inner;
      int node = 0;
      for (int level = 0; level < depth; level++) {
        node = 2 * node + (row[features[base + node]] <= thresholds[base + node] ? 1 : 2);
      }
      sum += leaves[tree * (inner + 1) + node - inner];
    }
    return sum;
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
