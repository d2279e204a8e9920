package letopis.document;

import java.util.Objects;
import java.util.Optional;

/// A picture of a publication.
public record Image(String url, Optional<String> caption) {
  public Image {
    Objects.requireNonNull(url);
    Objects.requireNonNull(caption);
  }
}
