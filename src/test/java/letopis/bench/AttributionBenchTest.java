package letopis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AttributionBenchTest {
  private static final RealData DATA = RealData.fromSystem();

  @Test
  void attributionsOfRealSentencesAreFoundAndHardlyAnythingElse() throws IOException {
    judge("attributions.tsv", 0.95);
  }

  @Test
  void soAreThoseOfSentencesThatWereLabelledLater() throws IOException {
    judge("attributions-second.tsv", 0.85);
  }

  private static void judge(String labels, double recall) throws IOException {
    assumeTrue(DATA.present(), "needs the real data, see letopis.realdata");
    AttributionBench.Outcome outcome = new AttributionBench(DATA).run(labels);
    String errors = String.join("\n", outcome.errors());
    assertThat(outcome.precision()).as(errors).isGreaterThanOrEqualTo(0.95);
    assertThat(outcome.recall()).as(errors).isGreaterThanOrEqualTo(recall);
  }
}
