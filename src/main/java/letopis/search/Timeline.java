package letopis.search;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import letopis.search.SearchAnswer.TimelineBucket;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Period;

/// Turns the buckets that have documents into a timeline without holes.
final class Timeline {
  /// With more buckets than this, the next wider interval is taken: a document that claims to be of
  /// the year 1 must not make millions of hours.
  static final int MOST = 10_000;

  /// How many buckets `auto` gives at most.
  private static final int READABLE = 200;

  /// Hours of all clocks begin at quarters of an hour.
  private static final Duration STEP = Duration.ofMinutes(15);

  private final Interval interval;
  private final ZoneId zone;
  private final Period period;

  Timeline(Interval interval, ZoneId zone, Period period) {
    this.interval = interval;
    this.zone = zone;
    this.period = period;
  }

  /// What Elasticsearch is to count by.
  Interval counted() {
    if (interval != Interval.AUTO) {
      return interval;
    }
    boolean hours =
        period.from().isPresent()
            && period.to().isPresent()
            && Duration.between(period.from().get(), period.to().get()).toHours() < READABLE;
    return hours ? Interval.HOUR : Interval.DAY;
  }

  /// All buckets from the first to the last, or of the whole period where it has bounds.
  ///
  /// @param counts start of bucket to number of documents
  /// @param totals the same over all coverage, when shares are wanted
  List<TimelineBucket> fill(
      SortedMap<Instant, Long> counts, Optional<SortedMap<Instant, Long>> totals) {
    if (counts.isEmpty() && (period.from().isEmpty() || period.to().isEmpty())) {
      return List.of();
    }
    Instant first = period.from().orElseGet(counts::firstKey);
    Instant last = period.to().orElseGet(counts::lastKey);
    if (!counts.isEmpty()) {
      first = counts.firstKey().isBefore(first) ? counts.firstKey() : first;
      last = counts.lastKey().isAfter(last) ? counts.lastKey() : last;
    }
    Interval width = width(first, last);
    SortedMap<Instant, Long> wide = widen(counts, width);
    Optional<SortedMap<Instant, Long>> all = totals.map(map -> widen(map, width));
    List<TimelineBucket> buckets = new ArrayList<>();
    for (ZonedDateTime at = floor(first, width); !at.toInstant().isAfter(last); ) {
      ZonedDateTime next = next(at, width);
      long count = wide.getOrDefault(at.toInstant(), 0L);
      Instant start = at.toInstant();
      long whole = all.map(map -> map.getOrDefault(start, 0L)).orElse(0L);
      buckets.add(
          new TimelineBucket(
              start,
              next.toInstant(),
              count,
              whole == 0 ? Optional.empty() : Optional.of((double) count / whole)));
      at = next;
    }
    return buckets;
  }

  private Interval width(Instant first, Instant last) {
    int most = interval == Interval.AUTO ? READABLE : MOST;
    Interval width = counted();
    while (width != Interval.MONTH && Duration.between(first, last).dividedBy(unit(width)) > most) {
      width = wider(width);
    }
    return width;
  }

  private static Duration unit(Interval width) {
    return switch (width) {
      case HOUR -> Duration.ofHours(1);
      case DAY, AUTO -> Duration.ofDays(1);
      case WEEK -> Duration.ofDays(7);
      case MONTH -> Duration.ofDays(30);
    };
  }

  private static Interval wider(Interval width) {
    return switch (width) {
      case HOUR -> Interval.DAY;
      case DAY, AUTO -> Interval.WEEK;
      case WEEK, MONTH -> Interval.MONTH;
    };
  }

  private SortedMap<Instant, Long> widen(SortedMap<Instant, Long> counts, Interval width) {
    SortedMap<Instant, Long> wide = new TreeMap<>();
    counts.forEach((at, count) -> wide.merge(floor(at, width).toInstant(), count, Long::sum));
    return wide;
  }

  private ZonedDateTime floor(Instant at, Interval width) {
    ZonedDateTime time = at.atZone(zone);
    LocalDate day = time.toLocalDate();
    return switch (width) {
      case HOUR -> hour(at).atZone(zone);
      case DAY, AUTO -> day.atStartOfDay(zone);
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
      case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone);
    };
  }

  private ZonedDateTime next(ZonedDateTime at, Interval width) {
    LocalDate day = at.toLocalDate();
    return switch (width) {
      case HOUR -> nextHour(at.toInstant()).atZone(zone);
      case DAY, AUTO -> day.plusDays(1).atStartOfDay(zone);
      case WEEK -> day.plusWeeks(1).atStartOfDay(zone);
      case MONTH -> day.plusMonths(1).atStartOfDay(zone);
    };
  }

  /// Where Elasticsearch lets the hour begin that an instant is in. No hour begins at a change of
  /// the clock: where it is put back by half an hour, that hour is longer, not two.
  private Instant hour(Instant at) {
    ZoneRules rules = zone.getRules();
    Instant time = at;
    while (true) {
      Optional<Instant> begin = localHour(time, rules);
      ZoneOffsetTransition before = rules.previousTransition(time);
      if (before == null || begin.isPresent() && !before.getInstant().isAfter(begin.get())) {
        return begin.orElse(time);
      }
      time = before.getInstant().minusMillis(1);
    }
  }

  /// The full hour on the clock before an instant; empty when the clock left it out.
  private static Optional<Instant> localHour(Instant at, ZoneRules rules) {
    LocalDateTime full =
        LocalDateTime.ofInstant(at, rules.getOffset(at)).truncatedTo(ChronoUnit.HOURS);
    return rules.getValidOffsets(full).reversed().stream()
        .map(full::toInstant)
        .filter(time -> !time.isAfter(at))
        .findFirst();
  }

  private Instant nextHour(Instant hour) {
    Instant next = hour(hour.plus(STEP));
    for (Instant at = hour.plus(STEP); !next.isAfter(hour); at = at.plus(STEP)) {
      next = hour(at.plus(STEP));
    }
    return next;
  }
}
