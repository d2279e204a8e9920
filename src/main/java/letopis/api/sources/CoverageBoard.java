package letopis.api.sources;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import letopis.index.state.Coverage;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import letopis.sources.Configuration;
import letopis.sources.Source;
import letopis.trace.SightSource;
import letopis.trace.Trace.Gap;
import letopis.trace.Trace.Sight;

/// What the archive could see in any period, from memory: what may have changed is read again when
/// it is older than half a minute, all of it a few times a day. A thousand sources make hundreds of
/// thousands of spans a year. Safe for many threads.
public final class CoverageBoard implements SightSource {
  private static final Duration FRESH = Duration.ofSeconds(30);

  /// How far back the spans may have changed since they were read: looks that were taken without
  /// Elasticsearch are recorded when it is back.
  private static final Duration CHANGING = Duration.ofDays(1);

  /// What changed before that is seen after this time.
  private static final Duration WHOLE = Duration.ofHours(6);

  /// Shorter failures are the normal distance between two looks.
  private static final Duration SHORTEST_GAP = Duration.ofMinutes(1);

  private static final int MOST_GAPS = 500;
  private static final Instant ALWAYS = Instant.parse("1970-01-01T00:00:00Z");

  private final Coverage coverage;
  /// Names by id.
  private final Map<String, String> configured;

  /// How long after a look at most the next one is, by id.
  private final Map<String, Duration> pauses = new HashMap<>();

  /// Of sources that have no fixed distance between two looks.
  private final Duration longestPause;

  private final Clock clock;
  private volatile Board board = new Board(Instant.MIN, Instant.MIN, new ConcurrentHashMap<>());

  /// All that is known, by source and begin.
  ///
  /// @param wholeAt when all was read
  private record Board(
      Instant readAt,
      Instant wholeAt,
      Map<String, ConcurrentSkipListMap<Instant, CoverageSpan>> spans) {
    /// A span that begins within another ends that: a server that turned out to lie.
    void put(CoverageSpan span) {
      ConcurrentSkipListMap<Instant, CoverageSpan> known =
          spans.computeIfAbsent(span.source(), _ -> new ConcurrentSkipListMap<>());
      Map.Entry<Instant, CoverageSpan> before = known.lowerEntry(span.from());
      if (before != null && before.getValue().to().isAfter(span.from())) {
        known.put(before.getKey(), before.getValue().until(span.from()));
      }
      known.put(span.from(), span);
    }

    /// Those of a source that touch a period, and perhaps one before it.
    List<CoverageSpan> of(String source, Instant from, Instant to) {
      ConcurrentSkipListMap<Instant, CoverageSpan> known = spans.get(source);
      if (known == null) {
        return List.of();
      }
      Instant first = known.floorKey(from);
      return List.copyOf(known.subMap(first == null ? from : first, true, to, true).values());
    }
  }

  public CoverageBoard(Coverage coverage, Configuration configuration, Clock clock) {
    this.coverage = coverage;
    this.configured =
        configuration.sources().stream().collect(Collectors.toMap(Source::id, Source::name));
    this.longestPause = configuration.crawler().schedule().longest();
    configuration
        .sources()
        .forEach(source -> source.every().ifPresent(every -> pauses.put(source.id(), every)));
    this.clock = clock;
  }

  /// How many sources were known, how many of them watched without a gap, and the gaps of the
  /// others, longest first, at most 500.
  @Override
  public Sight between(Instant from, Instant to) throws IOException {
    Instant now = clock.instant();
    Instant end = to.isAfter(now) ? now : to;
    Board known = current(now);
    Set<String> sources = new TreeSet<>(configured.keySet());
    sources.addAll(known.spans().keySet());
    if (sources.isEmpty() || !from.isBefore(end)) {
      return new Sight(
          Optional.of(from), Optional.of(to), sources.size(), sources.size(), List.of());
    }
    List<Gap> gaps = new ArrayList<>();
    int covered = 0;
    boolean untilNow = !end.isBefore(now.minus(FRESH));
    for (String source : sources) {
      List<CoverageSpan> spans = CoverageSpan.fill(source, known.of(source, from, end), from, end);
      List<Gap> own = gaps(untilNow ? withoutPause(source, spans) : spans);
      covered += own.isEmpty() ? 1 : 0;
      gaps.addAll(own);
    }
    gaps.sort(Comparator.comparing((Gap gap) -> Duration.between(gap.from(), gap.to())).reversed());
    return new Sight(
        Optional.of(from),
        Optional.of(to),
        sources.size(),
        covered,
        gaps.subList(0, Math.min(MOST_GAPS, gaps.size())));
  }

  /// The next look will tell of the time since the last one: that no look has told yet is no gap
  /// before that is overdue.
  private List<CoverageSpan> withoutPause(String source, List<CoverageSpan> spans) {
    CoverageSpan last = spans.getLast();
    Duration pause = pauses.getOrDefault(source, longestPause);
    boolean waiting =
        spans.size() > 1
            && last.state() == CoverageState.NOT_COVERED
            && Duration.between(last.from(), last.to()).compareTo(pause) <= 0;
    return waiting ? spans.subList(0, spans.size() - 1) : spans;
  }

  /// Failures of one source; neighbours in one state are one gap.
  private List<Gap> gaps(List<CoverageSpan> spans) {
    List<Gap> gaps = new ArrayList<>();
    for (CoverageSpan span : spans) {
      boolean failure = span.state() != CoverageState.WATCHED;
      if (!failure || Duration.between(span.from(), span.to()).compareTo(SHORTEST_GAP) < 0) {
        continue;
      }
      String state = span.state().label();
      String name = configured.getOrDefault(span.source(), span.source());
      Gap last = gaps.isEmpty() ? null : gaps.getLast();
      if (last != null && last.state().equals(state) && last.to().equals(span.from())) {
        gaps.set(gaps.size() - 1, new Gap(span.source(), name, state, last.from(), span.to()));
      } else {
        gaps.add(new Gap(span.source(), name, state, span.from(), span.to()));
      }
    }
    return gaps;
  }

  private Board current(Instant now) throws IOException {
    Board known = board;
    // A clock that ran ahead may have been set right since.
    boolean ahead = known.readAt().isAfter(now.plus(FRESH));
    if (ahead || known.readAt().isBefore(now.minus(FRESH))) {
      boolean whole = ahead || known.wholeAt().isBefore(now.minus(WHOLE));
      Board next =
          whole
              ? new Board(now, now, new ConcurrentHashMap<>())
              : new Board(now, known.wholeAt(), known.spans());
      coverage.between(whole ? ALWAYS : known.readAt().minus(CHANGING), now).forEach(next::put);
      known = next;
      board = known;
    }
    return known;
  }
}
