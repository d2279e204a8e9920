package letopis.index.state;

import java.util.Locale;

/// What a stretch of time is worth for one source: whether something that it published then can be
/// missing from the archive.
public enum CoverageState {
  /// Looked at, and each look still showed something of the look before: nothing slipped through.
  WATCHED,
  /// Looked at, but everything listed was new: what came and went between the two looks is missing.
  GAP,
  /// It did not answer, or with an error.
  DOWN,
  /// It answered that we may not: robots.txt, 401, 403, 429, 451, a challenge page, no preview.
  BLOCKED,
  /// It answered, and listed nothing.
  EMPTY,
  /// It answered, and could not be read as before: no entries, or entries without texts or dates,
  /// against its own history.
  LAYOUT_BROKEN,
  /// Nobody looked.
  NOT_COVERED;

  /// The value in the index and the API: `layout_broken`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant with this label.
  ///
  /// @throws IllegalArgumentException when no constant has it
  public static CoverageState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
