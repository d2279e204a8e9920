package letopis.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Russian words written in Latin letters: `gorod`, `shchuka`; the way passports and channels'
/// names write them.
final class Transliteration {
  private static final List<Map.Entry<String, String>> PAIRS =
      List.of(
          Map.entry("shch", "щ"),
          Map.entry("sch", "щ"),
          Map.entry("yo", "е"),
          Map.entry("zh", "ж"),
          Map.entry("kh", "х"),
          Map.entry("ts", "ц"),
          Map.entry("ch", "ч"),
          Map.entry("sh", "ш"),
          Map.entry("yu", "ю"),
          Map.entry("iu", "ю"),
          Map.entry("ya", "я"),
          Map.entry("ia", "ия"),
          Map.entry("ye", "е"),
          Map.entry("iy", "ий"),
          Map.entry("yy", "ый"),
          Map.entry("''", "ъ"));
  private static final String LATIN = "abvgdeziyklmnoprstufhcjwxq'";
  private static final String RUSSIAN = "абвгдезийклмнопрстуфхцйвкк" + "ь";

  private Transliteration() {}

  /// The text in Russian letters; empty when it has no Latin ones.
  static Optional<String> russian(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < lower.length()) {
      int start = at;
      for (Map.Entry<String, String> pair : PAIRS) {
        if (lower.startsWith(pair.getKey(), at)) {
          out.append(pair.getValue());
          at += pair.getKey().length();
          break;
        }
      }
      if (at == start) {
        out.append(letter(lower, at++));
      }
    }
    return Optional.of(out.toString());
  }

  /// A `y` after a consonant is ы: `krym`.
  private static char letter(String text, int at) {
    char c = text.charAt(at);
    if (c == 'y' && at > 0 && "aeiou".indexOf(text.charAt(at - 1)) < 0) {
      return 'ы';
    }
    int known = LATIN.indexOf(c);
    return known < 0 ? c : RUSSIAN.charAt(known);
  }
}
