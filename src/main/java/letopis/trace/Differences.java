package letopis.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import letopis.text.Numerals;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.trace.Difference.Both;
import letopis.trace.Difference.How;
import org.jspecify.annotations.Nullable;

/// Names what differs between a claim and the passage laid beside it.
final class Differences {
  private final String before;
  private final String after;
  private final List<Difference> found = new ArrayList<>();
  private final List<Word> was = new ArrayList<>();
  private final List<Word> became = new ArrayList<>();
  private final Set<String> outside = new HashSet<>();
  private final Set<String> near = new HashSet<>();

  /// Runs of words of the second text that stand beside nothing and around what does.
  private final List<List<Word>> around = new ArrayList<>();

  /// The equal words right before what differs; null for none.
  private @Nullable Both last;

  /// What differs is one number in the place of another, and goes no further.
  private boolean number;

  private Differences(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /// The differences in the order of the claim.
  ///
  /// @param words the words that `alignment` counts from
  /// @param text what the words' offsets count in
  /// @param from the first of them that is the passage's
  /// @param to after the last one
  static List<Change> of(
      Claim claim, List<Word> words, String text, Alignment alignment, int from, int to) {
    Differences differences = new Differences(claim.text, text);
    differences.walk(claim.words, 0, claim.words.size(), words, alignment);
    int earliest = ShortAligner.before(text, words, from);
    int latest = ShortAligner.after(text, words, to);
    differences.near(words.subList(earliest, from));
    differences.near(words.subList(to, latest));
    IntSummaryStatistics beside =
        Arrays.stream(alignment.beside).filter(at -> at >= 0).summaryStatistics();
    if (beside.getCount() > 0) {
      int first = beside.getMin();
      int last = beside.getMax() + 1;
      differences.outside(words.subList(from, Math.max(from, first)));
      differences.outside(words.subList(Math.min(to, last), to));
      differences.around.add(words.subList(Math.min(earliest, first), first));
      differences.around.add(words.subList(last, Math.max(last, latest)));
    }
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

  private void walk(List<Word> ours, int from, int to, List<Word> words, Alignment alignment) {
    int next = -1;
    for (int i = from; i < to; i++) {
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
      found.add(new Difference(was, became, number ? How.NUMBER : How.REPLACED, last, next));
      was.clear();
      became.clear();
    }
    number = false;
    last = next;
  }

  /// Phrases and words that stand in another place are named once as such, not as gone here and new
  /// there.
  private List<Change> changes() {
    new Moves(before, around, found).find();
    Set<String> moved = telling(Difference::was);
    Set<String> near = new HashSet<>(moved);
    near.retainAll(this.near);
    Set<String> anew = telling(Difference::became);
    anew.addAll(outside);
    moved.retainAll(anew);
    near.addAll(moved);
    Naming naming = new Naming(before, after);
    List<Change> changes = new ArrayList<>();
    for (Difference one : found) {
      if (one.how() == How.MOVED) {
        changes.add(naming.moved(one.was()));
      } else {
        changes.addAll(changes(naming, one, one.became().isEmpty() ? near : moved));
      }
    }
    return changes;
  }

  private static List<Change> changes(Naming naming, Difference one, Set<String> moved) {
    List<Word> wasMoved = one.was().stream().filter(word -> moved.contains(word.stem())).toList();
    boolean touched =
        !wasMoved.isEmpty() || one.became().stream().anyMatch(word -> moved.contains(word.stem()));
    if (!touched || one.isInPlace()) {
      return List.of(naming.of(one));
    }
    List<Change> changes = new ArrayList<>();
    Difference rest = one.rest(moved);
    if (!rest.was().isEmpty() || !rest.became().isEmpty()) {
      changes.add(naming.of(rest));
    }
    if (!wasMoved.isEmpty()) {
      changes.add(naming.moved(wasMoved));
    }
    return changes;
  }

  private Set<String> telling(Function<Difference, List<Word>> side) {
    return found.stream()
        .filter(one -> one.how() != How.MOVED && !one.isInPlace())
        .flatMap(one -> side.apply(one).stream())
        .filter(word -> !StopWords.has(word.norm()))
        .map(Word::stem)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// The differences of words `[from, to)` from those that an alignment lays beside them.
  static List<Difference> inside(
      List<Word> ours, int from, int to, List<Word> words, Alignment alignment) {
    Differences differences = new Differences("", "");
    differences.walk(ours, from, to, words, alignment);
    return differences.found;
  }
}
