package letopis.parse.page;

import java.util.Arrays;

/// The numbers that a model is told about one block, being filled. Used again for the next block.
final class FeatureRow {
  private final float[] values = new float[BlockModel.WIDTH];
  private int size;

  void clear() {
    clear(0);
  }

  /// Leaves room for values that are known already.
  void clear(int known) {
    size = known;
  }

  void put(float value) {
    values[size++] = value;
  }

  int size() {
    return size;
  }

  float[] values() {
    return Arrays.copyOf(values, size);
  }

  /// The values from a place on as [Forest] compares them.
  int[] keys(int from, int[] into) {
    return Forest.keys(values, from, size, into);
  }
}
