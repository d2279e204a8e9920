package letopis.trace.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A claim under review.
///
/// @param id 16 random characters
/// @param claim the words that were traced
/// @param lang of the claim, ISO 639-1 or `und`
/// @param appearances the publications chosen as evidence, in the order chosen
/// @param notes the fact-checker's own words; may be empty
/// @param verdict empty while the review goes on
/// @param review who reviews and where the review is published
/// @param updatedAt of the last change of anything in it
public record Case(
    String id,
    String claim,
    String lang,
    List<Chosen> appearances,
    String notes,
    Optional<Verdict> verdict,
    Review review,
    Instant createdAt,
    Instant updatedAt) {
  public Case {
    Objects.requireNonNull(id);
    Objects.requireNonNull(claim);
    Objects.requireNonNull(lang);
    appearances = List.copyOf(appearances);
    Objects.requireNonNull(notes);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(review);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(updatedAt);
  }

  /// A passage of one version of a publication. Only where it is: its words stay in the archive.
  ///
  /// @param document id
  /// @param revision the version, from 1; in a draft also [#CURRENT]
  /// @param field `title`, `lead` or `body`
  /// @param start 0-based offset in that field, in UTF-16 units
  /// @param end exclusive
  /// @param note why it was chosen; may be empty
  public record Chosen(
      String document, int revision, String field, int start, int end, String note) {
    /// Stands for the version that is current when the case is kept.
    public static final int CURRENT = 0;

    public Chosen {
      Objects.requireNonNull(document);
      Objects.requireNonNull(field);
      Objects.requireNonNull(note);
    }

    /// The same in one version.
    Chosen of(int version) {
      return new Chosen(document, version, field, start, end, note);
    }

    /// The same place, whatever was noted about it.
    boolean isSamePlace(Chosen other) {
      return document.equals(other.document) && revision == other.revision;
    }
  }

  /// What the review came to.
  ///
  /// @param label the verdict in the reviewer's words; may be empty
  /// @param explanation may be empty
  public record Verdict(Rating rating, String label, String explanation) {
    public Verdict {
      Objects.requireNonNull(rating);
      Objects.requireNonNull(label);
      Objects.requireNonNull(explanation);
    }

    /// The reviewer's words, else those of the rating.
    public String words(String lang) {
      return label.isBlank() ? rating.words(lang) : label;
    }
  }

  /// Who reviews: an organisation, and where its review can be read.
  ///
  /// @param author its name; may be empty
  /// @param authorUrl its own address
  /// @param url the published review
  public record Review(String author, Optional<String> authorUrl, Optional<String> url) {
    /// Nothing said yet.
    public static final Review NONE = new Review("", Optional.empty(), Optional.empty());

    public Review {
      Objects.requireNonNull(author);
      Objects.requireNonNull(authorUrl);
      Objects.requireNonNull(url);
    }
  }

  /// What people write: everything but what we note ourselves.
  public record Draft(
      String claim,
      String lang,
      List<Chosen> appearances,
      String notes,
      Optional<Verdict> verdict,
      Review review) {
    /// The same with other places.
    Draft choosing(List<Chosen> others) {
      return new Draft(claim, lang, others, notes, verdict, review);
    }

    public Draft {
      Objects.requireNonNull(claim);
      Objects.requireNonNull(lang);
      appearances = List.copyOf(appearances);
      Objects.requireNonNull(notes);
      Objects.requireNonNull(verdict);
      Objects.requireNonNull(review);
    }
  }

  /// What people wrote of it.
  public Draft draft() {
    return new Draft(claim, lang, appearances, notes, verdict, review);
  }
}
