package letopis.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import letopis.index.Indices;
import letopis.index.state.Coverage;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.sources.Configuration;
import letopis.support.TestElasticsearch;
import letopis.trace.Trace.Gap;
import org.junit.jupiter.api.Test;

class CoverageBoardTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-10T00:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Indices indices = TestElasticsearch.freshIndices();
  private final Coverage coverage = new Coverage(indices);
  private final CoverageBoard board = new CoverageBoard(coverage, Configuration.EMPTY, clock);

  @Test
  void newSpansAreSeenWithinHalfAMinuteAndOldOnesAreNotReadAgainForHours() throws Exception {
    record(span(CoverageState.DOWN, START, START.plusSeconds(3600)));
    record(span(CoverageState.WATCHED, START.plusSeconds(3600), now.get()));
    assertThat(gaps()).extracting(Gap::state).containsExactly("down");

    forget("one." + START.toEpochMilli());
    Instant last = now.get();
    now.set(last.plus(Duration.ofMinutes(10)));
    record(span(CoverageState.BLOCKED, last, now.get()));
    assertThat(gaps()).extracting(Gap::state).containsExactly("down", "blocked");

    now.set(now.get().plus(Duration.ofHours(7)));
    assertThat(gaps()).extracting(Gap::state).contains("blocked").doesNotContain("down");
  }

  @Test
  void aServerThatTurnsOutToHaveLiedWasNotWatchedSince() throws Exception {
    record(span(CoverageState.WATCHED, START, now.get()));
    assertThat(gaps()).isEmpty();

    Instant lie = START.plus(Duration.ofDays(2));
    now.set(now.get().plus(Duration.ofMinutes(10)));
    record(span(CoverageState.WATCHED, START, lie), span(CoverageState.GAP, lie, now.get()));
    assertThat(gaps())
        .extracting(Gap::state, Gap::from)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("gap", lie));
  }

  @Test
  void theTimeSinceTheLastLookIsNoGapBeforeTheNextIsOverdueUnlessAskedFor() throws Exception {
    record(span(CoverageState.WATCHED, START, now.get()));
    Instant last = now.get();
    now.set(last.plus(Duration.ofHours(1)));
    assertThat(board.between(START, now.get()).covered()).isEqualTo(1);
    assertThat(board.between(START, last.plus(Duration.ofMinutes(30))).covered()).isZero();

    now.set(last.plus(Duration.ofHours(7)));
    assertThat(gaps()).extracting(Gap::state).containsExactly("not_covered");
  }

  @Test
  void aClockThatRanAheadAndWasSetRightHidesNothing() throws Exception {
    record(span(CoverageState.WATCHED, START, START.plus(Duration.ofDays(8))));
    assertThat(board.between(START, START.plus(Duration.ofDays(8))).gaps()).isEmpty();

    now.set(START.plus(Duration.ofDays(8)).plusSeconds(3600));
    record(span(CoverageState.DOWN, START.plus(Duration.ofDays(8)), now.get()));
    assertThat(gaps()).extracting(Gap::state).containsExactly("down");
  }

  private List<Gap> gaps() throws Exception {
    return board.between(START, now.get()).gaps();
  }

  private static CoverageSpan span(CoverageState state, Instant from, Instant to) {
    return new CoverageSpan("one", state, from, to, 5);
  }

  private void record(CoverageSpan... spans) throws Exception {
    Poll poll =
        new Poll(
            "one",
            now.get(),
            1,
            "ok",
            CoverageState.WATCHED,
            200,
            1,
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            "");
    coverage.record(poll, List.of(spans));
    coverage.refresh();
  }

  private void forget(String id) throws Exception {
    TestElasticsearch.shared()
        .request("DELETE", "/" + indices.alias("coverage") + "/_doc/" + id + "?refresh=true")
        .orThrow();
  }
}
