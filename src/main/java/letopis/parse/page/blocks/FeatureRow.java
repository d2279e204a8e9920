package letopis.parse.page.blocks;

import java.util.Arrays;
import letopis.parse.page.scan.Box;

/// The numbers that a model is told about one block, being filled; kept as the keys that [Forest]
/// compares. Used again for the next block.
final class FeatureRow {
  /// The keys of the numbers up to [Box#FAR].
  private static final int[] SMALL = new int[Box.FAR + 1];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = Forest.key(i);
    }
  }

  private final int[] keys = new int[BlockModel.WIDTH];
  private int size;

  void clear() {
    size = 0;
  }

  void put(float value) {
    keys[size++] = Forest.key(value);
  }

  /// The same for small whole numbers.
  void put(byte[] values) {
    for (byte value : values) {
      keys[size++] = SMALL[value];
    }
  }

  /// The keys; changed by what is put next.
  int[] keys() {
    return keys;
  }

  int[] copy() {
    return Arrays.copyOf(keys, size);
  }

  /// Begins with what [#copy] gave.
  void restore(int[] known) {
    System.arraycopy(known, 0, keys, 0, known.length);
    size = known.length;
  }

  float[] values() {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = Forest.value(keys[i]);
    }
    return values;
  }
}
