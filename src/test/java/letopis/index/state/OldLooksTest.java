package letopis.index.state;

import static letopis.support.TestPolls.look;
import static letopis.support.TestPolls.watched;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import letopis.index.Indices;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class OldLooksTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private final Indices indices = TestElasticsearch.freshIndices();
  private final Coverage coverage = new Coverage(indices);
  private final OldLooks looks = new OldLooks(indices);

  private static Instant at(int minutes) {
    return BEGIN.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void ofARunOfLooksTheFirstStaysAndEveryChange() throws Exception {
    CoverageSpan span = new CoverageSpan("a", CoverageState.WATCHED, at(0), at(30), 3);
    coverage.record(watched("a", at(0)), List.of(span));
    coverage.record(watched("b", at(5)), List.of());
    coverage.record(look("a", at(10), "not_modified", CoverageState.WATCHED, 304), List.of());
    coverage.record(watched("a", at(20)), List.of());
    coverage.record(look("a", at(30), "failed", CoverageState.DOWN, 503), List.of());
    coverage.record(look("a", at(40), "failed", CoverageState.DOWN, 503), List.of());
    coverage.record(look("a", at(50), "failed", CoverageState.DOWN, 0), List.of());
    coverage.record(watched("a", at(60)), List.of());
    coverage.record(watched("a", at(70)), List.of());
    coverage.record(watched("a", at(80)), List.of());
    coverage.refresh();

    assertThat(looks.count(at(75))).isEqualTo(4);
    assertThat(looks.fold(at(75), () -> true)).isEqualTo(4);
    assertThat(looks.fold(at(75), () -> true)).isZero();

    assertThat(coverage.polls("a", 20))
        .extracting(Poll::at)
        .containsExactly(at(80), at(60), at(50), at(30), at(0));
    assertThat(coverage.polls("b", 20)).hasSize(1);
    assertThat(coverage.between(at(0), at(100))).containsExactly(span);
  }

  @Test
  void endedEarlyItRemovesNothingMore() throws Exception {
    coverage.record(watched("a", at(0)), List.of());
    coverage.record(watched("a", at(10)), List.of());
    coverage.refresh();
    assertThat(looks.fold(at(75), () -> false)).isZero();
  }
}
