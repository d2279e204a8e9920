package letopis.parse.charset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Derives `letter-pairs.txt` from texts: `LetterPairTrainer OUT FILE.jsonl.gz...`, each line with
/// `lang` and `text`. Not a test; kept so that the table can be made again.
public final class LetterPairTrainer {
  private static final int ENOUGH = 4_000_000;
  private static final List<String> LANGUAGES =
      List.of(
          "ru", "uk", "bg", "en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "pl", "cs", "sl",
          "hr", "hu", "ro", "tr", "el", "he", "ar", "fa", "th");

  private LetterPairTrainer() {}

  /// @param args the file to write, then the files to read
  public static void main(String[] args) throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Map<String, Integer> read = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(Path.of(args[i]))),
                  StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode node = new ObjectMapper().readTree(line);
          String lang = node.path("lang").asText();
          String text = node.path("text").asText();
          if (LANGUAGES.contains(lang) && read.getOrDefault(lang, 0) < ENOUGH) {
            read.merge(lang, text.length(), Integer::sum);
            count(text, counts.computeIfAbsent(lang, _ -> new TreeMap<>()));
          }
        }
      }
    }
    List<String> out = new ArrayList<>();
    counts.forEach((lang, pairs) -> out.add(lang + "\t" + table(pairs)));
    Files.write(Path.of(args[0]), out);
  }

  private static void count(String text, Map<String, Integer> pairs) {
    char previous = ' ';
    for (int i = 0; i < text.length(); i++) {
      char now = LetterPairs.letter(text.charAt(i));
      if (previous >= 0x80 || now >= 0x80) {
        pairs.merge("" + previous + now, 1, Integer::sum);
      }
      previous = now;
    }
  }

  /// Three characters a pair: the two letters and minus twice the natural logarithm of its share,
  /// as a letter from `!`.
  private static String table(Map<String, Integer> pairs) {
    long all = pairs.values().stream().mapToLong(Integer::longValue).sum();
    StringBuilder table = new StringBuilder();
    pairs.forEach(
        (pair, count) -> {
          double share = count / (double) all;
          if (share > 2e-5 && count > 2) {
            table.append(pair).append((char) ('!' + Math.round(-2 * Math.log(share))));
          }
        });
    return table.toString();
  }
}
