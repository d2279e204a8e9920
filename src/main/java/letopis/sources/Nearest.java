package letopis.sources;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what was probably meant by a word that is none of the known ones.
public final class Nearest {
  private Nearest() {}

  /// `unknown key "intervall": did you mean "interval"?`, or the list of known ones.
  static String unknown(String what, String word, Collection<String> known) {
    return "unknown "
        + what
        + " \""
        + word
        + "\""
        + to(word, known)
            .map(near -> ": did you mean \"" + near + "\"?")
            .orElseGet(() -> "; known are " + String.join(", ", known));
  }

  /// The known word with the fewest edits, when that is at most a third of the letters (or 2).
  public static Optional<String> to(String word, Collection<String> known) {
    String best = null;
    int fewest = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Levenshtein distance.
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
