package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import letopis.bench.RealData;
import letopis.document.Document;
import letopis.text.Word;
import letopis.text.Words;
import letopis.trace.Rarity;
import letopis.trace.StorySimilarity;

/// Same-story pairs: precision, recall and F1 of "the same", with word rarity from the corpora.
final class PairsBench {
  private static final String FOLDER = "5-news-corpora/dedup-pairs/";

  private final RealData data;
  private final Rarity rarity;
  private final PrintStream out;

  PairsBench(RealData data, List<Document> corpus, PrintStream out) {
    this.data = data;
    this.out = out;
    Map<String, Long> frequencies = new HashMap<>();
    for (Document document : corpus) {
      Set<String> stems = new HashSet<>();
      for (Word word : Words.of(document.content().body())) {
        if (stems.add(word.stem())) {
          frequencies.merge(word.stem(), 1L, Long::sum);
        }
      }
    }
    this.rarity = Rarity.ofFrequencies(frequencies, corpus.size());
  }

  void run() throws IOException {
    out.printf("%nSame-story pairs (bound %.2f)%n", StorySimilarity.SAME);
    out.printf("%-24s %6s %10s %8s %8s%n", "set", "pairs", "precision", "recall", "F1");
    judge("tgcontest-news-pairs");
    judge("nyan-telegram-pairs");
    out.println(
        "published, other pairs (rnc2021, texts not obtainable): F1 0.9604 best, 0.8910 last");
  }

  private void judge(String set) throws IOException {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    int pairs = 0;
    for (JsonNode pair : data.read(FOLDER + set + ".jsonl.gz")) {
      boolean same = pair.path("label").asText().equalsIgnoreCase("ok");
      double similarity =
          StorySimilarity.of(text(pair.path("first")), text(pair.path("second")), rarity);
      boolean said = similarity >= StorySimilarity.SAME;
      pairs++;
      right += said && same ? 1 : 0;
      wrong += said && !same ? 1 : 0;
      missed += !said && same ? 1 : 0;
    }
    double precision = right + wrong == 0 ? 0 : (double) right / (right + wrong);
    double recall = right + missed == 0 ? 0 : (double) right / (right + missed);
    double f = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    out.printf("%-24s %6d %10.3f %8.3f %8.3f%n", set, pairs, precision, recall, f);
  }

  private static String text(JsonNode side) {
    return side.path("title").asText("") + "\n" + side.path("text").asText("");
  }
}
