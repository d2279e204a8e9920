package letopis.bench.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which texts are copies of earlier ones: by brute force and independently of the fingerprints,
/// every run of four words as written (no stems, no sampling) against all others.
final class ExactCopies {
  /// So much of the later text is found in the earlier one of another source.
  static final double SHARE = 0.5;

  /// The same of one source.
  private static final double AT_HOME = 0.8;

  private static final int GRAM = 4;

  /// Fewer runs of words than this are a sentence or two.
  private static final int FEWEST = 15;

  /// A sentence of at least so many runs is a copy if [#SENTENCE_SHARE] of it, with all its digits,
  /// is found in a text of another source from the same hours.
  private static final int SENTENCE = 5;

  private static final double SENTENCE_SHARE = 0.75;
  private static final Duration AT_ONCE = Duration.ofHours(6);

  /// A run in so many texts of one source is no part of what they say: a footer, a list of news.
  /// A text that is published again and again counts once.
  private static final int FURNITURE = 10;

  /// So much in common makes two texts of a source one that is published again.
  private static final double AGAIN = 0.8;

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ExactCopies() {}

  /// Two texts by their places in the list, the earlier one first.
  record Pair(int first, int second) {}

  /// One text.
  record Item(String source, Instant at, String text) {}

  /// What was found.
  ///
  /// @param copies pairs of which the later text is found in the earlier one, with its share
  /// @param texts the places of those that are more than a sentence
  /// @param sentences the places of the others that are more than a phrase
  record Found(Map<Pair, Double> copies, Set<Integer> texts, Set<Integer> sentences) {}

  /// Compares all with all.
  ///
  /// @param items in the order of their publication
  static Found of(List<Item> items) {
    List<Set<Long>> all = withoutFurniture(items);
    Map<Long, List<Integer>> where = new HashMap<>();
    Map<Pair, Double> pairs = new HashMap<>();
    Set<Integer> texts = new HashSet<>();
    Set<Integer> sentences = new HashSet<>();
    int[] common = new int[items.size()];
    for (int i = 0; i < items.size(); i++) {
      Set<Long> runs = all.get(i);
      Set<Integer> touched = new HashSet<>();
      for (long run : runs) {
        for (int earlier : where.getOrDefault(run, List.of())) {
          common[earlier]++;
          touched.add(earlier);
        }
      }
      for (int earlier : touched) {
        double share = (double) common[earlier] / runs.size();
        if (isCopy(runs.size(), share, items.get(i), items.get(earlier))) {
          pairs.put(new Pair(earlier, i), share);
        }
        common[earlier] = 0;
      }
      if (runs.size() >= SENTENCE) {
        (runs.size() >= FEWEST ? texts : sentences).add(i);
      }
      for (long run : runs) {
        where.computeIfAbsent(run, _ -> new ArrayList<>(2)).add(i);
      }
    }
    return new Found(pairs, texts, sentences);
  }

  private static boolean isCopy(int runs, double share, Item item, Item earlier) {
    boolean home = item.source().equals(earlier.source());
    if (runs >= FEWEST) {
      return share >= (home ? AT_HOME : SHARE);
    }
    return runs >= SENTENCE
        && share >= SENTENCE_SHARE
        && !home
        && Duration.between(earlier.at(), item.at()).compareTo(AT_ONCE) <= 0
        && numbers(earlier.text()).containsAll(numbers(item.text()));
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /// The runs of each text but those that [#FURNITURE] texts of its source have.
  private static List<Set<Long>> withoutFurniture(List<Item> items) {
    List<Set<Long>> all = new ArrayList<>();
    Map<String, Map<Long, List<Set<Long>>>> where = new HashMap<>();
    for (Item item : items) {
      Set<Long> runs = runs(item.text());
      all.add(runs);
      Map<Long, List<Set<Long>>> ofSource =
          where.computeIfAbsent(item.source(), _ -> new HashMap<>());
      if (!isAgain(runs, ofSource)) {
        runs.forEach(run -> ofSource.computeIfAbsent(run, _ -> new ArrayList<>(2)).add(runs));
      }
    }
    for (int i = 0; i < all.size(); i++) {
      Map<Long, List<Set<Long>>> ofSource = where.get(items.get(i).source());
      Set<Long> own = new HashSet<>(all.get(i));
      own.removeIf(run -> ofSource.getOrDefault(run, List.of()).size() >= FURNITURE);
      all.set(i, own);
    }
    return all;
  }

  private static boolean isAgain(Set<Long> runs, Map<Long, List<Set<Long>>> ofSource) {
    Map<Set<Long>, Integer> common = new IdentityHashMap<>();
    for (long run : runs) {
      ofSource.getOrDefault(run, List.of()).forEach(other -> common.merge(other, 1, Integer::sum));
    }
    return common.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue()
                    >= AGAIN * (runs.size() + entry.getKey().size() - entry.getValue()));
  }

  /// The share of the second text that is found in the first; 0 for a very short one.
  static double share(String first, String second) {
    Set<Long> runs = runs(second);
    int size = runs.size();
    runs.retainAll(runs(first));
    return size < FEWEST ? 0 : (double) runs.size() / size;
  }

  private static Set<Long> runs(String text) {
    String[] words = NO_WORD.split(text.toLowerCase(Locale.ROOT).strip());
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + GRAM <= words.length; i++) {
      long hash = 7;
      for (int j = i; j < i + GRAM; j++) {
        for (int k = 0; k < words[j].length(); k++) {
          hash = hash * 1_000_003L + words[j].charAt(k);
        }
        hash = (hash ^ (hash >>> 29)) * 0xbf58476d1ce4e5b9L;
      }
      runs.add(hash);
    }
    return runs;
  }
}
