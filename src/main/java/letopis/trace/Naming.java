package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import letopis.text.Numerals;
import letopis.text.Word;

/// Names a difference between two texts: what kind of change it is, and the words that show it.
///
/// @param before the first text
/// @param after the second
record Naming(String before, String after) {
  /// Words that a name may have with what belongs to it.
  private static final int NAME_WORDS = 6;

  /// What does not deny with a negation before it.
  private static final Set<String> BOUNDS =
      Set.of(
          "менее", "более", "меньше", "больше", "раньше", "позже", "позднее", "только", "less",
          "more", "fewer", "later", "earlier", "only");

  /// A change with the equal word without which it cannot be read: «не» goes with what it denies, a
  /// day with its month.
  Change of(Difference one) {
    Difference.Both next = one.next();
    Difference.Both last = one.last();
    List<Word> left = new ArrayList<>(one.was());
    List<Word> added = new ArrayList<>(one.became());
    boolean number = one.how() == Difference.How.NUMBER;
    boolean day = number && next != null && Kinds.isMonth(next.one(), before);
    boolean month =
        last != null && last.one().isNumber() && isMonth(left, before) && isMonth(added, after);
    if (next != null && (day || isDenial(left, added))) {
      left.add(next.one());
      added.add(next.other());
    } else if (last != null && (month || number && isDayOf(last.one(), left, added))) {
      left.addFirst(last.one());
      added.addFirst(last.other());
    }
    return new Change(kind(left, added), surface(left, before), surface(added, after));
  }

  /// Words of the first text that stand in another place of the second.
  Change moved(List<Word> words) {
    String surface = surface(words, before);
    return new Change(Change.Kind.ORDER, surface, surface);
  }

  /// "May 5" with "May 15"; «в мае 5» counts something.
  private boolean isDayOf(Word month, List<Word> left, List<Word> added) {
    return month.norm().charAt(0) <= 'z'
        && Kinds.isMonth(month, before)
        && left.getFirst().norm().matches("\\d{1,2}")
        && added.getFirst().norm().matches("\\d{1,2}");
  }

  private static boolean isDenial(List<Word> left, List<Word> added) {
    return left.isEmpty() != added.isEmpty()
        && left.stream().allMatch(Kinds::isNegation)
        && added.stream().allMatch(Kinds::isNegation);
  }

  private static boolean isMonth(List<Word> words, String text) {
    return words.size() == 1 && Kinds.isMonth(words.getFirst(), text);
  }

  private Change.Kind kind(List<Word> was, List<Word> became) {
    if (negations(was) != negations(became)) {
      return Change.Kind.NEGATION;
    }
    // A name, a day or a number in a sentence that came or went is no changed one.
    boolean few = Math.max(was.size(), became.size()) <= NAME_WORDS;
    if (!few && (was.isEmpty() || became.isEmpty())) {
      return Change.Kind.WORDING;
    }
    if (isDate(was, became)) {
      return Change.Kind.DATE;
    }
    if (was.stream().anyMatch(Numerals::isNumber) || became.stream().anyMatch(Numerals::isNumber)) {
      return Change.Kind.NUMBER;
    }
    boolean names =
        was.stream().anyMatch(word -> Kinds.isName(word, before))
            || became.stream().anyMatch(word -> Kinds.isName(word, after));
    boolean other = names && few && !isTransliterated(was, became);
    return other ? Change.Kind.NAME : Change.Kind.WORDING;
  }

  /// The same name in other letters.
  private static boolean isTransliterated(List<Word> was, List<Word> became) {
    return was.size() == 1
        && became.size() == 1
        && Transliterated.same(was.getFirst().norm(), became.getFirst().norm());
  }

  /// A month or a weekday, or a year: not 2,000 in the place of 1,200, which count something.
  private boolean isDate(List<Word> was, List<Word> became) {
    if (was.stream().anyMatch(word -> Kinds.isDate(word, before))
        || became.stream().anyMatch(word -> Kinds.isDate(word, after))) {
      return true;
    }
    boolean left = was.stream().anyMatch(Kinds::isYear);
    boolean added = became.stream().anyMatch(Kinds::isYear);
    return left && added
        || left && became.stream().noneMatch(Numerals::isNumber)
        || added && was.stream().noneMatch(Numerals::isNumber);
  }

  /// How often words deny something: «не менее 12» and "no more than 12" do not.
  private static int negations(List<Word> words) {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean bound = i + 1 < words.size() && BOUNDS.contains(words.get(i + 1).norm());
      count += Kinds.isNegation(words.get(i)) && !bound ? 1 : 0;
    }
    return count;
  }

  private static String surface(List<Word> words, String text) {
    return words.isEmpty()
        ? ""
        : text.substring(words.getFirst().start(), words.getLast().end()).replace('\n', ' ');
  }
}
