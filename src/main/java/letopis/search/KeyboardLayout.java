package letopis.search;

import java.util.Locale;
import java.util.Optional;

/// A word typed with the other keyboard layout switched on: `ujhjl` is город.
final class KeyboardLayout {
  private static final String ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  private static final String RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";

  private KeyboardLayout() {}

  /// The text as the other layout would have given it; empty when it would be the same.
  static Optional<String> other(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean cyrillic = lower.chars().anyMatch(c -> c >= 'а' && c <= 'я' || c == 'ё');
    String from = cyrillic ? RUSSIAN : ENGLISH;
    String to = cyrillic ? ENGLISH : RUSSIAN;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      int at = from.indexOf(lower.charAt(i));
      out.append(at < 0 ? lower.charAt(i) : to.charAt(at));
    }
    return out.toString().equals(lower) ? Optional.empty() : Optional.of(out.toString());
  }
}
