package letopis.index.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the crawler remembers of one source between two looks.
///
/// @param name as people write it; a source that came with an import has no other place for it
/// @param kind `news`, `official`, …
/// @param configured false for a source that exists only in imported files
/// @param span the span of coverage that the next look may extend
/// @param listed the entries of the last readable look: address → hash of what was listed of it
/// @param nextRevisitAt when the first of its pages is to be looked at again
/// @param lookedUntil those of the looks of its pages ([EntryState#looks]) that were due then are
///     done; empty: none is
/// @param last the record of the last look
public record SourceState(
    String id,
    String name,
    String kind,
    boolean configured,
    Validators validators,
    Cadence cadence,
    Health health,
    Optional<CoverageSpan> span,
    Map<String, String> listed,
    Optional<Instant> nextRevisitAt,
    Optional<Instant> lookedUntil,
    Optional<Poll> last) {
  public SourceState {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(validators);
    Objects.requireNonNull(cadence);
    Objects.requireNonNull(health);
    Objects.requireNonNull(span);
    listed = Map.copyOf(listed);
    Objects.requireNonNull(nextRevisitAt);
    Objects.requireNonNull(lookedUntil);
    Objects.requireNonNull(last);
  }

  /// Of a source of which nothing is known yet.
  ///
  /// @param first how soon after the first look the second one is
  public static SourceState fresh(
      String id, String name, String kind, boolean configured, Duration first) {
    return new SourceState(
        id,
        name,
        kind,
        configured,
        Validators.NONE,
        Cadence.fresh(first),
        Health.UNKNOWN,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Up to when the looks at its pages are done; not what is still to come, though a clock that has
  /// been set back since may have said so.
  public Optional<Instant> lookedUntil(Instant now) {
    return lookedUntil.map(at -> at.isAfter(now) ? now : at);
  }

  /// Whether one of its pages is to be looked at.
  public boolean isVisitDue(Instant now) {
    return nextRevisitAt.filter(at -> !at.isAfter(now)).isPresent();
  }
}
