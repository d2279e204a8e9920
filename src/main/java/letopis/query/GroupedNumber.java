package letopis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The ways to write a whole number of four digits or more: `1000`, `1 000`, `1,000`. Who looks for
/// one means all of them; the index has the second as two words.
final class GroupedNumber {
  /// One in groups with spaces between, as a part of an expression; nothing that goes on behind it
  /// belongs to it.
  static final String SPACED = "[1-9]\\d{0,2}(?:\\h\\d{3})++(?![\\p{L}\\p{N}*]|[.,]\\d)";

  private static final Pattern ANY =
      Pattern.compile("[1-9]\\d{3,14}|[1-9]\\d{0,2}(?:(?:\\h\\d{3}){1,4}|(?:,\\d{3}){1,4})");

  private GroupedNumber() {}

  /// The others of these ways; none for anything else.
  static List<Inflections.Form> of(String word) {
    if (!ANY.matcher(word).matches()) {
      return List.of();
    }
    String digits = word.replaceAll("\\D", "");
    List<Inflections.Form> forms = new ArrayList<>();
    for (String form : List.of(digits, grouped(digits, " "), grouped(digits, ","))) {
      if (!form.equals(word.replaceAll("\\h", " "))) {
        forms.add(new Inflections.Form(form, true));
      }
    }
    return forms;
  }

  private static String grouped(String digits, String between) {
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, between);
    }
    return grouped.toString();
  }
}
