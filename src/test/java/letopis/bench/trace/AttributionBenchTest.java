package letopis.bench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import letopis.bench.RealData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionBenchTest {
  private static final RealData DATA = RealData.fromSystem();

  @ParameterizedTest
  @MethodSource("sets")
  void attributionsOfRealSentencesAreFoundAndHardlyAnythingElse(AttributionBench.LabelledSet set)
      throws IOException {
    assumeTrue(DATA.present(), "needs the real data, see letopis.realdata");
    AttributionBench.Outcome outcome = new AttributionBench(DATA).run(set.labels());
    String errors = String.join("\n", outcome.errors());
    assertThat(outcome.precision()).as(errors).isGreaterThanOrEqualTo(0.95);
    assertThat(outcome.recall()).as(errors).isGreaterThanOrEqualTo(0.80);
  }

  private static List<AttributionBench.LabelledSet> sets() {
    return AttributionBench.SETS;
  }
}
