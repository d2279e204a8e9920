package letopis.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.text.Numerals;
import letopis.text.Word;

/// Knows what is told in nearly the same words of every other day: drones of a night, sentences of
/// a court, prices.
final class OtherDays {
  /// What is told of one event with another number, as it becomes known, is told within so many
  /// days.
  private static final Duration NEAR = Duration.ofDays(3);

  private OtherDays() {}

  /// What a claim was traced to, without what tells it in other words, with numbers that are all
  /// others, and days away from all that have its wording.
  static List<Appearance> without(Claim claim, List<Appearance> found) {
    Set<String> numbers = numbers(claim.words);
    List<Instant> worded =
        found.stream()
            .filter(one -> one.match().compareTo(Match.EDITED) <= 0)
            .map(one -> one.time().best())
            .toList();
    return numbers.isEmpty() || worded.isEmpty()
        ? found
        : found.stream()
            .filter(one -> !isAway(one, worded) || !hasOthers(numbers, one.passage().text()))
            .toList();
  }

  private static boolean isAway(Appearance one, List<Instant> worded) {
    return one.match() == Match.PARAPHRASE
        && worded.stream()
            .map(at -> Duration.between(at, one.time().best()).abs())
            .allMatch(away -> away.compareTo(NEAR) > 0);
  }

  private static boolean hasOthers(Set<String> numbers, String passage) {
    Set<String> theirs = numbers(Numerals.of(passage));
    return !theirs.isEmpty() && Collections.disjoint(numbers, theirs);
  }

  private static Set<String> numbers(List<Word> words) {
    return words.stream().filter(Word::isNumber).map(Word::norm).collect(Collectors.toSet());
  }
}
