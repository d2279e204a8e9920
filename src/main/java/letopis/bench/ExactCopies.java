package letopis.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which texts have half of themselves from earlier ones: by brute force and independently of the
/// fingerprints, every run of four words as written (no stems, no sampling) against all others.
final class ExactCopies {
  /// So much of the later text is found in the earlier one.
  static final double SHARE = 0.5;

  private static final int GRAM = 4;

  /// Fewer runs of words than this are a sentence or two.
  private static final int FEWEST = 20;

  /// A run in so many texts of one source is no part of what they say: a footer, a list of news.
  /// A text that is published again and again counts once.
  private static final int FURNITURE = 10;

  /// So much in common makes two texts of a source one that is published again.
  private static final double AGAIN = 0.8;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ExactCopies() {}

  /// Two texts by their places in the list, the earlier one first.
  record Pair(int first, int second) {}

  /// One text.
  record Item(String source, String text) {}

  /// The pairs of which the later text is found to [#SHARE] in the earlier one, with that share.
  ///
  /// @param items in the order of their publication
  /// @param judged is told the places of the texts that are long enough to be judged
  static Map<Pair, Double> of(List<Item> items, Set<Integer> judged) {
    List<Set<Long>> all = withoutFurniture(items);
    Map<Long, List<Integer>> where = new HashMap<>();
    Map<Pair, Double> pairs = new HashMap<>();
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
        if (runs.size() >= FEWEST && share >= SHARE) {
          pairs.put(new Pair(earlier, i), share);
        }
        common[earlier] = 0;
      }
      if (runs.size() >= FEWEST) {
        judged.add(i);
      }
      for (long run : runs) {
        where.computeIfAbsent(run, _ -> new ArrayList<>(2)).add(i);
      }
    }
    return pairs;
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
