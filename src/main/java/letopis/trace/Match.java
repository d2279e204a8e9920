package letopis.trace;

import java.util.Locale;

/// How a passage stands to the claim, from the surest.
public enum Match {
  /// The same words after normalisation, in the same order.
  VERBATIM,
  /// Most of the words: some changed, left out, added or moved.
  EDITED,
  /// The same statement in other words.
  PARAPHRASE,
  /// About the claim without making it: a refutation, a discussion.
  MENTION;

  /// The value in answers, in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
