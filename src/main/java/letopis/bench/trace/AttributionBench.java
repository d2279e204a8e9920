package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.bench.RealData;
import letopis.text.Attributions;
import letopis.text.Languages;
import letopis.text.Span;

/// Measures [Attributions] on labelled sentences of the real corpora. The labels name the corpus,
/// the record, the sentence's place in its text and the sources it names (`?` before one that may
/// count or not); the sentences themselves are read from the data.
public final class AttributionBench {
  /// The labelled sentences, in the order in which they were labelled. Each set was drawn from
  /// other documents, labelled before any rules saw it, and measured once; then it was developed
  /// with, but the last two.
  public static final List<LabelledSet> SETS =
      List.of(
          new LabelledSet("attributions-1.tsv", Optional.empty()),
          new LabelledSet("attributions-2.tsv", Optional.of(new FirstSight(0.982, 0.659))),
          new LabelledSet("attributions-3.tsv", Optional.of(new FirstSight(0.957, 0.688))),
          new LabelledSet("attributions-4.tsv", Optional.of(new FirstSight(1.000, 0.718))),
          new LabelledSet("attributions-5.tsv", Optional.of(new FirstSight(0.972, 0.745))),
          new LabelledSet("attributions-6.tsv", Optional.of(new FirstSight(0.946, 0.778))),
          new LabelledSet("attributions-7.tsv", Optional.of(new FirstSight(0.907, 0.867))),
          new LabelledSet("attributions-8.tsv", Optional.of(new FirstSight(0.871, 0.794))),
          new LabelledSet("attributions-9.tsv", Optional.of(new FirstSight(0.964, 0.871))),
          new LabelledSet("attributions-10.tsv", Optional.of(new FirstSight(0.981, 0.813))),
          new LabelledSet("attributions-11.tsv", Optional.of(new FirstSight(0.976, 0.837))),
          new LabelledSet("attributions-12.tsv", Optional.of(new FirstSight(0.980, 0.875))),
          new LabelledSet("attributions-13.tsv", Optional.of(new FirstSight(0.985, 0.931))),
          new LabelledSet("attributions-14.tsv", Optional.of(new FirstSight(0.980, 0.889))),
          new LabelledSet("attributions-15.tsv", Optional.of(new FirstSight(0.974, 0.864))),
          new LabelledSet("attributions-16.tsv", Optional.of(new FirstSight(0.931, 0.931))),
          new LabelledSet("attributions-17.tsv", Optional.of(new FirstSight(0.980, 0.860))),
          new LabelledSet("attributions-18.tsv", Optional.of(new FirstSight(1.000, 0.881))),
          new LabelledSet("attributions-19.tsv", Optional.of(new FirstSight(0.951, 0.867))),
          new LabelledSet("attributions-20.tsv", Optional.of(new FirstSight(0.979, 0.868))),
          new LabelledSet("attributions-21.tsv", Optional.of(new FirstSight(0.925, 0.881))),
          new LabelledSet("attributions-22.tsv", Optional.of(new FirstSight(0.979, 0.920))),
          new LabelledSet("attributions-23.tsv", Optional.of(new FirstSight(0.978, 0.849))),
          new LabelledSet("attributions-24.tsv", Optional.of(new FirstSight(0.977, 0.878))),
          new LabelledSet("attributions-25.tsv", Optional.of(new FirstSight(0.983, 0.934))),
          new LabelledSet("attributions-26.tsv", Optional.of(new FirstSight(0.969, 0.969))),
          new LabelledSet("attributions-27.tsv", Optional.of(new FirstSight(0.959, 0.979))),
          new LabelledSet("attributions-28.tsv", Optional.of(new FirstSight(0.982, 1.000))));

  /// Those that rules were developed with and weights are trained on: all but the last two.
  static final List<LabelledSet> DEVELOPED = SETS.subList(0, SETS.size() - 2);

  /// @param labels name of a resource of this package
  /// @param firstSight what the rules of that day made of them; none for those of the first rules
  public record LabelledSet(String labels, Optional<FirstSight> firstSight) {}

  /// Figures of rules that had not seen the sentences.
  public record FirstSight(double precision, double recall) {}

  /// What was found against what was labelled.
  ///
  /// @param right sources found where one is labelled
  /// @param wrong sources found where none is
  /// @param missed labelled sources not found
  /// @param errors for people, a line each
  public record Outcome(int sentences, int right, int wrong, int missed, List<String> errors) {
    public Outcome {
      errors = List.copyOf(errors);
    }

    public double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    public double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }
  }

  private final RealData data;
  private final Map<String, List<JsonNode>> corpora = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private int right;
  private int wrong;
  private int missed;

  public AttributionBench(RealData data) {
    this.data = data;
  }

  /// @param labels name of a resource of this package
  public Outcome run(String labels) throws IOException {
    right = 0;
    wrong = 0;
    missed = 0;
    errors.clear();
    int sentences = 0;
    try (InputStream in = AttributionBench.class.getResourceAsStream(labels)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.split("\t");
        sentences++;
        judge(sentence(fields), List.of(fields).subList(5, fields.length));
      }
    }
    return new Outcome(sentences, right, wrong, missed, errors);
  }

  /// The sentence that a line of labels is of.
  String sentence(String[] fields) throws IOException {
    List<JsonNode> corpus = corpora.get(fields[0]);
    if (corpus == null) {
      corpus = data.read(fields[0].contains("/") ? fields[0] : "5-news-corpora/" + fields[0]);
      corpora.put(fields[0], corpus);
    }
    String text = corpus.get(Integer.parseInt(fields[1])).path("text").asText();
    return text.substring(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
  }

  /// A name that a sentence has twice counts once, wherever it is found.
  private void judge(String sentence, List<String> labels) {
    List<List<Span>> open = new ArrayList<>();
    List<Span> either = new ArrayList<>();
    for (String label : labels) {
      boolean sure = !label.startsWith("?");
      List<Span> places = places(sentence, sure ? label : label.substring(1));
      if (sure) {
        open.add(places);
      } else {
        either.addAll(places);
      }
    }
    for (Attributions.Found found : Attributions.find(sentence, languageOf(sentence))) {
      List<List<Span>> named = open.stream().filter(places -> overlaps(places, found)).toList();
      if (!named.isEmpty()) {
        open.removeAll(named);
        named.forEach(either::addAll);
        right++;
      } else if (!overlaps(either, found)) {
        wrong++;
        errors.add("wrong [" + found.name() + "] in: " + sentence);
      }
    }
    missed += open.size();
    for (List<Span> label : open) {
      errors.add("missed [" + label.getFirst().of(sentence) + "] in: " + sentence);
    }
  }

  private static boolean overlaps(List<Span> places, Attributions.Found found) {
    return places.stream().anyMatch(place -> place.overlaps(found.nameSpan()));
  }

  /// Where a name stands in a sentence.
  static List<Span> places(String sentence, String name) {
    List<Span> places = new ArrayList<>();
    for (int at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
      places.add(new Span(at, at + name.length()));
    }
    return places;
  }

  static String languageOf(String sentence) {
    String lang = Languages.of(sentence);
    return lang.equals("en") ? "en" : "ru";
  }
}
