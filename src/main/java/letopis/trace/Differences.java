package letopis.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import letopis.text.Numerals;
import letopis.text.StopWords;
import letopis.text.Word;
import org.jspecify.annotations.Nullable;

/// Names what differs between a claim and the passage laid beside it.
final class Differences {
  /// Words that a name may have with what belongs to it.
  private static final int NAME_WORDS = 6;

  private final String before;
  private final String after;
  private final List<Difference> found = new ArrayList<>();
  private final List<Word> was = new ArrayList<>();
  private final List<Word> became = new ArrayList<>();
  private final Set<String> outside = new HashSet<>();
  private final Set<String> near = new HashSet<>();

  /// The equal words right before what differs; null for none.
  private @Nullable Both last;

  /// What differs is one number in the place of another, and goes no further.
  private boolean number;

  private Differences(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /// A word of each side.
  private record Both(Word one, Word other) {}

  /// Words in the same place of both texts.
  ///
  /// @param last the equal words right before, null for none
  /// @param next the equal words right after, null for none
  private record Difference(
      List<Word> was,
      List<Word> became,
      boolean number,
      @Nullable Both last,
      @Nullable Both next) {}

  /// The differences in the order of the claim.
  ///
  /// @param words the words that `alignment` counts from
  /// @param text what the words' offsets count in
  /// @param from the first of them that is the passage's
  /// @param to after the last one
  static List<Change> of(
      Claim claim, List<Word> words, String text, Alignment alignment, int from, int to) {
    Differences differences = new Differences(claim.text, text);
    differences.walk(claim.words, words, alignment);
    IntSummaryStatistics beside =
        Arrays.stream(alignment.beside).filter(at -> at >= 0).summaryStatistics();
    if (beside.getCount() > 0) {
      differences.outside(words.subList(from, Math.max(from, beside.getMin())));
      differences.outside(words.subList(Math.min(to, beside.getMax() + 1), to));
    }
    differences.near(words.subList(ShortAligner.before(text, words, from), from));
    differences.near(words.subList(to, ShortAligner.after(text, words, to)));
    return differences.changes();
  }

  /// Words of the same sentence right beside the passage: what the claim has and the passage has
  /// not may stand there, and is not left out then.
  private void near(List<Word> words) {
    words.stream().map(Word::stem).forEach(near::add);
  }

  /// Words of the passage before or after all that stands beside the claim: some may be its own,
  /// moved there.
  private void outside(List<Word> words) {
    words.stream().map(Word::stem).forEach(outside::add);
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
    differences.end(null);
    return differences.changes();
  }

  private void walk(List<Word> ours, List<Word> words, Alignment alignment) {
    int next = -1;
    for (int i = 0; i < ours.size(); i++) {
      int at = alignment.beside[i];
      if (at >= 0 && next >= 0 && next < at) {
        endNumber();
        became.addAll(words.subList(next, at));
      }
      next = at >= 0 ? at + 1 : next;
      if (at < 0) {
        endNumber();
        was.add(ours.get(i));
      } else if (alignment.same[i]) {
        end(new Both(ours.get(i), words.get(at)));
      } else {
        pair(ours.get(i), words.get(at));
      }
    }
    end(null);
  }

  /// Two numbers beside each other are a difference of their own.
  private void pair(Word one, Word other) {
    boolean numbers = Numerals.isNumber(one) && Numerals.isNumber(other);
    if (numbers && !(was.isEmpty() && became.isEmpty())) {
      end(null);
    } else {
      endNumber();
    }
    was.add(one);
    became.add(other);
    number = numbers;
  }

  private void endNumber() {
    if (number) {
      end(null);
    }
  }

  private void end(@Nullable Both next) {
    if (!was.isEmpty() || !became.isEmpty()) {
      found.add(new Difference(List.copyOf(was), List.copyOf(became), number, last, next));
      was.clear();
      became.clear();
    }
    number = false;
    last = next;
  }

  /// Words that stand in another place are named once as such, not as gone here and new there.
  private List<Change> changes() {
    Set<String> moved = telling(Difference::was);
    Set<String> near = new HashSet<>(moved);
    near.retainAll(this.near);
    Set<String> elsewhere = telling(Difference::became);
    elsewhere.addAll(outside);
    moved.retainAll(elsewhere);
    near.addAll(moved);
    List<Change> changes = new ArrayList<>();
    for (Difference one : found) {
      changes.addAll(changes(one, one.became().isEmpty() ? near : moved));
    }
    return changes;
  }

  private List<Change> changes(Difference one, Set<String> moved) {
    List<Word> wasMoved = one.was().stream().filter(word -> moved.contains(word.stem())).toList();
    boolean touched =
        !wasMoved.isEmpty() || one.became().stream().anyMatch(word -> moved.contains(word.stem()));
    if (!touched) {
      return List.of(named(one));
    }
    List<Change> changes = new ArrayList<>();
    List<Word> left = rest(one.was(), moved);
    List<Word> added = rest(one.became(), moved);
    if (!left.isEmpty() || !added.isEmpty()) {
      changes.add(named(new Difference(left, added, false, null, null)));
    }
    if (!wasMoved.isEmpty()) {
      String words = surface(wasMoved, before);
      changes.add(new Change(Change.Kind.ORDER, words, words));
    }
    return changes;
  }

  private Set<String> telling(Function<Difference, List<Word>> side) {
    return found.stream()
        .flatMap(one -> side.apply(one).stream())
        .filter(word -> !StopWords.has(word.norm()))
        .map(Word::stem)
        .collect(Collectors.toCollection(HashSet::new));
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

  /// A change with the equal word without which it cannot be read: «не» goes with what it denies, a
  /// day with its month.
  private Change named(Difference one) {
    Both next = one.next();
    Both last = one.last();
    List<Word> left = new ArrayList<>(one.was());
    List<Word> added = new ArrayList<>(one.became());
    boolean day = one.number() && next != null && Kinds.isMonth(next.one(), before);
    boolean month =
        last != null && last.one().isNumber() && isMonth(left, before) && isMonth(added, after);
    if (next != null && (day || isDenial(left, added))) {
      left.add(next.one());
      added.add(next.other());
    } else if (last != null && (month || one.number() && isDayOf(last.one(), left, added))) {
      left.addFirst(last.one());
      added.addFirst(last.other());
    }
    return new Change(kind(left, added), surface(left, before), surface(added, after));
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
    if (count(was, Kinds::isNegation) != count(became, Kinds::isNegation)) {
      return Change.Kind.NEGATION;
    }
    // A name, a day or a number in a sentence that came or went is no changed one.
    boolean few = Math.max(was.size(), became.size()) <= NAME_WORDS;
    if (!few && (was.isEmpty() || became.isEmpty())) {
      return Change.Kind.WORDING;
    }
    if (was.stream().anyMatch(word -> Kinds.isDate(word, before))
        || became.stream().anyMatch(word -> Kinds.isDate(word, after))) {
      return Change.Kind.DATE;
    }
    if (was.stream().anyMatch(Numerals::isNumber) || became.stream().anyMatch(Numerals::isNumber)) {
      return Change.Kind.NUMBER;
    }
    boolean names =
        was.stream().anyMatch(word -> Kinds.isName(word, before))
            || became.stream().anyMatch(word -> Kinds.isName(word, after));
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
