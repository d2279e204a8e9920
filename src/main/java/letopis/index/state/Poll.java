package letopis.index.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The record of one look at a source.
///
/// @param at when the request began, our clock
/// @param tookMillis duration of the look, parts and older pages included
/// @param outcome what kind of look it was: `ok`, `not_modified`, `failed`, `disallowed`,
///     `blocked`, `not_a_feed`
/// @param state what the time since the look before is worth
/// @param status HTTP status, 0 when there was no answer
/// @param entries how many the source listed
/// @param fresh how many of them were not known
/// @param textless how many had no text at all
/// @param dateless how many had no date
/// @param newest the latest date claimed by an entry
/// @param format what the document was recognised as
/// @param detail cause of failure, alarm, warning; may be empty
public record Poll(
    String source,
    Instant at,
    long tookMillis,
    String outcome,
    CoverageState state,
    int status,
    int entries,
    int fresh,
    int textless,
    int dateless,
    Optional<Instant> newest,
    Optional<String> format,
    String detail) {
  public Poll {
    Objects.requireNonNull(source);
    Objects.requireNonNull(at);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(state);
    Objects.requireNonNull(newest);
    Objects.requireNonNull(format);
    Objects.requireNonNull(detail);
  }
}
