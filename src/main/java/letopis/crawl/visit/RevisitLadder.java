package letopis.crawl.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    return rung(lastChange, now).map(rung -> now.plus(rung.every()));
  }

  private Optional<Rung> rung(Instant lastChange, Instant now) {
    Duration age = Duration.between(lastChange, now);
    return rungs.stream().filter(rung -> age.compareTo(rung.under()) < 0).findFirst();
  }

  /// The coming looks at a page as long as it does not change, the first few of them.
  ///
  /// @param now after which they are, each as long after the one before as the ladder says
  public List<Instant> looks(Instant lastChange, Instant now) {
    return looks(now, from -> next(lastChange, from));
  }

  /// The same at times that are common to all posts of a channel, since one look shows many: the
  /// multiples of each rung's interval since 1970.
  public List<Instant> sharedLooks(Instant lastChange, Instant now) {
    return looks(
        now,
        from ->
            rung(lastChange, from)
                .map(rung -> rung.every().toMillis())
                .map(step -> Instant.ofEpochMilli((from.toEpochMilli() / step + 1) * step)));
  }

  private static List<Instant> looks(Instant now, Function<Instant, Optional<Instant>> after) {
    List<Instant> looks = new ArrayList<>();
    Optional<Instant> next = after.apply(now);
    while (next.isPresent() && looks.size() < AHEAD) {
      looks.add(next.get());
      next = after.apply(next.get());
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
