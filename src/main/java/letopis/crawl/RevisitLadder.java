package letopis.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.sources.CrawlerSettings.Rung;

/// When a page is looked at again: the younger its last change, the sooner. The default rungs are
/// those of NewsDiffs.
public final class RevisitLadder {
  /// How often a page that could not be fetched is tried again before it is left alone.
  static final int TRIES = 8;

  /// Looks that are planned ahead. More of them would make an entry larger, fewer would have it
  /// written more often: an unchanged page is written once in so many looks.
  static final int AHEAD = 16;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
  private static final Duration LONGEST_RETRY = Duration.ofHours(24);

  private final List<Rung> rungs;

  public RevisitLadder(List<Rung> rungs) {
    this.rungs = List.copyOf(rungs);
  }

  /// The next look at a page.
  ///
  /// @param lastChange when title or text last changed, or when it was first seen
  /// @return empty when it is too old to be looked at again
  public Optional<Instant> next(Instant lastChange, Instant now) {
    Duration age = Duration.between(lastChange, now);
    return rungs.stream()
        .filter(rung -> age.compareTo(rung.under()) < 0)
        .findFirst()
        .map(rung -> now.plus(rung.every()));
  }

  /// The coming looks at a page as long as it does not change, the first few of them.
  ///
  /// @param now after which they are, each as long after the one before as the ladder says
  public List<Instant> looks(Instant lastChange, Instant now) {
    List<Instant> looks = new ArrayList<>();
    Optional<Instant> next = next(lastChange, now);
    while (next.isPresent() && looks.size() < AHEAD) {
      looks.add(next.get());
      next = next(lastChange, next.get());
    }
    return looks;
  }

  /// The second look at a page that seems gone: soon, so that a passing fault of the site is not
  /// taken for a removal, and a removal is known within minutes.
  public Instant confirmation(Instant now) {
    return now.plus(rungs.isEmpty() ? Duration.ofMinutes(15) : rungs.getFirst().every());
  }

  /// The next try after a failed fetch.
  ///
  /// @param failures in a row, this one included
  /// @return empty when it has failed too often
  public Optional<Instant> retry(int failures, Optional<Duration> retryAfter, Instant now) {
    if (failures >= TRIES) {
      return Optional.empty();
    }
    Duration delay = FIRST_RETRY.multipliedBy(1L << (2 * Math.min(failures - 1, 10)));
    if (delay.compareTo(LONGEST_RETRY) > 0) {
      delay = LONGEST_RETRY;
    }
    if (retryAfter.isPresent() && retryAfter.get().compareTo(delay) > 0) {
      delay = retryAfter.get().compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retryAfter.get();
    }
    return Optional.of(now.plus(delay));
  }
}
