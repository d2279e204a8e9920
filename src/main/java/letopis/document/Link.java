package letopis.document;

import java.util.Objects;

/// A link in the text of a publication.
///
/// @param url absolute
/// @param text the words it stands on; may be empty
public record Link(String url, String text) {
  public Link {
    Objects.requireNonNull(url);
    Objects.requireNonNull(text);
  }
}
