package letopis.text;

import java.util.List;
import java.util.Objects;

/// Finds where a text says whom it has something from: «Источник новости: X», «как сообщает X», «по
/// данным X», «со ссылкой на X», "according to X", "X reports".
public final class Attributions {
  private Attributions() {}

  /// The statements of attribution in a text, in order, none overlapping another.
  ///
  /// @param lang ISO 639-1; only `ru` and `en` have rules, anything else gives what both find
  public static List<Found> find(String text, String lang) {
    return List.of();
  }

  /// One statement.
  ///
  /// @param name as written, without quotation marks and describing words: `ТАСС`
  /// @param nameSpan where the name stands
  /// @param span the whole statement: trigger and name
  /// @param line it is a line of its own that names the source («Источник: X»), not a phrase
  public record Found(String name, Span nameSpan, Span span, boolean line) {
    public Found {
      Objects.requireNonNull(name);
      Objects.requireNonNull(nameSpan);
      Objects.requireNonNull(span);
    }
  }
}
