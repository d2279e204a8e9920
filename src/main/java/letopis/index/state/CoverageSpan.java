package letopis.index.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A stretch of time in which a source was in one state.
///
/// @param from exclusive for what appeared, inclusive for our clock: the look that opened the span
/// @param to the last look that belongs to it
/// @param polls how many looks it is made of; 0 for [CoverageState#NOT_COVERED]
public record CoverageSpan(
    String source, CoverageState state, Instant from, Instant to, long polls) {
  public CoverageSpan {
    Objects.requireNonNull(source);
    Objects.requireNonNull(state);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /// The same with another end.
  public CoverageSpan until(Instant end) {
    return new CoverageSpan(source, state, from, end, polls);
  }

  /// Cuts known spans of one source to a period and fills the rest with
  /// [CoverageState#NOT_COVERED], so that the result covers the period without holes or overlaps.
  public static List<CoverageSpan> fill(
      String source, List<CoverageSpan> known, Instant from, Instant to) {
    List<CoverageSpan> filled = new ArrayList<>();
    Instant reached = from;
    List<CoverageSpan> ordered =
        known.stream().sorted(Comparator.comparing(CoverageSpan::from)).toList();
    for (CoverageSpan span : ordered) {
      Instant start = later(span.from(), reached);
      Instant end = span.to().isBefore(to) ? span.to() : to;
      if (!start.isBefore(end)) {
        continue;
      }
      if (reached.isBefore(start)) {
        filled.add(new CoverageSpan(source, CoverageState.NOT_COVERED, reached, start, 0));
      }
      filled.add(new CoverageSpan(source, span.state(), start, end, span.polls()));
      reached = end;
    }
    if (reached.isBefore(to)) {
      filled.add(new CoverageSpan(source, CoverageState.NOT_COVERED, reached, to, 0));
    }
    return filled;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
