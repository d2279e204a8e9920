package letopis.bench.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The measures of the sets' authors.
final class Scores {
  /// Python's `\w+`: letters, digits, marks do not count, underscore does.
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private Scores() {}

  /// Hits, false and missed ones, as shares of their sum.
  record Match(double hit, double extra, double missed) {
    double precision() {
      return extra == 0 && missed == 0 ? 1 : hit == 0 ? 0 : hit / (hit + extra);
    }

    double recall() {
      return extra == 0 && missed == 0 ? 1 : hit == 0 ? 0 : hit / (hit + missed);
    }

    double f1() {
      double p = precision();
      double r = recall();
      return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
  }

  /// scrapinghub/article-extraction-benchmark, `string_shingle_matching`: multisets of 4 words.
  static Match shingles(String gold, String found) {
    return match(shingled(words(gold), 4), shingled(words(found), 4));
  }

  /// WCXB, `word_f1`: multisets of lower-case words.
  static Match bag(String gold, String found) {
    return match(
        shingled(words(gold.toLowerCase(Locale.ROOT)), 1),
        shingled(words(found.toLowerCase(Locale.ROOT)), 1));
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  static String normal(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static Map<String, Integer> shingled(List<String> words, int n) {
    Map<String, Integer> counts = new HashMap<>();
    if (words.isEmpty()) {
      return counts;
    }
    for (int i = 0; i < Math.max(1, words.size() - n + 1); i++) {
      String shingle = String.join(" ", words.subList(i, Math.min(words.size(), i + n)));
      counts.merge(shingle, 1, Integer::sum);
    }
    return counts;
  }

  private static Match match(Map<String, Integer> gold, Map<String, Integer> found) {
    double hit = 0;
    double all = 0;
    for (Map.Entry<String, Integer> entry : gold.entrySet()) {
      hit += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
      all += entry.getValue();
    }
    double returned = found.values().stream().mapToInt(Integer::intValue).sum();
    double sum = all + returned - hit;
    return sum == 0
        ? new Match(0, 0, 0)
        : new Match(hit / sum, (returned - hit) / sum, (all - hit) / sum);
  }
}
