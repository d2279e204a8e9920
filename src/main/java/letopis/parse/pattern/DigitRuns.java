package letopis.parse.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks over the runs of ASCII digits of a text, for patterns that can begin at one only: a search
/// of the whole text with each of them costs ten times as much.
public final class DigitRuns {
  private final String text;
  private int start;
  private int end;

  public DigitRuns(String text) {
    this.text = text;
  }

  /// Which lengths the runs of a text have, as bits; longer ones than 31 digits as 31.
  public record Lengths(int bits) {
    public boolean none() {
      return bits == 0;
    }

    public boolean has(int length) {
      return (bits & 1 << length) != 0;
    }
  }

  public static Lengths lengths(String text) {
    int bits = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        run++;
      } else if (run > 0) {
        bits |= 1 << Math.min(run, 31);
        run = 0;
      }
    }
    return new Lengths(run > 0 ? bits | 1 << Math.min(run, 31) : bits);
  }

  /// Where the next run begins, or -1.
  public int next() {
    return nextFrom(end);
  }

  private int nextFrom(int from) {
    int at = from;
    int length = text.length();
    while (at < length && !isDigit(text.charAt(at))) {
      at++;
    }
    start = at;
    while (at < length && isDigit(text.charAt(at))) {
      at++;
    }
    end = at;
    return start < length ? start : -1;
  }

  /// Goes on behind this place, which may be within a run: the rest of that run is left out.
  public void skipTo(int place) {
    end = Math.max(end, place);
    while (end > 0
        && end < text.length()
        && isDigit(text.charAt(end - 1))
        && isDigit(text.charAt(end))) {
      end++;
    }
  }

  public int length() {
    return end - start;
  }

  /// The character after the run, and after one space; a space when the text ends there.
  public char after() {
    int at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    return at < text.length() ? text.charAt(at) : ' ';
  }

  /// For [Matcher#lookingAt] at the beginning of the run; what stands before is seen.
  public Matcher matcher(Pattern pattern) {
    return pattern
        .matcher(text)
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .region(start, text.length());
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
