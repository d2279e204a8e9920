package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the crawler remembers of one listed address: when it was seen, and when to look again.
///
/// @param id hash of the canonical address, as a document id
/// @param document id of the document that its page became; empty when it became none
/// @param firstSeenAt the look that listed it first
/// @param absentAt the last look at the source without it
/// @param lastVisitAt the last look at the page
/// @param lastChangeAt when title or text last changed, or when it was first seen
/// @param nextVisitAt empty: never again
/// @param goneSince the first of the looks in a row that found it gone
/// @param failures fetches in a row that failed
/// @param versions hash of title and text → how many times the page turned to it
/// @param entry what the source listed, for reading the page again
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
    Optional<Instant> goneSince,
    int failures,
    Map<String, Integer> versions,
    JsonNode entry) {
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
    Objects.requireNonNull(goneSince);
    versions = Map.copyOf(versions);
    Objects.requireNonNull(entry);
  }
}
