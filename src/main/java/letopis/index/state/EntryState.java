package letopis.index.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the crawler remembers of one listed address: when it was seen, and when to look again.
///
/// @param id hash of the canonical address, as a document id
/// @param document id of the document that its page became; empty when it became none
/// @param firstSeenAt the look that listed it first
/// @param absentAt the last look at the source without it
/// @param lastVisitAt the last look at the page that was written down; one that found nothing new
///     is not, see `looks`
/// @param lastChangeAt when title or text last changed, or when it was first seen
/// @param nextVisitAt when it must be looked at, whatever its source has passed: a new page, one
///     listed with other words, a failed fetch, a removal to be confirmed
/// @param looks the coming looks as long as nothing changes, rising. Those up to
///     [SourceState#lookedUntil] are done: a look that finds nothing new writes nothing here
/// @param goneSince the first of the looks in a row that found it gone
/// @param failures fetches in a row that failed
/// @param versions hash of title and text → how many times the page turned to it
/// @param wording the version that the last look saw
/// @param entry what the source listed, for reading the page again: JSON as text, since most looks
///     have no use for it
public record EntryState(
    String id,
    String source,
    String url,
    Optional<String> document,
    Validators validators,
    Instant firstSeenAt,
    Optional<Instant> absentAt,
    Optional<Instant> lastVisitAt,
    Instant lastChangeAt,
    Optional<Instant> nextVisitAt,
    List<Instant> looks,
    Optional<Instant> goneSince,
    int failures,
    Map<String, Integer> versions,
    Optional<String> wording,
    String entry) {
  /// Wordings counted for one page.
  private static final int MOST_VERSIONS = 50;

  public EntryState {
    Objects.requireNonNull(id);
    Objects.requireNonNull(source);
    Objects.requireNonNull(url);
    Objects.requireNonNull(document);
    Objects.requireNonNull(validators);
    Objects.requireNonNull(firstSeenAt);
    Objects.requireNonNull(absentAt);
    Objects.requireNonNull(lastVisitAt);
    Objects.requireNonNull(lastChangeAt);
    Objects.requireNonNull(nextVisitAt);
    looks = List.copyOf(looks);
    Objects.requireNonNull(goneSince);
    versions = Map.copyOf(versions);
    Objects.requireNonNull(wording);
    Objects.requireNonNull(entry);
  }

  /// Whether a look is due.
  ///
  /// @param passed looks up to then are done
  public boolean isDue(Instant passed, Instant now) {
    return nextVisitAt.filter(at -> !at.isAfter(now)).isPresent()
        || looks.stream().anyMatch(at -> at.isAfter(passed) && !at.isAfter(now));
  }

  /// When a look is next to be taken, as long as nothing changes.
  ///
  /// @param passed looks up to then are done
  Optional<Instant> next(Instant passed) {
    return Stream.concat(nextVisitAt.stream(), looks.stream().filter(at -> at.isAfter(passed)))
        .min(Comparator.naturalOrder());
  }

  /// The same entry, known to be gone since this time, or not to be.
  public EntryState goneSince(Optional<Instant> since) {
    return with(nextVisitAt, since, versions, wording, entry);
  }

  /// The same entry, showing this version. Turning to it is counted; staying with it is not.
  public EntryState showing(String version) {
    Map<String, Integer> counts = new HashMap<>(versions);
    if (!wording.equals(Optional.of(version)) && counts.size() < MOST_VERSIONS) {
      counts.merge(version, 1, Integer::sum);
    }
    return with(nextVisitAt, goneSince, counts, Optional.of(version), entry);
  }

  /// The same entry, listed anew with other words: to be looked at now.
  public EntryState listed(String anew, Instant now) {
    return with(Optional.of(now), goneSince, versions, wording, anew);
  }

  private EntryState with(
      Optional<Instant> next,
      Optional<Instant> gone,
      Map<String, Integer> counts,
      Optional<String> shown,
      String listing) {
    return new EntryState(
        id,
        source,
        url,
        document,
        validators,
        firstSeenAt,
        absentAt,
        lastVisitAt,
        lastChangeAt,
        next,
        looks,
        gone,
        failures,
        counts,
        shown,
        listing);
  }

  /// The same listing, with what another state of this entry knows about its page: a look that was
  /// kept for later goes on from the looks that were filed meanwhile.
  public EntryState knowing(EntryState other) {
    EntryState first = other.firstSeenAt.isBefore(firstSeenAt) ? other : this;
    return new EntryState(
        id,
        source,
        url,
        other.document,
        validators,
        first.firstSeenAt,
        first.absentAt,
        other.lastVisitAt,
        other.lastChangeAt,
        nextVisitAt,
        looks,
        other.goneSince,
        other.failures,
        other.versions,
        other.wording,
        entry);
  }
}
