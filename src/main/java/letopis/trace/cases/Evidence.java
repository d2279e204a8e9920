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

  /// When the chosen words appeared, by the rules of `docs/tracing.md`: with the earliest version
  /// that has them, which may be older than the chosen one; empty when they are gone.
  public Optional<Appearance.Timing> time() {
    return words()
        .map(
            words -> {
              int first = 0;
              while (!field(versions.get(first), chosen.field()).contains(words)) {
                first++;
              }
              Optional<Document> before =
                  first == 0 ? Optional.empty() : Optional.of(versions.get(first - 1));
              return Appearance.Timing.of(versions.get(first), before);
            });
  }

  static String field(Document document, String field) {
    return switch (field) {
      case "title" -> document.content().title();
      case "lead" -> document.content().lead();
      default -> document.content().body();
    };
  }
}
