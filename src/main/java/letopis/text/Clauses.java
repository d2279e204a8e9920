package letopis.text;

import java.util.List;

/// Tells where clauses begin.
final class Clauses {
  private static final List<String> BEFORE_SUBJECT =
      List.of("Ранее", "Также", "Позже", "Позднее", "Накануне", "Вчера", "Сегодня", "также");
  private static final String SKIPPED = " \t\n\u000B\f\r«\"“";

  private Clauses() {}

  /// Whether a clause begins here, or «в», so that a name here is a subject.
  static boolean beginsAt(String text, int start) {
    int end = start;
    boolean more = true;
    while (end > 0 && more) {
      if (SKIPPED.indexOf(text.charAt(end - 1)) >= 0 || isSign(text.charAt(end - 1))) {
        end--;
      } else {
        int from = end;
        end -=
            BEFORE_SUBJECT.stream()
                .filter(word -> text.startsWith(word, from - word.length()))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
        more = end < from;
      }
    }
    if (end == 0 || ".!?\n,В".indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    return text.startsWith(" в", end - 2) || text.startsWith(" во", end - 3);
  }

  /// A picture, or what makes letters bold.
  private static boolean isSign(char c) {
    return c == '—' || c == '–' || c == '*' || c == '_' || c > 0x2190 && !Character.isLetter(c);
  }
}
