package letopis.esplugin;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/// The official `mapping` character filter over tables instead of an automaton: the longest rule
/// that matches is applied, and every offset is corrected as Lucene's `MappingCharFilter` does.
/// Every space of a text begins a rule of ours (" ул."), so that a walk from each was a quarter of
/// what indexing a document cost.
final class MappedText extends BaseCharFilter {
  private static final int PIECE = 4096;

  private final MappingRules rules;
  private char[] text = new char[0];
  private int length = -1;
  private int at;
  private String replacement = "";
  private int replaced;
  private int shift;

  MappedText(MappingRules rules, Reader in) {
    super(in);
    this.rules = rules;
  }

  @Override
  public int read(char[] out, int from, int most) throws IOException {
    if (length < 0) {
      fill();
    }
    int to = from;
    int end = from + most;
    while (to < end) {
      if (replaced < replacement.length()) {
        out[to++] = replacement.charAt(replaced++);
      } else if (at == length) {
        break;
      } else if (!rules.mayBegin(text[at]) || !replace()) {
        out[to++] = text[at++];
      }
    }
    return to == from && most > 0 ? -1 : to - from;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  /// Takes up the replacement of the longest rule that matches here.
  private boolean replace() {
    MappingRules.@Nullable Node match = rules.longest(text, at, length);
    if (match == null || match.replacement() == null) {
      return false;
    }
    at += match.depth();
    replacement = match.replacement();
    replaced = 0;
    int shorter = match.depth() - replacement.length();
    if (shorter > 0) {
      addOffCorrectMap(at - shorter - shift, shift + shorter);
    } else {
      // All that is longer than what it stands for leads back to the same place.
      for (int i = 0; i < -shorter; i++) {
        addOffCorrectMap(at - shift + i, shift - i - 1);
      }
    }
    shift += shorter;
    return true;
  }

  private void fill() throws IOException {
    char[] all = new char[PIECE];
    int end = 0;
    for (int n = input.read(all, 0, PIECE); n >= 0; n = input.read(all, end, all.length - end)) {
      end += n;
      if (end == all.length) {
        all = Arrays.copyOf(all, 2 * end);
      }
    }
    text = all;
    length = end;
  }
}
