package letopis.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/// One version of one publication.
///
/// @param id stable hash of the canonical address, see [DocumentId]; the same for all versions
/// @param capture the bytes it was made from; empty for imported JSON Lines
/// @param noarchive the page asked that saved copies not be shown
/// @param extra unknown fields of an imported record and platform facts (views, edited), kept as
///     they came and not searched
public record Document(
    String id,
    Address address,
    Publisher publisher,
    Content content,
    Times times,
    Lineage lineage,
    Optional<CaptureRef> capture,
    boolean noarchive,
    ObjectNode extra) {
  public Document {
    Objects.requireNonNull(id);
    Objects.requireNonNull(address);
    Objects.requireNonNull(publisher);
    Objects.requireNonNull(content);
    Objects.requireNonNull(times);
    Objects.requireNonNull(lineage);
    Objects.requireNonNull(capture);
    Objects.requireNonNull(extra);
  }

  /// The same version with another place among the texts.
  public Document with(Lineage other) {
    return new Document(id, address, publisher, content, times, other, capture, noarchive, extra);
  }

  /// The same version with other times.
  public Document with(Times other) {
    return new Document(id, address, publisher, content, other, lineage, capture, noarchive, extra);
  }

  /// The same version as a publication of another address, and so with another id.
  public Document at(Address other) {
    return new Document(
        DocumentId.of(other.canonical()),
        other,
        publisher,
        content,
        times,
        lineage,
        capture,
        noarchive,
        extra);
  }
}
