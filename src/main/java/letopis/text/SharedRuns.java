package letopis.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much of one text stands in another, word for word in any inflection: the share of its runs
/// of [#GRAM] words. Exact where [Fingerprints] are a sample, and for pairs that those have found.
public final class SharedRuns {
  private static final int GRAM = 4;

  private final long[] runs;
  private final Set<String> numbers;

  private SharedRuns(long[] runs, Set<String> numbers) {
    this.runs = runs;
    this.numbers = numbers;
  }

  /// The runs of a text. Linear in its length.
  ///
  /// @param furniture fingerprints of what says nothing about where a text comes from: stretches
  ///     with no other fingerprints are left out
  public static SharedRuns of(String text, Set<String> furniture) {
    List<Word> words = Words.of(text);
    boolean[] left = Fingerprints.stretches(words, furniture);
    long[] hashes = Fingerprints.grams(words, GRAM);
    int kept = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (!left[i] || !left[i + GRAM - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < left.length; i++) {
      if (!left[i] && Numerals.isNumber(words.get(i))) {
        numbers.add(words.get(i).stem());
      }
    }
    return new SharedRuns(Arrays.stream(hashes, 0, kept).sorted().distinct().toArray(), numbers);
  }

  /// Whether each number of the other text is in this one, too.
  public boolean hasNumbersOf(SharedRuns other) {
    return numbers.containsAll(other.numbers);
  }

  /// How many different runs there are.
  public int size() {
    return runs.length;
  }

  /// The share of these runs that another text has, 0..1; 0 when there are none.
  public double shareIn(SharedRuns other) {
    int common = 0;
    int at = 0;
    for (long run : runs) {
      while (at < other.runs.length && other.runs[at] < run) {
        at++;
      }
      common += at < other.runs.length && other.runs[at] == run ? 1 : 0;
    }
    return runs.length == 0 ? 0 : (double) common / runs.length;
  }
}
