package letopis.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import letopis.parse.PageInput;
import letopis.parse.page.PageExtractor;
import letopis.parse.page.blocks.BlockLab;
import letopis.parse.page.blocks.BlockModel;
import letopis.parse.page.blocks.Forest;

/// Trains the two block models. Pages of one site are always in one fold, so that what a fold's
/// model says of its own pages is what it would say of sites it has never seen.
final class Training {
  static final int FOLDS = 5;
  private static final int TREES_FIRST = 90;
  private static final int TREES_SECOND = 160;
  private static final int DEPTH = 5;
  private static final float CUT = 0.35f;
  private static final int SAMPLE = 12_000;

  private final List<GoldPage> pages;
  private final List<BlockLab> labs;
  private final List<Labels> labels;
  private final int[] fold;
  private final BlockModel whole;
  private final BlockModel[] byFold = new BlockModel[FOLDS];

  Training(List<GoldPage> gold) {
    List<Example> examples =
        gold.parallelStream()
            .filter(page -> page.text().isPresent() || !page.with().isEmpty())
            .flatMap(Training::examples)
            .toList();
    this.pages = examples.stream().map(Example::page).toList();
    this.labs = examples.stream().map(Example::lab).toList();
    this.labels = examples.stream().map(Example::labels).toList();
    this.fold = pages.stream().mapToInt(page -> foldOf(page)).toArray();
    Forest[] firsts = trainFirst();
    for (int i = 0; i < labs.size(); i++) {
      labs.get(i).judge(firsts[fold[i]]);
    }
    Forest[] seconds = stage(TREES_SECOND, new Source(BlockLab::second, BlockLab::isAsked));
    for (int f = 0; f < FOLDS; f++) {
      byFold[f] = new BlockModel(firsts[f], seconds[f]);
    }
    whole = new BlockModel(firsts[FOLDS], seconds[FOLDS]);
  }

  private record Example(GoldPage page, BlockLab lab, Labels labels) {}

  /// A page, and the same page once more with the text of its structured data cut, so that the
  /// models do not take the end of that text for the end of the article.
  private static Stream<Example> examples(GoldPage page) {
    PageInput input = ExtractBench.input(page);
    BlockLab lab = PageExtractor.lab(input);
    Labels labels = Labels.of(page, lab);
    Random random = new Random(page.id().hashCode());
    return PageExtractor.lab(input, 0.1 + 0.7 * random.nextDouble())
        .map(
            cut ->
                Stream.of(
                    new Example(page, lab, labels.weighing(1 - CUT)),
                    new Example(page, cut, labels.weighing(CUT))))
        .orElseGet(() -> Stream.of(new Example(page, lab, labels)));
  }

  /// The fold whose model has not seen this page's site.
  static int foldOf(GoldPage page) {
    return Math.floorMod(page.site().hashCode() * 0x9E3779B1 >>> 7, FOLDS);
  }

  /// Trained on all pages: what is shipped.
  BlockModel whole() {
    return whole;
  }

  /// Trained on all folds but this one.
  BlockModel without(int fold) {
    return byFold[fold];
  }

  private Forest[] trainFirst() {
    return stage(TREES_FIRST, new Source(BlockLab::first, (_, _) -> true));
  }

  /// Where the features of one stage come from, and about which blocks it is asked.
  private record Source(
      BiFunction<BlockLab, Integer, float[]> features, BiPredicate<BlockLab, Integer> asked) {}

  /// One forest for each fold left out, and last one from all.
  private Forest[] stage(int trees, Source source) {
    Bins bins = new Bins(sample(source));
    Boosting boosting = new Boosting(trees, DEPTH, bins);
    List<byte[]> rows = new ArrayList<>();
    List<float[]> facts = new ArrayList<>();
    for (int p = 0; p < labs.size(); p++) {
      Labels known = labels.get(p);
      for (int i = 0; i < labs.get(p).size(); i++) {
        if (known.weights()[i] > 0 && source.asked().test(labs.get(p), i)) {
          rows.add(bins.bin(source.features().apply(labs.get(p), i)));
          facts.add(new float[] {known.labels()[i], known.weights()[i], fold[p]});
        }
      }
    }
    return IntStream.rangeClosed(0, FOLDS)
        .parallel()
        .mapToObj(out -> train(boosting, rows, facts, out))
        .toArray(Forest[]::new);
  }

  private static Forest train(Boosting boosting, List<byte[]> rows, List<float[]> facts, int out) {
    int[] in = IntStream.range(0, rows.size()).filter(i -> (int) facts.get(i)[2] != out).toArray();
    byte[][] some = Arrays.stream(in).mapToObj(rows::get).toArray(byte[][]::new);
    float[] labels = new float[in.length];
    float[] weights = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      labels[i] = facts.get(in[i])[0];
      weights[i] = facts.get(in[i])[1];
    }
    return boosting.train(some, labels, weights);
  }

  private float[][] sample(Source source) {
    Random random = new Random(3);
    float[][] sample = new float[SAMPLE][];
    int made = 0;
    while (made < SAMPLE) {
      BlockLab lab = labs.get(random.nextInt(labs.size()));
      int block = lab.size() == 0 ? -1 : random.nextInt(lab.size());
      if (block >= 0 && source.asked().test(lab, block)) {
        sample[made++] = source.features().apply(lab, block);
      }
    }
    return sample;
  }
}
