package letopis.trace;

import java.util.List;
import java.util.Set;
import letopis.text.StopWords;
import letopis.text.Word;
import org.jspecify.annotations.Nullable;

/// Words in the same place of two texts that are not the same.
///
/// @param was of the first text; of a `MOVED` difference what stands elsewhere in the second
/// @param last the equal words right before, null for none
/// @param next the equal words right after, null for none
record Difference(
    List<Word> was, List<Word> became, How how, @Nullable Both last, @Nullable Both next) {
  Difference {
    was = List.copyOf(was);
    became = List.copyOf(became);
  }

  enum How {
    REPLACED,
    /// One number in the place of another.
    NUMBER,
    /// A phrase of the first text stands elsewhere in the second.
    MOVED
  }

  /// A word of each side.
  record Both(Word one, Word other) {}

  /// A number in the place of another beside equal words did not move, though the other one may
  /// stand elsewhere: «из 33 дел 20», «из 20 дел 33».
  boolean isInPlace() {
    return how == How.NUMBER && (last != null || next != null);
  }

  /// The same without these words of the second text.
  Difference without(List<Word> words) {
    return new Difference(
        was, became.stream().filter(word -> !words.contains(word)).toList(), how, last, next);
  }

  /// Small words that what was moved left behind.
  boolean isNothing() {
    return became.isEmpty() && was.stream().allMatch(Difference::isSmall)
        || was.isEmpty() && became.stream().allMatch(Difference::isSmall);
  }

  private static boolean isSmall(Word word) {
    return StopWords.has(word.norm()) && !Kinds.isNegation(word);
  }

  /// The same as far as these stems do not stand at its ends, which are moved.
  Difference rest(Set<String> moved) {
    return new Difference(rest(was, moved), rest(became, moved), How.REPLACED, null, null);
  }

  /// Without moved words at both ends; nothing when only small words are left.
  private static List<Word> rest(List<Word> words, Set<String> moved) {
    int from = 0;
    int to = words.size();
    while (from < to && moved.contains(words.get(from).stem())) {
      from++;
    }
    while (from < to && moved.contains(words.get(to - 1).stem())) {
      to--;
    }
    List<Word> rest = words.subList(from, to);
    return rest.stream().allMatch(word -> StopWords.has(word.norm())) ? List.of() : rest;
  }
}
