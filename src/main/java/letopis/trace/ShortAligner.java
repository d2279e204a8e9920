package letopis.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.text.Sentences;
import letopis.text.Word;

/// Lays a claim of a phrase or a few sentences beside the best passage of a text.
final class ShortAligner {
  /// Words looked at on either side of a window, so that a changed first or last word is seen.
  private static final int MARGIN = 6;

  /// Windows longer than this many times the claim are cut.
  private static final int WIDEST = 4;

  private ShortAligner() {}

  /// The best passage; empty when the text has nowhere 30% of the claim's weight close together.
  static Optional<Aligned> align(Claim claim, Reading.Text read) {
    String text = read.text();
    List<Word> words = read.words();
    Optional<Aligned> best = Optional.empty();
    for (int[] window : Windows.of(claim, read.stems())) {
      int widest = WIDEST * claim.words.size() + 20;
      int from = before(text, words, window[0]);
      int to = after(text, words, Math.min(window[1], window[0] + widest));
      Aligned aligned = inWindow(claim, text, words.subList(from, to));
      if (best.isEmpty() || aligned.score() > best.get().score()) {
        best = Optional.of(aligned);
      }
      if (aligned.identical()) {
        break;
      }
    }
    return best;
  }

  /// Up to [#MARGIN] words earlier, within the sentence.
  static int before(String text, List<Word> words, int from) {
    int at = from;
    while (at > 0 && from - at < MARGIN && !endsBetween(text, words.get(at - 1), words.get(at))) {
      at--;
    }
    return at;
  }

  /// Up to [#MARGIN] words later, within the sentence.
  static int after(String text, List<Word> words, int to) {
    int at = to;
    while (at < words.size()
        && at - to < MARGIN
        && !endsBetween(text, words.get(at - 1), words.get(at))) {
      at++;
    }
    return at;
  }

  /// Whether a sentence ends between two neighbouring words.
  static boolean endsBetween(String text, Word one, Word next) {
    return Sentences.endBetween(text, one.end(), next.start());
  }

  private static Aligned inWindow(Claim claim, String text, List<Word> words) {
    Alignment alignment = Alignment.of(claim, words);
    int first = Integer.MAX_VALUE;
    int last = -1;
    Map<String, Integer> left = new HashMap<>();
    for (int i = 0; i < claim.words.size(); i++) {
      int at = alignment.beside[i];
      if (at >= 0) {
        first = Math.min(first, at);
        last = Math.max(last, at);
      }
      if (at < 0 || !alignment.same[i]) {
        left.merge(claim.words.get(i).stem(), 1, Integer::sum);
      }
    }
    return measure(claim, text, words, alignment, new Found(first, last, left));
  }

  /// What was found in order, and which stems of the claim were not, with how often.
  private record Found(int first, int last, Map<String, Integer> left) {}

  private static Aligned measure(
      Claim claim, String text, List<Word> words, Alignment alignment, Found found) {
    Taken taken = Taken.of(claim, words, alignment, found.left());
    if (found.last() < 0 || taken.from() >= taken.to()) {
      return new Aligned(0, 0, false, 0, 0, 0, 0, 0, 0, List.of());
    }
    int first = Math.min(found.first(), taken.from());
    int last = Math.max(found.last(), taken.to() - 1);
    List<Change> changed = Differences.of(claim, words, text, alignment, first, last + 1);
    boolean identical =
        changed.isEmpty()
            && last - first + 1 == claim.words.size()
            && sameForms(claim, words, alignment);
    boolean far =
        taken.to() - 1 - taken.from() > 0 && last - first > 2 * (taken.to() - taken.from());
    return new Aligned(
        words.get(far ? taken.from() : first).start(),
        words.get(far ? taken.to() - 1 : last).end(),
        identical,
        taken.ordered() / claim.total,
        Math.min(1, taken.weight() / claim.total),
        taken.density(),
        taken.content(),
        taken.weight(),
        Math.max(reuse(claim, words.subList(first, last + 1)), inPlace(alignment, first, last)),
        changed);
  }

  /// The share of the claim's words in pairs that the passage has too.
  private static double reuse(Claim claim, List<Word> passage) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < passage.size(); i++) {
      pairs.add(passage.get(i - 1).stem() + ' ' + passage.get(i).stem());
    }
    int kept = 0;
    boolean before = false;
    for (int i = 0; i < claim.words.size(); i++) {
      boolean after =
          i + 1 < claim.words.size()
              && pairs.contains(claim.words.get(i).stem() + ' ' + claim.words.get(i + 1).stem());
      kept += before || after ? 1 : 0;
      before = after;
    }
    return (double) kept / claim.words.size();
  }

  /// The share of the claim's words that are the same when each has its word in the passage and
  /// nothing came or went: some were replaced. Else 0.
  private static double inPlace(Alignment alignment, int first, int last) {
    int[] beside = alignment.beside;
    int same = 0;
    for (int i = 0; i < beside.length; i++) {
      if (beside[i] != first + i) {
        return 0;
      }
      same += alignment.same[i] ? 1 : 0;
    }
    return last - first + 1 == beside.length ? (double) same / beside.length : 0;
  }

  private static boolean sameForms(Claim claim, List<Word> words, Alignment alignment) {
    for (int i = 0; i < claim.words.size(); i++) {
      if (!claim.words.get(i).norm().equals(words.get(alignment.beside[i]).norm())) {
        return false;
      }
    }
    return true;
  }
}
