package letopis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AttributionBenchTest {
  @Test
  void attributionsOfRealSentencesAreFoundAndHardlyAnythingElse() throws IOException {
    RealData data = RealData.fromSystem();
    assumeTrue(data.present(), "needs the real data, see letopis.realdata");
    AttributionBench.Outcome outcome = new AttributionBench(data).run("attributions.tsv");
    String errors = String.join("\n", outcome.errors());
    assertThat(outcome.precision()).as(errors).isGreaterThanOrEqualTo(0.95);
    assertThat(outcome.recall()).as(errors).isGreaterThanOrEqualTo(0.95);
  }
}
