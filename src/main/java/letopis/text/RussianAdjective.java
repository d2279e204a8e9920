package letopis.text;

/// Tells Russian adjectives, participles and surnames of their form by their endings.
final class RussianAdjective {
  private RussianAdjective() {}

  /// Whether a word of a text, or some with hyphens between them, is Russian and ends like an
  /// adjective: «речной», «научно-практическая».
  ///
  /// @param capitals whether it may have capitals
  static boolean is(String text, int start, int end, boolean capitals) {
    if (end - start < 3 || !endsLikeOne(text, start, end)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean small = c >= 'а' && c <= 'я' || c == 'ё' || c == '-';
      if (!small && !(capitals && (c >= 'А' && c <= 'Я' || c == 'Ё'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsLikeOne(String text, int start, int end) {
    char last = letter(text, end - 1);
    char before = letter(text, end - 2);
    char third = letter(text, end - 3);
    char fourth = end - start > 3 ? letter(text, end - 4) : ' ';
    return switch (last) {
      case 'й' -> before == 'ы' || before == 'и' || before == 'о';
      case 'м' -> before == 'ы' || before == 'и' || before == 'о' || before == 'е';
      case 'х' -> before == 'ы' || before == 'и';
      case 'я' -> before == 'а' || before == 'я';
      case 'ю' -> before == 'у' || before == 'ю';
      case 'о' -> fourth != ' ' && before == 'г' && (third == 'о' || third == 'е');
      case 'у' -> fourth != ' ' && before == 'м' && (third == 'о' || third == 'е');
      case 'и' -> fourth != ' ' && before == 'м' && (third == 'ы' || third == 'и');
      case 'е' ->
          before == 'о'
              || before == 'е'
              || before == 'ы'
              || before == 'и' && !isNoun(third, fourth);
      default -> false;
    };
  }

  /// «решение», «событие»
  private static boolean isNoun(char third, char fourth) {
    boolean ofVerb = third == 'н' && (fourth == 'е' || fourth == 'а' || fourth == 'я');
    return third == 'т' || ofVerb || third == 'в' && fourth == 'т';
  }

  private static char letter(String text, int at) {
    char c = Character.toLowerCase(text.charAt(at));
    return c == 'ё' ? 'е' : c;
  }
}
