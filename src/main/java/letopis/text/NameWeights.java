package letopis.text;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// How much each feature of a name ([NameFeatures]) speaks for it that the text has something from
/// whom it names: a logistic regression, trained on labelled sentences by
/// `bench trace --train FILE`. Immutable.
public final class NameWeights {
  static final int BITS = 16;

  /// Features are told apart by so many numbers; two that share one share a weight.
  public static final int FEATURES = 1 << BITS;

  /// So many steps of a weight are one unit of log odds.
  private static final float STEPS = 32;

  private static final int LINE = 120;

  private final byte[] weights;

  private NameWeights(byte[] weights) {
    this.weights = weights;
  }

  /// The bundled weights.
  static NameWeights bundled() {
    return read(CueWords.lines("name-weights.txt"));
  }

  /// @param lines as [#lines()] writes them
  static NameWeights read(List<String> lines) {
    return new NameWeights(Base64.getDecoder().decode(String.join("", lines)));
  }

  /// @param weights log odds of each feature
  public static NameWeights of(float[] weights) {
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      steps[i] = (byte) Math.clamp(Math.round(weights[i] * STEPS), -Byte.MAX_VALUE, Byte.MAX_VALUE);
    }
    return new NameWeights(steps);
  }

  /// As lines of a resource.
  public List<String> lines() {
    String all = Base64.getEncoder().encodeToString(weights);
    return IntStream.iterate(0, at -> at < all.length(), at -> at + LINE)
        .mapToObj(at -> all.substring(at, Math.min(all.length(), at + LINE)))
        .toList();
  }

  /// Log odds that a name of these features is a source.
  ///
  /// @param count so many of them count
  float score(int[] features, int count) {
    int score = 0;
    for (int i = 0; i < count; i++) {
      score += weights[features[i]];
    }
    return score / STEPS;
  }
}
