package letopis.text;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The words of a text as [Words#of] has them, each normalised and stemmed only when it is asked
/// for: whoever looks at a few words of a page does not pay for the stems of all.
public final class WordList extends AbstractList<Word> implements RandomAccess {
  private final String text;
  private final Words words;
  private final int[] bounds;
  private final byte[] kinds;
  private final @Nullable String[] norms;
  private final @Nullable Word[] made;

  /// @param bounds start and exclusive end of each word, one after the other
  /// @param kinds what the characters of each word are, see [CharKinds]; may be longer
  WordList(String text, Words words, int[] bounds, byte[] kinds) {
    this.text = text;
    this.words = words;
    this.bounds = bounds;
    this.kinds = kinds;
    norms = new String[bounds.length / 2];
    made = new Word[bounds.length / 2];
  }

  /// The same with some runs of words read as one number each.
  WordList with(List<Numerals.Read> numbers) {
    int less = numbers.stream().mapToInt(one -> one.to() - one.from() - 1).sum();
    int size = size() - less;
    WordList merged = new WordList(text, words, new int[2 * size], new byte[size]);
    int from = 0;
    int at = 0;
    for (Numerals.Read number : numbers) {
      at = copy(from, number.from(), merged, at);
      merged.bounds[2 * at] = number.start();
      merged.bounds[2 * at + 1] = number.end();
      merged.kinds[at] = CharKinds.OTHER;
      merged.norms[at++] = number.norm();
      from = number.to();
    }
    copy(from, size(), merged, at);
    return merged;
  }

  private int copy(int from, int to, WordList into, int at) {
    System.arraycopy(bounds, 2 * from, into.bounds, 2 * at, 2 * (to - from));
    System.arraycopy(kinds, from, into.kinds, at, to - from);
    System.arraycopy(norms, from, into.norms, at, to - from);
    return at + to - from;
  }

  @Override
  public int size() {
    return made.length;
  }

  @Override
  public Word get(int index) {
    Word word = made[index];
    if (word == null) {
      word = words.word(norm(index), start(index), end(index));
      made[index] = word;
    }
    return word;
  }

  String text() {
    return text;
  }

  int start(int index) {
    return bounds[2 * index];
  }

  int end(int index) {
    return bounds[2 * index + 1];
  }

  /// Whether small letters are all that its normal form differs by.
  boolean isPlain(int index) {
    return CharKinds.isOfOneAlphabet(kinds[index]);
  }

  /// Whether a word may have one of some stems; false is sure.
  public boolean may(int index, Beginnings stems) {
    return !isPlain(index) || stems.may(text, start(index), end(index));
  }

  /// Whether a word begins with a digit.
  boolean isNumber(int index) {
    return !isPlain(index) && Character.isDigit(norm(index).charAt(0));
  }

  /// The word as it is written.
  public String surface(int index) {
    return text.substring(start(index), end(index));
  }

  /// [Word#norm()] without the work for the stem.
  public String norm(int index) {
    String norm = norms[index];
    if (norm == null) {
      norm = Words.norm(surface(index), kinds[index]);
      norms[index] = norm;
    }
    return norm;
  }

  /// Index of the first word that begins at `offset` or after it; the size when there is none.
  int from(int offset) {
    int low = 0;
    int high = made.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
