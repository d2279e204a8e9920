package letopis.bench.extract;

import java.util.Arrays;
import java.util.Random;
import letopis.parse.page.blocks.Forest;

/// Trains a [Forest]: gradient boosting with second-order logistic loss over binned features
/// (Friedman 2001; histograms as in LightGBM, Ke et al. 2017). The same rows and seed give the same
/// forest.
final class Boosting {
  private static final double LEARNING_RATE = 0.09;
  private static final double LAMBDA = 1.0;
  private static final double MIN_WEIGHT = 0.25;
  private static final double COLUMNS = 0.3;
  private static final double ROWS = 0.5;

  private final int trees;
  private final int depth;
  private final int columns;
  private final Bins bins;

  Boosting(int trees, int depth, Bins bins) {
    this.trees = trees;
    this.depth = depth;
    this.bins = bins;
    this.columns = bins.columns();
  }

  /// @param rows binned
  /// @param labels 0 or 1
  /// @param weights of the rows; their scale matters against [#MIN_WEIGHT]
  Forest train(byte[][] rows, float[] labels, float[] weights) {
    int n = rows.length;
    byte[][] byColumn = new byte[columns][n];
    for (int i = 0; i < n; i++) {
      for (int column = 0; column < columns; column++) {
        byColumn[column][i] = rows[i][column];
      }
    }
    double yes = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      yes += labels[i] * weights[i];
      all += weights[i];
    }
    float bias = (float) Math.log((yes + 1e-6) / (all - yes + 1e-6));
    int inner = (1 << depth) - 1;
    short[] features = new short[trees * inner];
    float[] thresholds = new float[trees * inner];
    float[] leaves = new float[trees * (inner + 1)];
    float[] score = new float[n];
    Arrays.fill(score, bias);
    Random random = new Random(7);
    for (int tree = 0; tree < trees; tree++) {
      grow(byColumn, labels, weights, score, random, features, thresholds, leaves, tree);
    }
    return new Forest(depth, bias, features, thresholds, leaves);
  }

  private void grow(
      byte[][] byColumn,
      float[] labels,
      float[] weights,
      float[] score,
      Random random,
      short[] features,
      float[] thresholds,
      float[] leaves,
      int tree) {
    int n = labels.length;
    float[] gradient = new float[n];
    float[] curvature = new float[n];
    for (int i = 0; i < n; i++) {
      double p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = (float) (weights[i] * (p - labels[i]));
      curvature[i] = (float) (weights[i] * Math.max(1e-6, p * (1 - p)));
    }
    int[] used = new int[n];
    int usedCount = 0;
    for (int i = 0; i < n; i++) {
      if (random.nextDouble() < ROWS) {
        used[usedCount++] = i;
      }
    }
    int[] chosen =
        random.ints(0, columns).distinct().limit(Math.max(1, (int) (columns * COLUMNS))).toArray();
    int inner = (1 << depth) - 1;
    byte[] node = new byte[n];
    byte[] cut = new byte[inner];
    int[] counted = Arrays.copyOf(used, usedCount);
    boolean[] right = new boolean[0];
    Histograms histograms = new Histograms(chosen.length);
    for (int level = 0; level < depth; level++) {
      int first = (1 << level) - 1;
      int width = 1 << level;
      histograms =
          histograms.next(
              byColumn, chosen, gradient, curvature, node, first, width, counted, right);
      split(histograms, chosen, first, width, features, thresholds, cut, tree * inner);
      for (int i = 0; i < n; i++) {
        int at = node[i];
        int feature = features[tree * inner + at];
        node[i] = (byte) (2 * at + (byColumn[feature][i] <= cut[at] ? 1 : 2));
      }
      int[] sizes = new int[2 * width];
      for (int k = 0; k < usedCount; k++) {
        sizes[node[used[k]] - first - width]++;
      }
      right = new boolean[width];
      for (int at = 0; at < width; at++) {
        right[at] = sizes[2 * at + 1] < sizes[2 * at];
      }
      counted = smaller(used, usedCount, node, first + width, right);
    }
    double[] g = new double[inner + 1];
    double[] h = new double[inner + 1];
    for (int k = 0; k < usedCount; k++) {
      int i = used[k];
      g[node[i] - inner] += gradient[i];
      h[node[i] - inner] += curvature[i];
    }
    for (int leaf = 0; leaf <= inner; leaf++) {
      leaves[tree * (inner + 1) + leaf] = (float) (-LEARNING_RATE * g[leaf] / (h[leaf] + LAMBDA));
    }
    for (int i = 0; i < n; i++) {
      score[i] += leaves[tree * (inner + 1) + node[i] - inner];
    }
  }

  /// The rows that are in the smaller child of their parent.
  private static int[] smaller(int[] used, int count, byte[] node, int first, boolean[] right) {
    int[] rows = new int[count];
    int size = 0;
    for (int k = 0; k < count; k++) {
      int at = node[used[k]] - first;
      if (right[at >> 1] == ((at & 1) == 1)) {
        rows[size++] = used[k];
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /// Sums of gradient and curvature by column, node of one level, and bin.
  private record Histograms(double[][] g, double[][] h) {
    Histograms(int columns) {
      this(new double[columns][], new double[columns][]);
    }

    /// Those of the next level: the smaller child of each node is counted, the larger one is what
    /// is left of the parent.
    Histograms next(
        byte[][] byColumn,
        int[] chosen,
        float[] gradient,
        float[] curvature,
        byte[] node,
        int first,
        int width,
        int[] counted,
        boolean[] right) {
      Histograms next = new Histograms(chosen.length);
      int each = Bins.MOST + 1;
      for (int c = 0; c < chosen.length; c++) {
        double[] sumG = new double[width * each];
        double[] sumH = new double[width * each];
        byte[] values = byColumn[chosen[c]];
        for (int i : counted) {
          int slot = (node[i] - first) * each + values[i];
          sumG[slot] += gradient[i];
          sumH[slot] += curvature[i];
        }
        for (int parent = 0; parent < right.length; parent++) {
          int small = (2 * parent + (right[parent] ? 1 : 0)) * each;
          int large = (2 * parent + (right[parent] ? 0 : 1)) * each;
          for (int bin = 0; bin < each; bin++) {
            sumG[large + bin] = g[c][parent * each + bin] - sumG[small + bin];
            sumH[large + bin] = h[c][parent * each + bin] - sumH[small + bin];
          }
        }
        next.g[c] = sumG;
        next.h[c] = sumH;
      }
      return next;
    }
  }

  private void split(
      Histograms histograms,
      int[] chosen,
      int first,
      int width,
      short[] features,
      float[] thresholds,
      byte[] cut,
      int base) {
    double[] best = new double[width];
    for (int at = 0; at < width; at++) {
      features[base + first + at] = 0;
      thresholds[base + first + at] = Float.MAX_VALUE;
      cut[first + at] = Byte.MAX_VALUE;
    }
    for (int c = 0; c < chosen.length; c++) {
      int column = chosen[c];
      double[] g = histograms.g[c];
      double[] h = histograms.h[c];
      for (int at = 0; at < width; at++) {
        double allG = 0;
        double allH = 0;
        for (int bin = 0; bin <= Bins.MOST; bin++) {
          allG += g[at * (Bins.MOST + 1) + bin];
          allH += h[at * (Bins.MOST + 1) + bin];
        }
        double leftG = 0;
        double leftH = 0;
        double whole = allG * allG / (allH + LAMBDA);
        for (int bin = 0; bin < bins.edges(column).length; bin++) {
          leftG += g[at * (Bins.MOST + 1) + bin];
          leftH += h[at * (Bins.MOST + 1) + bin];
          double rightG = allG - leftG;
          double rightH = allH - leftH;
          if (leftH < MIN_WEIGHT || rightH < MIN_WEIGHT) {
            continue;
          }
          double gain =
              leftG * leftG / (leftH + LAMBDA) + rightG * rightG / (rightH + LAMBDA) - whole;
          if (gain > best[at]) {
            best[at] = gain;
            features[base + first + at] = (short) column;
            thresholds[base + first + at] = bins.edges(column)[bin];
            cut[first + at] = (byte) bin;
          }
        }
      }
    }
  }
}
