package letopis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a text into sentences: at line feeds, and at `.`, `!`, `?`, `…` before white space unless
/// a small letter follows or the stop belongs to an initial or a known Russian or English
/// abbreviation.
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "г", "гг", "ул", "д", "пр", "просп", "обл", "р", "с", "пос", "им", "св", "тов", "гр", "т",
          "тыс", "млн", "млрд", "руб", "коп", "кв", "стр", "см", "ср", "напр", "проф", "акад",
          "доц", "mr", "mrs", "ms", "dr", "prof", "gov", "sen", "rep", "gen", "col", "lt", "sgt",
          "st", "jr", "sr", "no", "vs", "inc", "corp", "ltd", "co", "jan", "feb", "apr", "aug",
          "sept", "oct", "nov", "dec");

  private Sentences() {}

  /// The sentences of a text in order, without the white space around them.
  public static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (isStop(c) && endsAt(text, i))) {
        int end = c == '\n' ? i : afterStops(text, i);
        add(sentences, text, start, end);
        start = end;
        i = Math.max(i, end - 1);
      }
    }
    add(sentences, text, start, text.length());
    return sentences;
  }

  /// Whether a sentence ends between two offsets of a text.
  public static boolean endBetween(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || isStop(c) && endsAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<Span> sentences, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Span(from, to));
    }
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  private static int afterStops(String text, int at) {
    int end = at + 1;
    while (end < text.length() && (isStop(text.charAt(end)) || isClosing(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean endsAt(String text, int stop) {
    int end = afterStops(text, stop);
    if (end >= text.length()) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(end))) {
      return false;
    }
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    return text.charAt(stop) != '.' || end > stop + 1 || !isAbbreviation(text, stop);
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '»' || c == '”' || c == '’' || c == ')' || c == ']';
  }

  private static boolean isAbbreviation(String text, int stop) {
    int start = stop;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    if (start == stop) {
      return false;
    }
    String word = text.substring(start, stop);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || ABBREVIATIONS.contains(Words.normalize(word));
  }
}
