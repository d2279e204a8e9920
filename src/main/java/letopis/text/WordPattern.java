package letopis.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A pattern of whole words that texts are asked for often: each [WordForm] tries it once.
final class WordPattern {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Pattern pattern;
  private final boolean normalised;
  private final int number;

  private WordPattern(String pattern, boolean normalised) {
    this.pattern = Pattern.compile(pattern);
    this.normalised = normalised;
    this.number = COUNT.getAndIncrement();
    if (number >= Long.SIZE / 2) {
      throw new IllegalStateException("a word remembers " + Long.SIZE / 2 + " patterns only");
    }
  }

  /// A pattern of words as they are written.
  static WordPattern ofSurface(String pattern) {
    return new WordPattern(pattern, false);
  }

  /// A pattern of normalised words.
  static WordPattern ofNorm(String pattern) {
    return new WordPattern(pattern, true);
  }

  /// Tries the whole word; [WordForm#is] remembers what comes of it.
  boolean matches(WordForm form) {
    return pattern.matcher(normalised ? form.norm() : form.surface()).matches();
  }

  /// The bit for having been tried.
  long tried() {
    return 1L << 2 * number;
  }

  /// The bit for a match.
  long matched() {
    return 2L << 2 * number;
  }
}
