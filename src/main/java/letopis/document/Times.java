package letopis.document;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The times of one publication: what it claims, and what we saw. Never one field.
///
/// @param published what the publication claims; [PublishedFrom#GUESSED] when it claims nothing
/// @param firstSeenAt our clock when we first saw it
/// @param absentAt our last look at the same feed or page without it, so that
///     `absentAt` < appeared ≤ `firstSeenAt`; empty when we never looked before
/// @param modified the last change the publication claims
/// @param removedAt our clock when we first found it gone
/// @param backdated the claimed time is before `absentAt` by more than the tolerance
public record Times(
    Claimed published,
    Instant firstSeenAt,
    Optional<Instant> absentAt,
    Optional<Instant> modified,
    Optional<Instant> removedAt,
    boolean backdated) {
  public Times {
    Objects.requireNonNull(published);
    Objects.requireNonNull(firstSeenAt);
    Objects.requireNonNull(absentAt);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(removedAt);
  }
}
