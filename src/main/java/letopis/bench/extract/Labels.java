package letopis.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import letopis.parse.page.blocks.BlockLab;

/// Says for each block of a gold page whether it belongs to the article, and how much that counts.
/// The weight is 0 where the gold does not tell.
///
/// @param labels 0 or 1
record Labels(float[] labels, float[] weights) {
  private static final int GRAM = 4;

  static Labels of(GoldPage page, BlockLab lab) {
    return page.text().isPresent() ? byText(page, page.text().get(), lab) : bySegments(page, lab);
  }

  /// readability's gold keeps captions and bylines by its own design; pages that are neither
  /// articles nor listings are few.
  private static float weight(GoldPage page) {
    return switch (page.set()) {
      case "readability" -> 0.4f;
      case "cleanportaleval" -> 0.6f;
      case "wcxb" -> page.isArticle() && !page.kind().equals("article") ? 2f : 1f;
      default -> 1f;
    };
  }

  private static Labels byText(GoldPage page, String gold, BlockLab lab) {
    List<String> words = Scores.words(gold.toLowerCase(Locale.ROOT));
    Map<String, List<Integer>> grams = new HashMap<>();
    for (int i = 0; i + GRAM <= words.size(); i++) {
      grams
          .computeIfAbsent(String.join(" ", words.subList(i, i + GRAM)), _ -> new ArrayList<>())
          .add(i);
    }
    String letters = String.join("", words);
    float[] labels = new float[lab.size()];
    float[] weights = new float[lab.size()];
    Set<String> taken = new HashSet<>();
    int position = 0;
    for (int i = 0; i < lab.size(); i++) {
      List<String> block = Scores.words(lab.text(i).toLowerCase(Locale.ROOT));
      String joined = String.join("", block);
      weights[i] = (float) Math.pow(lab.words(i), 0.8) + 0.5f;
      if (block.size() >= GRAM + 2) {
        int hits = 0;
        int last = -1;
        for (int k = 0; k + GRAM <= block.size(); k++) {
          List<Integer> at = grams.get(String.join(" ", block.subList(k, k + GRAM)));
          if (at != null) {
            hits++;
            int from = position;
            last = at.stream().filter(p -> p >= from).findFirst().orElse(at.getLast()) + GRAM;
          }
        }
        double share = (double) hits / (block.size() - GRAM + 1);
        labels[i] = share >= 0.5 ? 1 : 0;
        if (share > 0.3 && share < 0.7) {
          weights[i] *= 0.5f;
        }
        if (labels[i] == 1) {
          position = last;
        }
      } else if (joined.length() >= 24 && letters.contains(joined)) {
        labels[i] = 1;
      } else {
        int found = find(words, block, position, position + 8);
        labels[i] = found >= 0 ? 1 : 0;
        position = found >= 0 ? found : position;
      }
      // Of two equal blocks the gold does not say which one it means.
      if (labels[i] == 1 && joined.length() >= 24 && !taken.add(joined)) {
        weights[i] = 0;
      }
    }
    if (page.set().equals("fundus") || page.set().equals("ru-mixed")) {
      forgetItems(lab, labels, weights);
    }
    scale(weights, weight(page));
    return new Labels(labels, weights);
  }

  /// The gold of two sets was made by scrapers that take paragraphs and headings only: that a
  /// list or table inside the article is not there says nothing.
  private static void forgetItems(BlockLab lab, float[] labels, float[] weights) {
    int first = 0;
    int last = lab.size() - 1;
    while (first < lab.size() && labels[first] == 0) {
      first++;
    }
    while (last >= 0 && labels[last] == 0) {
      last--;
    }
    for (int i = first; i < last; i++) {
      if (labels[i] == 0 && lab.isItem(i) && lab.linkShare(i) < 0.3) {
        weights[i] = 0;
      }
    }
  }

  /// The same page at some share of its weight.
  Labels weighing(float share) {
    float[] lighter = weights.clone();
    for (int i = 0; i < lighter.length; i++) {
      lighter[i] *= share;
    }
    return new Labels(labels, lighter);
  }

  private static int find(List<String> words, List<String> block, int from, int to) {
    for (int i = from; i < to && i + block.size() <= words.size(); i++) {
      if (words.subList(i, i + block.size()).equals(block)) {
        return i + block.size();
      }
    }
    return -1;
  }

  private static Labels bySegments(GoldPage page, BlockLab lab) {
    float[] labels = new float[lab.size()];
    float[] weights = new float[lab.size()];
    Arrays.fill(labels, 0);
    for (int i = 0; i < lab.size(); i++) {
      String text = Scores.normal(lab.text(i));
      for (String piece : page.without()) {
        if (text.contains(Scores.normal(piece))) {
          weights[i] = 0.12f;
        }
      }
      for (String piece : page.with()) {
        if (text.contains(Scores.normal(piece))) {
          labels[i] = 1;
          weights[i] = 0.12f;
        }
      }
    }
    return new Labels(labels, weights);
  }

  private static void scale(float[] weights, float total) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length && sum > 0; i++) {
      weights[i] *= total / sum;
    }
  }
}
