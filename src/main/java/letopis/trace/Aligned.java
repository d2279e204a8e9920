package letopis.trace;

import java.util.List;

/// A claim laid beside a passage.
///
/// @param start offset of the passage in its text, in UTF-16 units
/// @param end exclusive
/// @param identical the same normalised words in the same order with nothing between them
/// @param ordered share of the claim's weight found in the claim's order, 0..1
/// @param covered share of the claim's weight found in any order, 0..1
/// @param density share of the passage's content words that are the claim's, 0..1
/// @param matched content words of the claim found in the passage
/// @param evidence weight of the words found: how unlikely it is that they meet by chance
/// @param reuse share of the claim's words that stand beside the same neighbour in the passage, or
///     in the same place when only single words were replaced, 0..1: who takes over a wording
///     keeps pairs of words, who retells it does not
/// @param changed what differs
record Aligned(
    int start,
    int end,
    boolean identical,
    double ordered,
    double covered,
    double density,
    int matched,
    double evidence,
    double reuse,
    List<Change> changed) {
  Aligned {
    changed = List.copyOf(changed);
  }

  /// What the best of several passages of one text has most of.
  double score() {
    return identical ? 1 : 0.99 * (0.7 * covered + 0.2 * ordered + 0.1 * density);
  }
}
