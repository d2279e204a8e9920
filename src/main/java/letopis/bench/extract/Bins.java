package letopis.bench.extract;

import java.util.Arrays;

/// The values of features as bins of about equally many rows.
final class Bins {
  static final int MOST = 64;

  private final int columns;
  private final float[][] edges;

  /// @param sample rows from which the bins are made
  Bins(float[][] sample) {
    this.columns = sample[0].length;
    this.edges = new float[columns][];
    for (int column = 0; column < columns; column++) {
      edges[column] = edges(sample, column);
    }
  }

  int columns() {
    return columns;
  }

  /// The upper ends of the bins of a column, but for that of the last one.
  float[] edges(int column) {
    return edges[column];
  }

  private static float[] edges(float[][] sample, int column) {
    float[] values = new float[sample.length];
    for (int i = 0; i < sample.length; i++) {
      values[i] = sample[i][column];
    }
    Arrays.sort(values);
    float[] distinct = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (count == 0 || value > distinct[count - 1]) {
        distinct[count++] = value;
      }
    }
    if (count <= MOST) {
      return Arrays.copyOf(distinct, Math.max(1, count - 1));
    }
    float[] edges = new float[MOST];
    int made = 0;
    for (int i = 1; i < MOST; i++) {
      float edge = values[(int) ((long) i * values.length / MOST)];
      if (made == 0 || edge > edges[made - 1]) {
        edges[made++] = edge;
      }
    }
    // The rare large values, which quantiles would throw together.
    for (int i = 1; i <= 4; i++) {
      float edge = distinct[(int) ((long) i * (count - 1) / 5)];
      if (made < MOST - 1 && edge > edges[made - 1]) {
        edges[made++] = edge;
      }
    }
    return Arrays.copyOf(edges, made);
  }

  /// A row as bins, one byte a column.
  byte[] bin(float[] row) {
    byte[] bins = new byte[columns];
    for (int column = 0; column < columns; column++) {
      float[] edge = edges[column];
      int low = 0;
      int high = edge.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (edge[middle] < row[column]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      bins[column] = (byte) low;
    }
    return bins;
  }
}
