package letopis.trace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Everything the archive says about one claim.
///
/// @param claim the words that were traced
/// @param asOf what came into the archive later is left out
/// @param origin who said it first, as far as this archive knows; empty when nobody did
/// @param origins number of independent origins: appearances not taken from another one
/// @param appearances oldest first
/// @param variants the wordings, by first appearance
/// @param factChecks known reviews of this claim, best match first
/// @param edges who took it from whom; never forms a cycle, never points to a later appearance
/// @param timeline appearances over time
/// @param coverage what the archive could see in the decisive period
/// @param caveats what must be said with it
public record Trace(
    String claim,
    Instant asOf,
    Optional<Origin> origin,
    int origins,
    List<Appearance> appearances,
    List<Variant> variants,
    List<FactCheck> factChecks,
    List<Edge> edges,
    List<Bucket> timeline,
    Sight coverage,
    List<Remark> caveats) {
  public Trace {
    Objects.requireNonNull(claim);
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(origin);
    appearances = List.copyOf(appearances);
    variants = List.copyOf(variants);
    factChecks = List.copyOf(factChecks);
    edges = List.copyOf(edges);
    timeline = List.copyOf(timeline);
    Objects.requireNonNull(coverage);
    caveats = List.copyOf(caveats);
  }

  /// The earliest appearance and why it is held to be that.
  ///
  /// @param candidates ids of other appearances that may be as early; our looks and their claims
  ///     cannot tell
  /// @param ground what its place is known by, and how the others stand to it
  public record Origin(Appearance appearance, List<String> candidates, List<Remark> ground) {
    public Origin {
      Objects.requireNonNull(appearance);
      candidates = List.copyOf(candidates);
      ground = List.copyOf(ground);
    }
  }

  /// One wording of the claim.
  ///
  /// @param text as its earliest appearance has it
  /// @param first id of that appearance's document
  /// @param count appearances with this wording
  /// @param changed what differs from the wording of the earliest appearance of all
  /// @param diff this wording against the earliest: equal, removed and added pieces in order
  public record Variant(
      String text, String first, Instant at, int count, List<Change> changed, List<Piece> diff) {
    public Variant {
      Objects.requireNonNull(text);
      Objects.requireNonNull(first);
      Objects.requireNonNull(at);
      changed = List.copyOf(changed);
      diff = List.copyOf(diff);
    }
  }

  /// A piece of a diff.
  ///
  /// @param op `=` in both, `-` only in the earliest wording, `+` only in this one
  public record Piece(char op, String text) {
    public Piece {
      Objects.requireNonNull(text);
    }
  }

  /// From whom to whom.
  ///
  /// @param from id of the later document
  /// @param to id of the earlier document; or, when `named`, the name of a source outside the trace
  public record Edge(
      String from, String to, boolean named, boolean explicit, String via, double confidence) {
    public Edge {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(via);
    }
  }

  /// Appearances in `[from, to)`.
  public record Bucket(Instant from, Instant to, int count) {
    public Bucket {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }
  }

  /// A known review of a claim.
  ///
  /// @param claim the claim as the reviewer words it
  /// @param rating the reviewer's verdict, as written
  /// @param document the archived page that it was read from; empty for an imported one
  /// @param removedAt when that page was found gone
  /// @param score similarity to the traced claim, 0..1
  public record FactCheck(
      String id,
      String claim,
      String rating,
      String publisher,
      Optional<String> url,
      Optional<Instant> reviewedAt,
      Optional<String> document,
      Optional<Instant> removedAt,
      double score) {
    public FactCheck {
      Objects.requireNonNull(id);
      Objects.requireNonNull(claim);
      Objects.requireNonNull(rating);
      Objects.requireNonNull(publisher);
      Objects.requireNonNull(url);
      Objects.requireNonNull(reviewedAt);
      Objects.requireNonNull(document);
      Objects.requireNonNull(removedAt);
    }

    /// The same, whose page was found gone.
    FactCheck removed(Optional<Instant> at) {
      return new FactCheck(id, claim, rating, publisher, url, reviewedAt, document, at, score);
    }
  }

  /// What the archive could see between two instants.
  ///
  /// @param from start of the decisive period; empty when there is none
  /// @param sources number of sources known
  /// @param covered number of them watched without a gap through the whole period
  /// @param gaps sources that were not, with why
  public record Sight(
      Optional<Instant> from, Optional<Instant> to, int sources, int covered, List<Gap> gaps) {
    public static final Sight NONE = new Sight(Optional.empty(), Optional.empty(), 0, 0, List.of());

    public Sight {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      gaps = List.copyOf(gaps);
    }
  }

  /// A source that could not be seen for a time.
  ///
  /// @param name of the source, for people
  /// @param state `gap`, `down`, `blocked`, `empty`, `layout_broken`, `not_covered`
  public record Gap(String source, String name, String state, Instant from, Instant to) {
    public Gap {
      Objects.requireNonNull(source);
      Objects.requireNonNull(name);
      Objects.requireNonNull(state);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }

    /// Whether somebody looked and could not see, which is not the same as nobody looking, or as a
    /// list that was read but reached back not far enough.
    public boolean failed() {
      return !state.equals("not_covered") && !state.equals("gap");
    }
  }
}
