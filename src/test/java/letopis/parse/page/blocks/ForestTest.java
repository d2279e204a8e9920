package letopis.parse.page.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {
  private static final int DEPTH = 5;
  private static final int FEATURES = 40;

  @Test
  void saysTheSameAsWalkingTheTreesOneByOne() {
    Random random = new Random(5);
    for (int trees = 1; trees < 12; trees++) {
      Parts parts = Parts.random(trees, random);
      for (int i = 0; i < 200; i++) {
        float[] row = row(random);
        assertThat(parts.forest().chance(Forest.keys(row))).isEqualTo(parts.chance(row));
      }
    }
  }

  @Test
  void endsEarlyOnlyWhereTheChanceIsBelowTheFloor() {
    Random random = new Random(6);
    Parts parts = Parts.random(23, random);
    int early = 0;
    for (int i = 0; i < 2_000; i++) {
      float[] row = row(random);
      float exact = parts.chance(row);
      float found = parts.forest().chanceFrom(0.2f, Forest.keys(row));
      early += found == exact ? 0 : 1;
      assertThat(found >= 0.2f ? found : -1).isEqualTo(exact >= 0.2f ? exact : -1);
    }
    assertThat(early).isPositive();
  }

  @Test
  void givesUpWhereTheFirstTreesLeaveNoHope() {
    Random random = new Random(7);
    Parts parts = Parts.random(23, random);
    Parts opening = parts.first(6);
    int hopeless = 0;
    for (int i = 0; i < 2_000; i++) {
      float[] row = row(random);
      float found = parts.forest().chance(Forest.keys(row), 6, -1);
      boolean hope = opening.chance(row) >= 1 / (1 + Math.E);
      hopeless += hope ? 0 : 1;
      assertThat(found).isEqualTo(hope ? parts.chance(row) : 0);
    }
    assertThat(hopeless).isBetween(100, 1_900);
  }

  private static float[] row(Random random) {
    float[] row = new float[FEATURES];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (random.nextInt(8)) {
            case 0 -> Float.NaN;
            case 1 -> -0f;
            case 2 -> 0f;
            case 3 -> random.nextInt(-3, 4);
            default -> (float) random.nextGaussian() * 3;
          };
    }
    return row;
  }

  /// A forest and what it was made of.
  private record Parts(short[] features, float[] thresholds, float[] leaves) {
    static Parts random(int trees, Random random) {
      int inner = (1 << DEPTH) - 1;
      short[] features = new short[trees * inner];
      float[] thresholds = new float[trees * inner];
      float[] leaves = new float[trees << DEPTH];
      for (int i = 0; i < features.length; i++) {
        features[i] = (short) random.nextInt(FEATURES);
        thresholds[i] = random.nextBoolean() ? random.nextInt(-3, 4) : random.nextFloat();
      }
      for (int i = 0; i < leaves.length; i++) {
        // As in boosting, the first trees say most.
        leaves[i] = (float) random.nextGaussian() * 4 / (1 + (i >> DEPTH));
      }
      return new Parts(features, thresholds, leaves);
    }

    Parts first(int trees) {
      int inner = (1 << DEPTH) - 1;
      return new Parts(
          Arrays.copyOf(features, trees * inner),
          Arrays.copyOf(thresholds, trees * inner),
          Arrays.copyOf(leaves, trees << DEPTH));
    }

    Forest forest() {
      return new Forest(DEPTH, -0.3f, features, thresholds, leaves);
    }

    float chance(float[] row) {
      int inner = (1 << DEPTH) - 1;
      float sum = -0.3f;
      for (int tree = 0; tree < leaves.length >> DEPTH; tree++) {
        int node = 0;
        while (node < inner) {
          int at = tree * inner + node;
          node = row[features[at]] <= thresholds[at] ? 2 * node + 1 : 2 * node + 2;
        }
        sum += leaves[(tree << DEPTH) + node - inner];
      }
      return (float) (1 / (1 + Math.exp(-sum)));
    }
  }
}
