package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameWeightsTest {
  @Test
  void weightsAreReadAsTheyWereWritten() {
    float[] weights = new float[NameWeights.FEATURES];
    weights[0] = 1.5f;
    weights[NameWeights.FEATURES - 1] = -2;
    NameWeights read = NameWeights.read(NameWeights.of(weights).lines());
    assertThat(read.score(new int[] {0, 1, NameWeights.FEATURES - 1}, 3)).isEqualTo(-0.5f);
    assertThat(read.score(new int[] {0, 1, NameWeights.FEATURES - 1}, 2)).isEqualTo(1.5f);
  }
}
