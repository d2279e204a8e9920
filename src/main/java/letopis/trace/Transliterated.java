package letopis.trace;

import java.util.Locale;
import java.util.Map;

/// Tells whether two words are one name, in Latin letters and in Russian ones: Google and «Гугл»,
/// Macron and «Макрон». Compares what consonants they have, since vowels are written in many ways.
final class Transliterated {
  /// Fewer consonants are had by many names.
  private static final int LEAST = 2;

  private static final Map<Character, String> RUSSIAN =
      Map.ofEntries(
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('д', "d"),
          Map.entry('ж', "j"),
          Map.entry('з', "z"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('ф', "f"),
          Map.entry('ц', "s"),
          Map.entry('ч', "c"),
          Map.entry('ш', "c"),
          Map.entry('щ', "c"));

  private Transliterated() {}

  static boolean same(String one, String other) {
    String russian = isRussian(one) ? one : other;
    String latin = isRussian(one) ? other : one;
    if (!isRussian(russian) || isRussian(latin)) {
      return false;
    }
    String sounds = ofRussian(russian);
    return sounds.length() >= LEAST && sounds.equals(ofLatin(latin));
  }

  private static boolean isRussian(String word) {
    return word.chars().anyMatch(c -> c >= 'А' && c <= 'я');
  }

  private static String ofRussian(String word) {
    StringBuilder sounds = new StringBuilder();
    // «Джонсон»
    for (char c : word.toLowerCase(Locale.ROOT).replace("дж", "ж").toCharArray()) {
      sounds.append(RUSSIAN.getOrDefault(c, ""));
    }
    return single(sounds.toString());
  }

  private static String ofLatin(String word) {
    String sounds =
        word.toLowerCase(Locale.ROOT)
            .replaceAll("sch|sh|ch|cz|tch", "\u0001")
            .replaceAll("ph", "f")
            .replaceAll("zh", "j")
            .replaceAll("c(?=[eiy])", "s")
            .replaceAll("ck|c|q", "k")
            .replace("x", "ks")
            .replace("w", "v")
            .replaceAll("[^bdfgjklmnprstvz\u0001]", "")
            .replace('\u0001', 'c');
    return single(sounds);
  }

  private static String single(String sounds) {
    return sounds.replaceAll("(.)\\1+", "$1");
  }
}
