package letopis.trace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.Document;

/// One publication that says the claim.
///
/// @param document the earliest version of it that we have with the passage in it
/// @param passage where it says so
/// @param match how it says so
/// @param score how much of the claim it says, 0..1
/// @param changed what differs from the claim's own words
/// @param time when it began to say so
/// @param presence which versions say so, and whether it still does
/// @param cites whom it has it from
public record Appearance(
    Document document,
    Passage passage,
    Match match,
    double score,
    List<Change> changed,
    Timing time,
    Presence presence,
    List<Citation> cites) {
  public Appearance {
    Objects.requireNonNull(document);
    Objects.requireNonNull(passage);
    Objects.requireNonNull(match);
    changed = List.copyOf(changed);
    Objects.requireNonNull(time);
    Objects.requireNonNull(presence);
    cites = List.copyOf(cites);
  }

  /// The same with another time.
  Appearance at(Timing other) {
    return new Appearance(document, passage, match, score, changed, other, presence, cites);
  }

  /// The same with other citations.
  Appearance citing(List<Citation> others) {
    return new Appearance(document, passage, match, score, changed, time, presence, others);
  }

  /// Part of a stored text.
  ///
  /// @param field `title`, `lead` or `body`
  /// @param text the stored text from `start` to `end`
  /// @param start 0-based offset in that field, in UTF-16 units
  /// @param end exclusive
  /// @param refuted the words around it deny or doubt it
  public record Passage(String field, String text, int start, int end, boolean refuted) {
    public Passage {
      Objects.requireNonNull(field);
      Objects.requireNonNull(text);
    }
  }

  /// When the claim appeared there.
  ///
  /// @param after our last look without it; empty when we never looked before
  /// @param before our first look with it
  /// @param best the time that decides the order, see `docs/tracing.md`
  /// @param ground what `best` was taken from
  public record Timing(
      Optional<Instant> after, Instant before, Instant best, Ground ground, Quality quality) {
    public Timing {
      Objects.requireNonNull(after);
      Objects.requireNonNull(before);
      Objects.requireNonNull(best);
      Objects.requireNonNull(ground);
      Objects.requireNonNull(quality);
    }

    /// The rules of `docs/tracing.md` for one document.
    ///
    /// @param document the earliest version with the claim
    /// @param before the version it replaced, which did not have it; empty for the first version
    public static Timing of(Document document, Optional<Document> before) {
      return Timings.of(document, before);
    }
  }

  /// What the deciding time was taken from.
  public enum Ground {
    /// The publication's claim, which our looks confirm or cannot contradict.
    CLAIMED,
    /// Our first look with it: there is no claim, or our looks contradict it.
    OBSERVED,
    /// Our first look at the changed version: the claimed time is of an earlier one.
    REVISION,
    /// The time of a publication that links to it and claims to be earlier.
    LINKED
  }

  /// In which versions of the document the claim is.
  ///
  /// @param revisions numbers of the versions seen with it, rising
  /// @param current the version now on the web says it (false when it was removed)
  /// @param removedAt when the document was first found gone
  public record Presence(List<Integer> revisions, boolean current, Optional<Instant> removedAt) {
    public Presence {
      revisions = List.copyOf(revisions);
      Objects.requireNonNull(removedAt);
    }
  }

  /// A statement that the publication has the claim from somebody else.
  ///
  /// @param document id of the appearance it has it from, when that is in the trace
  /// @param name who it names, when it names somebody
  /// @param explicit it says so itself; otherwise inferred from text and time
  /// @param via what it says so by: `link`, `forward`, `reply`, `source`, `phrase`; `text` when
  ///     inferred
  /// @param confidence 0..1
  public record Citation(
      Optional<String> document,
      Optional<String> name,
      boolean explicit,
      String via,
      double confidence) {
    public Citation {
      Objects.requireNonNull(document);
      Objects.requireNonNull(name);
      Objects.requireNonNull(via);
    }
  }
}
