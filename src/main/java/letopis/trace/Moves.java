package letopis.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.trace.Difference.Both;
import letopis.trace.Difference.How;
import org.jspecify.annotations.Nullable;

/// Finds phrases that one text has here and the other elsewhere, so that what differs inside of
/// them can be named as where they stand in one place. Single words in another place are not looked
/// for. Each phrase takes its words out of what is left, so that it ends.
final class Moves {
  /// A phrase has so many words that tell something in common with where it stands, and so are half
  /// of its own.
  private static final int LEAST = 2;

  private final String before;
  private final List<Difference> found;

  /// Runs of words of the second text that stand beside nothing.
  private final List<List<Word>> open;

  /// @param before the first text
  /// @param around runs of words of the second text besides those in the differences
  /// @param found changed: a difference with a moved phrase is cut into what it consists of
  Moves(String before, List<List<Word>> around, List<Difference> found) {
    this.before = before;
    this.found = found;
    this.open = new ArrayList<>();
    around.forEach(this::open);
    found.forEach(one -> open(one.became()));
  }

  private void open(List<Word> run) {
    if (run.size() >= LEAST) {
      open.add(run);
    }
  }

  void find() {
    for (int i = 0; i < found.size(); i++) {
      Difference one = found.get(i);
      Optional<Phrase> phrase = one.how() == How.REPLACED ? phrase(one.was()) : Optional.empty();
      if (phrase.isPresent()) {
        take(phrase.get());
        // The one without the words that were just taken.
        List<Difference> pieces = pieces(found.get(i), phrase.get());
        found.remove(i);
        found.addAll(i, pieces);
        // What is left before the phrase may hold another one.
        i--;
      }
    }
  }

  /// Where words stand elsewhere.
  ///
  /// @param run of `open` that has them
  /// @param from the first of the words that has one beside it
  /// @param to after the last
  private record Phrase(List<Word> run, Alignment alignment, int from, int to) {
    List<Word> there() {
      return run.subList(alignment.beside[from], alignment.beside[to - 1] + 1);
    }

    /// A word and the equal one beside it; null when they are not equal.
    @Nullable Both equal(List<Word> words, int at) {
      return alignment.same[at] ? new Both(words.get(at), run.get(alignment.beside[at])) : null;
    }
  }

  private Optional<Phrase> phrase(List<Word> words) {
    if (words.size() < LEAST || open.isEmpty()) {
      return Optional.empty();
    }
    Set<String> telling = new HashSet<>();
    for (Word word : words) {
      if (!StopWords.has(word.norm())) {
        telling.add(word.stem());
      }
    }
    List<Word> best = List.of();
    int most = LEAST - 1;
    for (List<Word> run : open) {
      Set<String> common = new HashSet<>();
      for (Word word : run) {
        if (telling.contains(word.stem())) {
          common.add(word.stem());
        }
      }
      best = common.size() > most ? run : best;
      most = Math.max(most, common.size());
    }
    return best.isEmpty() ? Optional.empty() : aligned(words, best);
  }

  private Optional<Phrase> aligned(List<Word> words, List<Word> run) {
    double[] weights = words.stream().mapToDouble(Rarity.unknown()::of).toArray();
    Alignment alignment = Alignment.of(new Alignment.Side(words, weights, before), run);
    int from = -1;
    int to = -1;
    int same = 0;
    for (int i = 0; i < words.size(); i++) {
      if (alignment.beside[i] >= 0) {
        from = from < 0 ? i : from;
        to = i + 1;
        same += alignment.same[i] && !StopWords.has(words.get(i).norm()) ? 1 : 0;
      }
    }
    if (same < LEAST) {
      return Optional.empty();
    }
    long own = words.subList(from, to).stream().filter(word -> !StopWords.has(word.norm())).count();
    return 2 * same < own ? Optional.empty() : Optional.of(new Phrase(run, alignment, from, to));
  }

  /// Takes the words of a phrase out of what stands beside nothing.
  private void take(Phrase phrase) {
    List<Word> there = phrase.there();
    int first = phrase.alignment().beside[phrase.from()];
    List<Word> run = phrase.run();
    open.remove(run);
    open(run.subList(0, first));
    open(run.subList(first + there.size(), run.size()));
    found.replaceAll(one -> one.became().containsAll(there) ? one.without(there) : one);
  }

  private List<Difference> pieces(Difference one, Phrase phrase) {
    List<Word> words = one.was();
    // What came in the place of what moved does not stand beside it.
    Both next = one.became().isEmpty() ? phrase.equal(words, phrase.from()) : null;
    Both previous = phrase.equal(words, phrase.to() - 1);
    List<Word> left = words.subList(0, phrase.from());
    List<Word> right = words.subList(phrase.to(), words.size());
    List<Difference> pieces = new ArrayList<>();
    pieces.add(new Difference(left, one.became(), How.REPLACED, one.last(), next));
    pieces.add(
        new Difference(
            words.subList(phrase.from(), phrase.to()), List.of(), How.MOVED, null, null));
    pieces.addAll(
        Differences.inside(words, phrase.from(), phrase.to(), phrase.run(), phrase.alignment()));
    pieces.add(new Difference(right, List.of(), How.REPLACED, previous, one.next()));
    pieces.removeIf(piece -> piece.how() != How.MOVED && piece.isNothing());
    return pieces;
  }
}
