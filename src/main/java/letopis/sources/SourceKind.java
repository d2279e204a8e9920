package letopis.sources;

import java.util.Locale;

/// What sort of publisher a source is.
public enum SourceKind {
  NEWS,
  OFFICIAL,
  SOCIAL,
  FACTCHECK,
  BLOG;

  /// The value in configuration, index and API: lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
