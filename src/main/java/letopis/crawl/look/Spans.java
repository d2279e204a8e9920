package letopis.crawl.look;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.index.state.Cadence;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;

/// Carries the coverage of a source on from look to look. Pure.
final class Spans {
  /// A look so much later than planned says nothing about the time before it, unless it can be
  /// read.
  private static final Duration LATE = Duration.ofHours(1);

  private Spans() {}

  /// Spans to be written; the last is the one that the next look may extend.
  static List<CoverageSpan> after(
      String source, Optional<CoverageSpan> open, Cadence planned, Look look) {
    if (open.isEmpty()) {
      return List.of(new CoverageSpan(source, look.state(), look.at(), look.at(), 1));
    }
    CoverageSpan span = open.get();
    boolean readable = look.state() == CoverageState.WATCHED || look.state() == CoverageState.GAP;
    if (!readable && look.at().isAfter(planned.nextPollAt().plus(LATE))) {
      return List.of(new CoverageSpan(source, look.state(), look.at(), look.at(), 1));
    }
    if (span.state() == look.state()) {
      return List.of(
          new CoverageSpan(source, span.state(), span.from(), look.at(), span.polls() + 1));
    }
    return List.of(new CoverageSpan(source, look.state(), span.to(), look.at(), 1));
  }

  /// The same when it turned out that the server had been answering 304 whatever it had: since the
  /// last body nothing was watched.
  static List<CoverageSpan> afterLie(
      String source, Optional<CoverageSpan> open, Instant lastFull, Look look) {
    if (open.isEmpty() || !open.get().from().isBefore(lastFull)) {
      Instant from = open.map(CoverageSpan::from).orElse(lastFull);
      return List.of(new CoverageSpan(source, CoverageState.GAP, from, look.at(), 1));
    }
    CoverageSpan span = open.get();
    return List.of(
        new CoverageSpan(source, span.state(), span.from(), lastFull, span.polls()),
        new CoverageSpan(source, CoverageState.GAP, lastFull, look.at(), 1));
  }

  /// When a look was made and what it says of the time before it.
  record Look(Instant at, CoverageState state) {}
}
