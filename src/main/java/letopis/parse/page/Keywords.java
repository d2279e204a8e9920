package letopis.parse.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words, or beginnings of words, that are looked for anywhere in a text, whatever their case. Most
/// places of a text are left after one look at a table.
final class Keywords {
  private static final int ALPHABETS = 0x500;

  private final List<List<String>> byFirst = new ArrayList<>();

  /// @param words split by bars; each begins with a Latin or Cyrillic letter
  Keywords(String words) {
    for (int i = 0; i < ALPHABETS; i++) {
      byFirst.add(List.of());
    }
    for (String word : words.toLowerCase(Locale.ROOT).split("\\|")) {
      List<String> same = new ArrayList<>(byFirst.get(word.charAt(0)));
      same.add(word);
      byFirst.set(word.charAt(0), same);
    }
  }

  boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = Letters.lower(text.charAt(i));
      if (c < ALPHABETS) {
        for (String word : byFirst.get(c)) {
          if (text.regionMatches(true, i, word, 0, word.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
