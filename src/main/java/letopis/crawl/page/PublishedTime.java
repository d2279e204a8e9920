package letopis.crawl.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.index.state.EntryState;

/// Chooses which of the times that a publication claims is kept. A claim from the future is no
/// claim; of two that agree the more exact one is kept, of two that do not, the more reliable.
final class PublishedTime {
  /// Clocks of sites run ahead, and minutes are rounded up; beyond this a time is of the future.
  static final Duration AHEAD = Duration.ofMinutes(15);

  private final Duration tolerance;

  PublishedTime(Duration tolerance) {
    this.tolerance = tolerance;
  }

  /// The time to keep: [PublishedFrom#GUESSED], our first look, when nothing usable is claimed.
  Claimed choose(Optional<Claimed> page, Optional<Claimed> entry, EntryState state) {
    Optional<Claimed> ofPage = page.filter(claim -> credible(claim, state));
    Optional<Claimed> ofEntry = entry.filter(claim -> credible(claim, state));
    if (ofPage.isPresent() && ofEntry.isPresent()) {
      return better(ofPage.get(), ofEntry.get());
    }
    return ofPage.or(() -> ofEntry).orElseGet(() -> guess(state));
  }

  /// Whether a claim says that something was there when we looked and it was not.
  boolean backdated(Claimed claim, Optional<Instant> absentAt) {
    Instant latest = claim.at().plus(claim.precision().width());
    return absentAt.isPresent() && latest.plus(tolerance).isBefore(absentAt.get());
  }

  private static boolean credible(Claimed claim, EntryState state) {
    return !claim.at().isAfter(state.firstSeenAt().plus(AHEAD));
  }

  private static Claimed better(Claimed one, Claimed other) {
    Claimed exact = one.precision().compareTo(other.precision()) <= 0 ? one : other;
    Claimed coarse = exact == one ? other : one;
    Instant end = coarse.at().plus(coarse.precision().width());
    boolean agree = !exact.at().isBefore(coarse.at()) && exact.at().isBefore(end);
    if (agree && exact.precision() != coarse.precision()) {
      return exact;
    }
    return one.from().compareTo(other.from()) <= 0 ? one : other;
  }

  private static Claimed guess(EntryState state) {
    return new Claimed(
        state.firstSeenAt(), PublishedFrom.GUESSED, Precision.SECOND, Optional.empty());
  }
}
