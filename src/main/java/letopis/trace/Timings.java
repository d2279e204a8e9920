package letopis.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Times;

/// Weighs what a publication claims of its time against when we looked. The rules and grades are
/// those of `docs/tracing.md`.
final class Timings {
  /// Clocks of outlets and ours may differ by so much.
  static final Duration TOLERANCE = Duration.ofMinutes(10);

  private static final Duration CLOSE = Duration.ofHours(1);
  private static final Duration NEAR = Duration.ofDays(1);

  private Timings() {}

  /// @param document the earliest version with the claim
  /// @param before the version it replaced, which did not have it; empty for the first version
  static Appearance.Timing of(Document document, Optional<Document> before) {
    return before
        .map(older -> changed(older, document))
        .orElseGet(() -> published(document.times()));
  }

  /// The claim came with a change: its time lies between the two versions, whatever the page says
  /// of its publication.
  private static Appearance.Timing changed(Document older, Document newer) {
    Instant after = older.lineage().validFrom();
    Instant before = newer.lineage().validFrom();
    Optional<Instant> modified =
        newer.times().modified().filter(at -> at.isAfter(after) && !at.isAfter(before));
    return new Appearance.Timing(
        Optional.of(after),
        before,
        modified.orElse(before),
        Appearance.Ground.REVISION,
        byWidth(after, before));
  }

  private static Appearance.Timing published(Times times) {
    Claimed claimed = times.published();
    Instant seen = times.firstSeenAt();
    Optional<Instant> absent = times.absentAt();
    boolean contradicted = contradicted(times);
    if (claimed.from() == PublishedFrom.GUESSED || contradicted) {
      Quality quality = absent.map(at -> atBest(Quality.C, byWidth(at, seen))).orElse(Quality.D);
      return new Appearance.Timing(absent, seen, seen, Appearance.Ground.OBSERVED, quality);
    }
    Instant best = best(claimed, seen);
    if (absent.isPresent()) {
      Instant inside = best.isBefore(absent.get()) ? absent.get() : best;
      Quality quality = byWidth(absent.get(), seen);
      return new Appearance.Timing(absent, seen, inside, Appearance.Ground.CLAIMED, quality);
    }
    return new Appearance.Timing(absent, seen, best, Appearance.Ground.CLAIMED, unseen(claimed));
  }

  /// A time that stands for an hour or a day counts from its end: a rough claim never puts a
  /// publication before one whose time is known.
  private static Instant best(Claimed claimed, Instant seen) {
    boolean exact = claimed.precision().width().compareTo(Precision.MINUTE.width()) <= 0;
    Instant at =
        exact ? claimed.at() : claimed.at().plus(claimed.precision().width()).minusSeconds(1);
    return at.isAfter(seen) ? seen : at;
  }

  /// The claim is of a time when we looked and it was not there, or of a time after we saw it.
  static boolean contradicted(Times times) {
    Claimed claimed = times.published();
    Instant end = claimed.at().plus(claimed.precision().width());
    boolean early =
        times.absentAt().filter(absent -> end.isBefore(absent.minus(TOLERANCE))).isPresent();
    boolean late = claimed.at().isAfter(times.firstSeenAt().plus(TOLERANCE));
    return times.backdated() || early || late;
  }

  private static Quality byWidth(Instant after, Instant before) {
    Duration width = Duration.between(after, before);
    return width.compareTo(CLOSE) <= 0
        ? Quality.A
        : width.compareTo(NEAR) <= 0 ? Quality.B : Quality.C;
  }

  private static Quality atBest(Quality best, Quality quality) {
    return best.compareTo(quality) > 0 ? best : quality;
  }

  /// Never looked at before it was there: the claim stands alone.
  private static Quality unseen(Claimed claimed) {
    boolean exact = claimed.precision().width().compareTo(Precision.MINUTE.width()) <= 0;
    return switch (claimed.from()) {
      case PLATFORM -> exact ? Quality.B : Quality.D;
      case JSON_LD, META, FEED, PAGE_TEXT, IMPORT -> exact ? Quality.C : Quality.D;
      case URL, GUESSED -> Quality.D;
    };
  }
}
