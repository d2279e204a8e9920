package letopis.crawl.look;

import static letopis.index.state.CoverageState.DOWN;
import static letopis.index.state.CoverageState.GAP;
import static letopis.index.state.CoverageState.NOT_COVERED;
import static letopis.index.state.CoverageState.WATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.index.state.Cadence;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import org.junit.jupiter.api.Test;

class CoverageSpansTest {
  private static final Instant T = Instant.parse("2026-03-02T10:00:00Z");

  private final List<CoverageSpan> spans = new ArrayList<>();
  private Cadence cadence = Cadence.fresh(Duration.ofMinutes(10));

  @Test
  void looksInOneStateAreOneSpan() {
    look(0, WATCHED);
    look(10, WATCHED);
    look(20, WATCHED);
    assertThat(spans).containsExactly(span(WATCHED, 0, 20, 3));
  }

  @Test
  void timeBeforeAFailedLookIsNotWatched() {
    look(0, WATCHED);
    look(10, WATCHED);
    look(20, DOWN);
    look(30, DOWN);
    look(40, WATCHED);
    assertThat(spans)
        .containsExactly(span(WATCHED, 0, 10, 2), span(DOWN, 10, 30, 2), span(WATCHED, 30, 40, 1));
  }

  @Test
  void aPeriodIsFilledWithoutHolesAndCutToItsEnds() {
    List<CoverageSpan> known = List.of(span(WATCHED, 10, 30, 3), span(DOWN, 30, 40, 1));
    assertThat(CoverageSpan.fill("s", known, at(0), at(35)))
        .containsExactly(
            span(NOT_COVERED, 0, 10, 0), span(WATCHED, 10, 30, 3), span(DOWN, 30, 35, 1));
    assertThat(CoverageSpan.fill("s", List.of(), at(0), at(35)))
        .containsExactly(span(NOT_COVERED, 0, 35, 0));
  }

  @Test
  void aFailedLookLongAfterItWasDueSaysNothingOfTheTimeBetween() {
    look(0, WATCHED);
    look(10_000, DOWN);
    assertThat(spans).containsExactly(span(WATCHED, 0, 0, 1), span(DOWN, 10_000, 10_000, 1));
  }

  @Test
  void whatALyingServerLetUsTakeForWatchedBecomesAGap() {
    look(0, WATCHED);
    look(10, WATCHED);
    look(20, WATCHED);
    List<CoverageSpan> after =
        Spans.afterLie("s", Optional.of(spans.getLast()), at(5), new Spans.Look(at(30), GAP));
    assertThat(after).containsExactly(span(WATCHED, 0, 5, 3), span(GAP, 5, 30, 1));
  }

  private void look(int minute, CoverageState state) {
    Optional<CoverageSpan> open = spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast());
    cadence =
        new Cadence(
            0,
            Duration.ofMinutes(10),
            0,
            1,
            cadence.lastPollAt(),
            cadence.lastOkAt(),
            cadence.lastFullAt(),
            open.map(span -> span.to().plus(Duration.ofMinutes(10))).orElse(at(minute)),
            0);
    for (CoverageSpan span : Spans.after("s", open, cadence, new Spans.Look(at(minute), state))) {
      spans.removeIf(old -> old.from().equals(span.from()));
      spans.add(span);
    }
  }

  private static Instant at(int minute) {
    return T.plus(Duration.ofMinutes(minute));
  }

  private static CoverageSpan span(CoverageState state, int from, int to, long polls) {
    return new CoverageSpan("s", state, at(from), at(to), polls);
  }
}
