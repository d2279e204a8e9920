package letopis.document;

import java.util.Objects;
import java.util.Optional;

/// Who published: the configured source, as it was configured when the document was written.
///
/// @param id the source's id, `[a-z0-9][a-z0-9._-]*`
/// @param name the source's name as people write it
/// @param kind `news`, `official`, `social`, `factcheck` or `blog`
public record Publisher(String id, String name, String kind, Optional<String> region) {
  public Publisher {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(region);
  }
}
