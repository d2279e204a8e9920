package letopis.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/// A time that a publication claims for itself, with where it was read and how exact it is.
///
/// @param at the start of the interval the claim stands for
/// @param offset the offset from UTC that the publication itself wrote, when it wrote one
public record Claimed(
    Instant at, PublishedFrom from, Precision precision, Optional<ZoneOffset> offset) {
  public Claimed {
    Objects.requireNonNull(at);
    Objects.requireNonNull(from);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(offset);
  }
}
