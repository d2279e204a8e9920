package letopis.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/// Where the index sees the end of a sentence between two words: told by the rules of its own
/// character filter, so that a phrase of two sentences is looked for as it was indexed.
final class SentenceEnds {
  /// The token that the index has between two sentences; see `sentences` in `index-mappings`.
  static final String TOKEN = "xsentx";

  private static final String FILE = "/index-mappings/documents.json";
  private static final String RULES = "/settings/analysis/char_filter/sentences/mappings";

  /// `. А`, `! «`.
  private static final Set<String> ENDS = new HashSet<>();

  /// Words whose stop ends nothing: `ул.`.
  private static final Set<String> ABBREVIATIONS = new HashSet<>();

  static {
    try (InputStream file = SentenceEnds.class.getResourceAsStream(FILE)) {
      for (JsonNode rule : new ObjectMapper().readTree(file).at(RULES)) {
        String[] sides =
            rule.asText().replace("\\u0020", " ").replace("\\u0022", "\"").split("=>", -1);
        if (sides[1].contains(TOKEN)) {
          ENDS.add(sides[0]);
        } else if (sides[0].startsWith(" ")) {
          ABBREVIATIONS.add(sides[0].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (ENDS.isEmpty() || ABBREVIATIONS.isEmpty()) {
      throw new IllegalStateException(FILE + " has no rules for sentences");
    }
  }

  private SentenceEnds() {}

  /// Whether a sentence ends between these two pieces of a text, punctuation included.
  static boolean between(String before, String after) {
    return ENDS.contains(before.charAt(before.length() - 1) + " " + after.charAt(0))
        && !ABBREVIATIONS.contains(before);
  }
}
