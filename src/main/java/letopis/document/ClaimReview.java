package letopis.document;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One review of a claim, as schema.org's `ClaimReview` has it.
///
/// @param id stable: of its address and claim
/// @param claim `claimReviewed`
/// @param title the headline of the review; may be empty
/// @param body its text, as far as given; may be empty
/// @param rating the verdict in the reviewer's words; may be empty
/// @param publisher who reviewed
/// @param claimant who made the claim
/// @param lang ISO 639-1 or `und`
public record ClaimReview(
    String id,
    String claim,
    String title,
    String body,
    String rating,
    String publisher,
    Optional<String> url,
    Optional<Instant> reviewedAt,
    Optional<String> claimant,
    String lang) {
  public ClaimReview {
    Objects.requireNonNull(id);
    Objects.requireNonNull(claim);
    Objects.requireNonNull(title);
    Objects.requireNonNull(body);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(publisher);
    Objects.requireNonNull(url);
    Objects.requireNonNull(reviewedAt);
    Objects.requireNonNull(claimant);
    Objects.requireNonNull(lang);
  }
}
