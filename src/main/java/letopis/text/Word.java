package letopis.text;

import java.util.Objects;

/// One word of a text.
///
/// @param norm lower case, `ё` as `е`, without stress marks and soft hyphens; a number without the
///     spaces between its groups ("10 000" is `10000`) and with a decimal point
/// @param stem what is left of `norm` when its ending is cut off; equal for most forms of one word
/// @param start 0-based offset in the text, in UTF-16 units
/// @param end exclusive end in the text
public record Word(String norm, String stem, int start, int end) {
  public Word {
    Objects.requireNonNull(norm);
    Objects.requireNonNull(stem);
  }

  /// Whether it begins with a digit.
  public boolean isNumber() {
    return Character.isDigit(norm.charAt(0));
  }
}
