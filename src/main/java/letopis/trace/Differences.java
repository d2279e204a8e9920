package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import letopis.text.NumberWords;
import letopis.text.Word;

/// Names what differs between a claim and the passage laid beside it.
final class Differences {
  /// Words that a name may have with what belongs to it.
  private static final int NAME_WORDS = 6;

  private final String before;
  private final String after;
  private final List<Change> changes = new ArrayList<>();
  private final List<Word> was = new ArrayList<>();
  private final List<Word> became = new ArrayList<>();

  private Differences(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /// The differences in the order of the claim.
  ///
  /// @param words the words of the passage that `alignment` counts from
  /// @param text what the words' offsets count in
  static List<Change> of(Claim claim, List<Word> words, String text, Alignment alignment) {
    return new Differences(claim.text, text).walk(claim.words, words, alignment);
  }

  /// The difference between words that stand in the same place of two texts.
  static List<Change> between(List<Word> was, String before, List<Word> became, String after) {
    Differences differences = new Differences(before, after);
    if (was.size() == became.size()) {
      for (int i = 0; i < was.size(); i++) {
        differences.pair(was.get(i), became.get(i));
      }
    } else {
      differences.was.addAll(was);
      differences.became.addAll(became);
    }
    differences.flush();
    return differences.changes;
  }

  private List<Change> walk(List<Word> ours, List<Word> words, Alignment alignment) {
    int next = -1;
    for (int i = 0; i < ours.size(); i++) {
      int at = alignment.beside[i];
      if (at >= 0 && next >= 0) {
        became.addAll(words.subList(next, at));
      }
      next = at >= 0 ? at + 1 : next;
      if (at < 0) {
        was.add(ours.get(i));
      } else if (alignment.same[i]) {
        flush();
      } else {
        pair(ours.get(i), words.get(at));
      }
    }
    flush();
    return changes;
  }

  /// Two numbers beside each other are a change of their own.
  private void pair(Word one, Word other) {
    if (NumberWords.isNumber(one) && NumberWords.isNumber(other)) {
      flush();
      was.add(one);
      became.add(other);
      flush();
    } else {
      was.add(one);
      became.add(other);
    }
  }

  private void flush() {
    if (!was.isEmpty() || !became.isEmpty()) {
      changes.add(new Change(kind(), surface(was, before), surface(became, after)));
      was.clear();
      became.clear();
    }
  }

  private Change.Kind kind() {
    if (count(was, Kinds::isNegation) != count(became, Kinds::isNegation)) {
      return Change.Kind.NEGATION;
    }
    boolean dates = was.stream().anyMatch(Kinds::isDate) || became.stream().anyMatch(Kinds::isDate);
    if (dates) {
      return Change.Kind.DATE;
    }
    if (was.stream().anyMatch(NumberWords::isNumber)
        || became.stream().anyMatch(NumberWords::isNumber)) {
      return Change.Kind.NUMBER;
    }
    boolean names =
        was.stream().anyMatch(word -> Kinds.isName(word, before))
            || became.stream().anyMatch(word -> Kinds.isName(word, after));
    // A name in a sentence that came or went is no changed name.
    boolean few = Math.max(was.size(), became.size()) <= NAME_WORDS;
    return names && few ? Change.Kind.NAME : Change.Kind.WORDING;
  }

  private static long count(List<Word> words, Predicate<Word> which) {
    return words.stream().filter(which).count();
  }

  private static String surface(List<Word> words, String text) {
    return words.isEmpty()
        ? ""
        : text.substring(words.getFirst().start(), words.getLast().end()).replace('\n', ' ');
  }
}
