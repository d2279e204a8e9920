package letopis.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import letopis.text.Word;
import letopis.text.Words;

/// Tells whether a passage that has much of a claim in other words speaks of the same event. News
/// of one kind are told in the same words every day: prices, weather, results of games.
final class SameEvent {
  private final Claim claim;
  private final List<Word> passage;

  private SameEvent(Claim claim, List<Word> passage) {
    this.claim = claim;
    this.passage = passage;
  }

  /// @param text what `aligned` counts in
  static boolean is(Claim claim, String text, Aligned aligned) {
    List<Word> passage = Words.of(text.substring(aligned.start(), aligned.end()));
    SameEvent event = new SameEvent(claim, passage);
    return !event.isOfAnother(aligned.changed()) && !event.hasOtherNumbers();
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
    return Words.of(side).stream()
        .filter(
            word -> Kinds.isNumber(word) || Character.isUpperCase(side.codePointAt(word.start())))
        .map(Word::stem);
  }

  /// The claim has several numbers and so has the passage, but hardly one of them is the same.
  private boolean hasOtherNumbers() {
    Set<String> ours = stems(claim.words, Word::isNumber);
    Set<String> theirs = stems(passage, Word::isNumber);
    long same = ours.stream().filter(theirs::contains).count();
    return ours.size() >= 2 && theirs.size() >= 2 && 3 * same <= ours.size();
  }

  private static Set<String> stems(List<Word> words, Predicate<Word> which) {
    return words.stream()
        .filter(which)
        .map(Word::stem)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
