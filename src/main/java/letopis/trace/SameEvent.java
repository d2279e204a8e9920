package letopis.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import letopis.text.Numerals;
import letopis.text.Word;

/// Tells whether a passage that has much of a claim in other words speaks of the same event. News
/// of one kind are told in the same words every day: prices, weather, results of games.
final class SameEvent {
  private static final int FIGURES = 2;
  private static final int FORM = 3;
  private static final double THIRD = 1 / 3d;

  private final Claim claim;
  private final List<Word> passage;

  /// @param text what `aligned` counts in
  SameEvent(Claim claim, String text, Aligned aligned) {
    this.claim = claim;
    this.passage = Numerals.of(text.substring(aligned.start(), aligned.end()));
  }

  /// Whether what tells the claim in other words tells of the same.
  boolean isRetold(List<Change> changed) {
    return !isOfAnother(changed)
        && !isOfAnotherDay(changed)
        && !hasOtherNumbers(FIGURES, THIRD)
        && new Statement(claim).isIn(passage);
  }

  /// Whether what has the claim's wording does: it may be a form that is filled in anew for each
  /// team, firm or day, «в ночь на среду над девятью областями». Where nothing else is another, one
  /// number in common is enough: two others may have changed places.
  boolean isTakenOver(List<Change> changed) {
    boolean numbersOnly = changed.stream().allMatch(one -> one.kind() == Change.Kind.NUMBER);
    return !hasOtherNumbers(FORM, numbersOnly ? 0 : THIRD) && !isOfAnotherDay(changed);
  }

  private boolean isOfAnotherDay(List<Change> changed) {
    return changed.stream()
            .filter(change -> change.kind() == Change.Kind.NUMBER && change.isOtherNumber())
            .anyMatch(this::isNowhereElse)
        && changed.stream().anyMatch(Change::isOtherDate);
  }

  /// Another number of another name, though the sentence is the same: "5 cm of snow in A", "9 cm of
  /// snow in B".
  private boolean isOfAnother(List<Change> changed) {
    return changed.stream().filter(Change::isOtherNumber).anyMatch(this::isNowhereElse)
        && changed.stream().filter(Change::isOtherName).anyMatch(this::isNowhereElse);
  }

  /// The numbers and names of neither side of a change stand in another place of the other text.
  private boolean isNowhereElse(Change change) {
    Set<String> theirs = stems(passage, _ -> true);
    Set<String> ours = stems(claim.words, _ -> true);
    return telling(change.was()).noneMatch(theirs::contains)
        && telling(change.became()).noneMatch(ours::contains);
  }

  private static Stream<String> telling(String side) {
    return Numerals.of(side).stream()
        .filter(
            word ->
                Numerals.isNumber(word) || Character.isUpperCase(side.codePointAt(word.start())))
        .map(Word::stem);
  }

  /// Both have several numbers, but hardly any of them are the same.
  ///
  /// @param least fewer numbers on a side tell nothing
  /// @param most share of the numbers of the side with fewer
  private boolean hasOtherNumbers(int least, double most) {
    Set<String> ours = stems(claim.words, Word::isNumber);
    Set<String> theirs = stems(passage, Word::isNumber);
    long same = ours.stream().filter(theirs::contains).count();
    int fewer = Math.min(ours.size(), theirs.size());
    return fewer >= least && same <= most * fewer;
  }

  private static Set<String> stems(List<Word> words, Predicate<Word> which) {
    return words.stream()
        .filter(which)
        .map(Word::stem)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
