package letopis.document;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How this version of a document stands to its other versions and to the copies of its text.
///
/// @param revision 1 for the first version we saw; grows by one with each observed change
/// @param validFrom our clock when this version was written to the archive
/// @param validTo our clock when a later version took its place; empty for the current one
/// @param cluster id shared by all documents with (nearly) this text; the document's own id when
///     there is no other
/// @param copyOf the earliest known document with this text, when it is another one
/// @param copyShare share of this document's text found in `copyOf`, 0..1
/// @param fingerprints winnowed hashes of the text, in order of first occurrence
public record Lineage(
    int revision,
    Instant validFrom,
    Optional<Instant> validTo,
    String cluster,
    Optional<String> copyOf,
    double copyShare,
    List<String> fingerprints) {
  public Lineage {
    Objects.requireNonNull(validFrom);
    Objects.requireNonNull(validTo);
    Objects.requireNonNull(cluster);
    Objects.requireNonNull(copyOf);
    fingerprints = List.copyOf(fingerprints);
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " < 1");
    }
  }
}
