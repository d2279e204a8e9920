package letopis.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.sources.Source;
import org.jspecify.annotations.Nullable;

/// The figures at `/metrics` that are read from the archive when somebody asks, at most twice a
/// minute: how its sources are. While Elasticsearch is away the last ones stay. Safe for many
/// threads.
final class ArchiveGauges {
  private static final Duration FRESH = Duration.ofSeconds(30);

  /// Whoever collects metrics waits ten seconds as a rule; the other figures are to come in time.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<Source> configured;
  private final SourceStates states;
  private final Elasticsearch elasticsearch;
  private final Clock clock;

  /// Held here: a gauge holds what it measures only as long as somebody else does.
  private final File data;

  private final MultiGauge sourceState;
  private final MultiGauge goodLook;
  private @Nullable Thread reading;
  private volatile Instant readAt = Instant.MIN;
  private volatile Map<CoverageState, Group> groups = Map.of();
  private volatile double overdue = Double.NaN;
  private volatile boolean present;

  /// The configured sources whose last look found them in one state.
  ///
  /// @param newest when the newest of those looks was
  private record Group(long sources, Optional<Instant> newest) {
    Group plus(Optional<Instant> look) {
      boolean newer = look.isPresent() && newest.filter(at -> at.isAfter(look.get())).isEmpty();
      return new Group(sources + 1, newer ? look : newest);
    }
  }

  ArchiveGauges(ApiServices services) {
    this.configured = services.configuration().sources();
    this.states = new SourceStates(services.indices());
    this.elasticsearch = services.indices().elasticsearch();
    this.clock = services.clock();
    this.data = services.data().toFile();
    MeterRegistry metrics = services.metrics();
    for (CoverageState state : CoverageState.values()) {
      gauge(
              "letopis.sources",
              "sources by what the last look found",
              this,
              _ -> of(state).sources())
          .tag("state", state.label())
          .register(metrics);
      gauge(
              "letopis.sources.newest.look.timestamp.seconds",
              "when the newest look was that found sources so",
              this,
              _ -> of(state).newest().map(ArchiveGauges::seconds).orElse(Double.NaN))
          .tag("state", state.label())
          .register(metrics);
    }
    gauge(
            "letopis.sources.overdue.seconds",
            "how late the latest due look is",
            this,
            g -> g.overdue)
        .register(metrics);
    gauge("letopis.elasticsearch.up", "whether it answers", this, g -> g.present ? 1 : 0)
        .register(metrics);
    gauge("letopis.disk.free.bytes", "usable where the data is", this, g -> g.data.getUsableSpace())
        .register(metrics);
    sourceState =
        MultiGauge.builder("letopis.source.state")
            .description("1 for the state that the last look found a source in")
            .register(metrics);
    goodLook =
        MultiGauge.builder("letopis.source.good.look.timestamp.seconds")
            .description("when a source was last read without a fault")
            .register(metrics);
  }

  private static <T> Gauge.Builder<T> gauge(
      String name, String description, T of, ToDoubleFunction<T> value) {
    return Gauge.builder(name, of, value).description(description);
  }

  private Group of(CoverageState state) {
    return groups.getOrDefault(state, new Group(0, Optional.empty()));
  }

  /// Reads them anew when they are old, but waits for that no longer than a few seconds: an
  /// Elasticsearch that stands still is said not to answer, and keeps back nothing else.
  void refresh() throws InterruptedException {
    Instant now = clock.instant();
    if (readAt.isBefore(now.minus(FRESH)) && !reading(now).join(PATIENCE)) {
      present = false;
    }
  }

  /// The one thread that reads now.
  private synchronized Thread reading(Instant now) {
    if (reading == null || !reading.isAlive()) {
      reading = Thread.ofVirtual().name("gauges").start(() -> read(now));
    }
    return reading;
  }

  private void read(Instant now) {
    try {
      Map<String, SourceState> known =
          states.list().stream().collect(Collectors.toMap(SourceState::id, state -> state));
      read(known, now);
      present = true;
      readAt = now;
    } catch (Answer.Refused _) {
      present = true;
    } catch (IOException _) {
      present = false;
    }
  }

  private void read(Map<String, SourceState> known, Instant now) {
    Map<CoverageState, Group> found = new EnumMap<>(CoverageState.class);
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    List<MultiGauge.Row<?>> looks = new ArrayList<>();
    long late = 0;
    for (Source source : configured) {
      Optional<SourceState> of = Optional.ofNullable(known.get(source.id()));
      CoverageState state =
          of.flatMap(SourceState::last).map(Poll::state).orElse(CoverageState.NOT_COVERED);
      Optional<Instant> last = of.flatMap(one -> one.cadence().lastPollAt());
      found.merge(state, new Group(1, last), (group, _) -> group.plus(last));
      rows.add(MultiGauge.Row.of(Tags.of("source", source.id(), "state", state.label()), () -> 1));
      of.flatMap(one -> one.cadence().lastOkAt())
          .ifPresent(
              at ->
                  looks.add(MultiGauge.Row.of(Tags.of("source", source.id()), () -> seconds(at))));
      late =
          Math.max(
              late,
              of.map(one -> one.cadence().nextPollAt())
                  .filter(Instant.EPOCH::isBefore)
                  .map(due -> Duration.between(due, now).toSeconds())
                  .orElse(0L));
    }
    sourceState.register(rows, true);
    goodLook.register(looks, true);
    groups = found;
    overdue = late;
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1e3;
  }
}
