package letopis.trace.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.Document;
import letopis.trace.Appearance;

/// A chosen appearance with what the archive has of it now.
///
/// @param versions of the document, oldest first; empty when the document is gone, taken down
public record Evidence(Case.Chosen chosen, List<Document> versions) {
  public Evidence {
    Objects.requireNonNull(chosen);
    versions = List.copyOf(versions);
  }

  /// The chosen version; empty when it is gone.
  public Optional<Document> version() {
    return versions.stream()
        .filter(one -> one.lineage().revision() == chosen.revision())
        .findFirst();
  }

  /// The chosen words; empty when they are gone.
  public Optional<String> words() {
    return version()
        .map(version -> field(version, chosen.field()))
        .map(
            text -> {
              int start = Math.clamp(chosen.start(), 0, text.length());
              return text.substring(start, Math.clamp(chosen.end(), start, text.length()));
            });
  }

  /// When the chosen version appeared, by the rules of `docs/tracing.md`; empty when it is gone.
  public Optional<Appearance.Timing> time() {
    Optional<Document> before =
        versions.stream()
            .filter(one -> one.lineage().revision() < chosen.revision())
            .reduce((first, second) -> second);
    return version().map(version -> Appearance.Timing.of(version, before));
  }

  static String field(Document document, String field) {
    return switch (field) {
      case "title" -> document.content().title();
      case "lead" -> document.content().lead();
      default -> document.content().body();
    };
  }
}
