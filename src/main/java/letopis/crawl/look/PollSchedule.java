package letopis.crawl.look;

import java.time.Duration;
import java.util.Optional;
import letopis.index.state.Cadence;
import letopis.sources.CrawlerSettings.Schedule;

/// When a source is looked at next. Pure: the same facts give the same time.
///
/// A source that publishes is polled about once per expected new entry, and never so rarely that
/// its list could turn over between two looks. A failing one is polled less and less, up to a cap,
/// and never given up: feeds do come back to life.
public final class PollSchedule {
  /// Looks this far back still count towards the rate: at that age with weight 1/e.
  private static final Duration MEMORY = Duration.ofHours(6);

  /// A hint of a source that demonstrably publishes faster is cut to this: `ttl` is often a relic.
  private static final Duration LONGEST_HINT = Duration.ofHours(1);

  /// A `Retry-After` beyond this is cut: 88 hours have been seen in the wild.
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

  private final Schedule settings;

  public PollSchedule(Schedule settings) {
    this.settings = settings;
  }

  /// The cadence after a look.
  ///
  /// @param every the fixed interval of the source's configuration
  public Cadence next(Cadence before, PollFacts facts, Optional<Duration> every) {
    return facts.kind().ok()
        ? afterSuccess(before, facts, every)
        : afterFailure(before, facts, every);
  }

  /// Whether the next look must go without validators: every n-th does, since some servers answer
  /// 304 forever.
  public boolean unconditional(Cadence cadence) {
    return cadence.notModified() >= settings.unconditionalEvery() - 1;
  }

  private Cadence afterSuccess(Cadence before, PollFacts facts, Optional<Duration> every) {
    double perHour = rate(before, facts);
    Duration interval = every.orElseGet(() -> adapted(before, facts, perHour));
    boolean full = facts.kind() == PollFacts.Kind.FULL;
    return new Cadence(
        perHour,
        interval,
        0,
        before.polls() + 1,
        Optional.of(facts.at()),
        Optional.of(facts.at()),
        full ? Optional.of(facts.at()) : before.lastFullAt(),
        facts.at().plus(longer(interval, facts.retryAfter())),
        full ? 0 : before.notModified() + 1);
  }

  private Cadence afterFailure(Cadence before, PollFacts facts, Optional<Duration> every) {
    double failures = before.failures() + facts.kind().weight();
    Duration base = every.orElse(before.interval());
    double factor = Math.pow(2, Math.min(failures, 20));
    Duration delay = shorter(times(base, factor), settings.longestAfterFailure());
    return new Cadence(
        before.perHour(),
        before.interval(),
        failures,
        before.polls() + 1,
        Optional.of(facts.at()),
        before.lastOkAt(),
        before.lastFullAt(),
        facts.at().plus(longer(delay, facts.retryAfter())),
        before.notModified());
  }

  /// Moves the average towards what this look found, by how much time it stands for. The first look
  /// says nothing: all its entries are new.
  private double rate(Cadence before, PollFacts facts) {
    if (before.lastOkAt().isEmpty()) {
      return 0;
    }
    double hours = hours(Duration.between(before.lastOkAt().get(), facts.at()));
    if (hours <= 0) {
      return before.perHour();
    }
    double seen = facts.fresh() / hours;
    if (before.polls() <= 1) {
      return seen;
    }
    double weight = 1 - Math.exp(-hours / hours(MEMORY));
    return before.perHour() + weight * (seen - before.perHour());
  }

  private Duration adapted(Cadence before, PollFacts facts, double perHour) {
    if (before.lastOkAt().isEmpty()) {
      return settings.first();
    }
    Duration wanted = perHour <= 0 ? settings.longest() : ofHours(1 / perHour);
    if (facts.entries() > 0 && perHour > 0) {
      wanted = shorter(wanted, ofHours(facts.entries() / perHour / 2));
    }
    // One quiet look is no reason to stay away for hours: at most half as long again as before.
    wanted = shorter(wanted, times(before.interval(), 1.5));
    Duration floor = longer(settings.shortest(), facts.hint().map(h -> shorter(h, LONGEST_HINT)));
    return longer(shorter(wanted, settings.longest()), Optional.of(floor));
  }

  private static Duration longer(Duration one, Optional<Duration> other) {
    return other
        .map(value -> shorter(value, LONGEST_RETRY_AFTER))
        .filter(value -> value.compareTo(one) > 0)
        .orElse(one);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration times(Duration duration, double factor) {
    return ofHours(hours(duration) * factor);
  }

  private static Duration ofHours(double hours) {
    return Duration.ofMillis(Math.round(Math.min(hours, 24 * 365) * 3_600_000));
  }

  private static double hours(Duration duration) {
    return duration.toMillis() / 3_600_000.0;
  }
}
