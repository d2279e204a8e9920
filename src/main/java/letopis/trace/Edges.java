package letopis.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import letopis.text.Numerals;
import letopis.text.StopWords;
import letopis.text.WordList;

/// Goes on from the runs that a claim and a text share, on both sides, over words that were
/// replaced one for one: what a careful forger changes stands often at the beginning of a sentence,
/// before the first run.
final class Edges {
  /// So many words in a row may have been replaced.
  private static final int REPLACED = 2;

  private final Claim claim;
  private final String text;
  private final WordList words;
  private final int[] stems;

  /// @param stems for each of the words, the number of its stem in the claim, or -1
  Edges(Claim claim, String text, WordList words, int[] stems) {
    this.claim = claim;
    this.text = text;
    this.words = words;
    this.stems = stems;
  }

  /// `length` words of the claim from `inClaim` are those of the text from `inText`; none when it
  /// only marks the far side of a replaced number.
  record Run(int inClaim, int inText, int length) {}

  /// These runs and what they go on to, in the order of the text.
  ///
  /// @param runs in the order of the text
  List<Run> of(List<Run> runs) {
    List<Run> all = new ArrayList<>(runs);
    int low = 0;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int end = run.inText() + run.length();
      int high = i + 1 < runs.size() ? runs.get(i + 1).inText() : words.size();
      goOn(run.inClaim() - 1, run.inText() - 1, -1, low, all);
      low = Math.max(end, goOn(run.inClaim() + run.length(), end, 1, high - 1, all));
    }
    all.sort(Comparator.comparingInt(Run::inText));
    return all;
  }

  /// Returns where the last of them ends.
  ///
  /// @param inClaim the next word of the claim
  /// @param inText the next one of the text
  /// @param step 1 or -1
  /// @param last where the text's words end
  private int goOn(int inClaim, int inText, int step, int last, List<Run> all) {
    int ours = inClaim;
    int at = inText;
    while (true) {
      int gap = gap(ours, at, step, last);
      if (gap < 0) {
        break;
      }
      int from = gap * step;
      int length = equal(ours + from, at + from, step, last);
      int begin = step > 0 ? 0 : 1 - length;
      all.add(new Run(ours + from + begin, at + from + begin, length));
      ours += from + length * step;
      at += from + length * step;
    }
    if (isThere(ours, at, step, last)
        && Numerals.isNumber(claim.words.get(ours))
        && Numerals.isNumber(words.get(at))) {
      int far = step > 0 ? 1 : 0;
      all.add(new Run(ours + far, at + far, 0));
      return at + far;
    }
    return at;
  }

  /// How many words were replaced before the next equal ones; -1 when there are none.
  private int gap(int inClaim, int inText, int step, int last) {
    for (int gap = 0; gap <= REPLACED; gap++) {
      int ours = inClaim + gap * step;
      int at = inText + gap * step;
      if (!isThere(ours, at, step, last)) {
        return -1;
      }
      int length = equal(ours, at, step, last);
      // A small word behind others is there by chance.
      if (length > 1 || length == 1 && (gap == 0 || !StopWords.has(words.norm(at)))) {
        return gap;
      }
    }
    return -1;
  }

  private int equal(int inClaim, int inText, int step, int last) {
    int length = 0;
    while (isThere(inClaim + length * step, inText + length * step, step, last)
        && claim.stems[inClaim + length * step] == stems[inText + length * step]) {
      length++;
    }
    return length;
  }

  /// Whether both have such a word, in the sentence of the word before.
  private boolean isThere(int inClaim, int inText, int step, int last) {
    if (inClaim < 0 || inClaim >= claim.words.size() || (last - inText) * step < 0) {
      return false;
    }
    int one = Math.min(inText, inText - step);
    return !ShortAligner.endsBetween(text, words.get(one), words.get(one + 1));
  }
}
