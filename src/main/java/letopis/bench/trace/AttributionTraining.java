package letopis.bench.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import letopis.bench.RealData;
import letopis.text.Attributions;
import letopis.text.NameWeights;
import letopis.text.Span;

/// Trains [NameWeights] on the labelled sentences: a logistic regression by stochastic gradients
/// whose steps shrink with what a weight has moved (AdaGrad, Duchi et al. 2011), the mean of some
/// runs. The same sentences give the same weights.
final class AttributionTraining {
  /// Single names of sentences in which frames are silent: `+` before one that is a source, `-`
  /// before one that is none.
  private static final String NAMES = "attributions-names.tsv";

  /// Sentences of which no name is a source, with their language.
  private static final String REFUSALS = "attribution-refusals.tsv";

  private static final int RUNS = 3;
  private static final int EPOCHS = 8;
  private static final int BATCH = 64;
  private static final float RATE = 0.15f;

  /// Of the squared gradients, before there are any.
  private static final float FIRST_SQUARE = 0.01f;

  private final AttributionBench bench;
  private final List<Example> examples = new ArrayList<>();

  private record Example(int[] features, boolean source) {}

  AttributionTraining(RealData data) {
    this.bench = new AttributionBench(data);
  }

  NameWeights train(List<AttributionBench.LabelledSet> sets) throws IOException {
    for (AttributionBench.LabelledSet set : sets) {
      for (String[] fields : lines(set.labels())) {
        add(bench.sentence(fields), labels(fields));
      }
    }
    for (String[] fields : lines(NAMES)) {
      addNamed(bench.sentence(fields), fields[5]);
    }
    for (String[] fields : lines(REFUSALS)) {
      for (Attributions.Candidate one : Attributions.candidates(fields[1], fields[0])) {
        examples.add(new Example(one.features(), false));
      }
    }
    float[] mean = new float[NameWeights.FEATURES];
    for (int run = 0; run < RUNS; run++) {
      float[] weights = run(new Random(run));
      for (int i = 0; i < mean.length; i++) {
        mean[i] += weights[i] / RUNS;
      }
    }
    return NameWeights.of(mean);
  }

  private static List<String[]> lines(String resource) throws IOException {
    try (InputStream in = AttributionTraining.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private static List<String> labels(String[] fields) {
    return List.of(fields).subList(5, fields.length);
  }

  /// All names of a sentence but those that may count or not.
  private void add(String sentence, List<String> labels) {
    List<Span> sources = new ArrayList<>();
    List<Span> either = new ArrayList<>();
    for (String label : labels) {
      boolean sure = !label.startsWith("?");
      String name = sure ? label : label.substring(1);
      (sure ? sources : either).addAll(AttributionBench.places(sentence, name));
    }
    for (Attributions.Candidate one : candidates(sentence)) {
      boolean source = overlaps(sources, one);
      if (source || !overlaps(either, one)) {
        examples.add(new Example(one.features(), source));
      }
    }
  }

  private void addNamed(String sentence, String label) {
    List<Span> places = AttributionBench.places(sentence, label.substring(1));
    for (Attributions.Candidate one : candidates(sentence)) {
      if (overlaps(places, one)) {
        examples.add(new Example(one.features(), label.startsWith("+")));
      }
    }
  }

  private static List<Attributions.Candidate> candidates(String sentence) {
    return Attributions.candidates(sentence, AttributionBench.languageOf(sentence));
  }

  private static boolean overlaps(List<Span> places, Attributions.Candidate one) {
    return places.stream().anyMatch(place -> place.overlaps(one.nameSpan()));
  }

  private float[] run(Random random) {
    float[] weights = new float[NameWeights.FEATURES];
    float[] squares = new float[NameWeights.FEATURES];
    float[] gradients = new float[NameWeights.FEATURES];
    List<Example> shuffled = new ArrayList<>(examples);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(shuffled, random);
      for (int from = 0; from < shuffled.size(); from += BATCH) {
        List<Example> batch = shuffled.subList(from, Math.min(shuffled.size(), from + BATCH));
        for (Example one : batch) {
          float wrong = probability(weights, one.features()) - (one.source() ? 1 : 0);
          for (int feature : one.features()) {
            gradients[feature] += wrong;
          }
        }
        batch.forEach(one -> step(one, weights, squares, gradients));
      }
    }
    return weights;
  }

  /// Moves the weights of an example's features by the gradient of the batch, each once.
  private static void step(Example one, float[] weights, float[] squares, float[] gradients) {
    for (int feature : one.features()) {
      float gradient = gradients[feature];
      if (gradient != 0) {
        squares[feature] += gradient * gradient;
        weights[feature] -= (float) (RATE * gradient / Math.sqrt(FIRST_SQUARE + squares[feature]));
        gradients[feature] = 0;
      }
    }
  }

  private static float probability(float[] weights, int[] features) {
    float odds = 0;
    for (int feature : features) {
      odds += weights[feature];
    }
    return (float) (1 / (1 + Math.exp(-odds)));
  }
}
