package letopis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import letopis.text.Attributions;
import letopis.text.Languages;
import letopis.text.Span;

/// Measures [Attributions] on labelled sentences of the real corpora. The labels name the corpus,
/// the record, the sentence's place in its text and the sources it names; the sentences
/// themselves
/// are read from the data.
public final class AttributionBench {
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

  private String sentence(String[] fields) throws IOException {
    List<JsonNode> corpus = corpora.get(fields[0]);
    if (corpus == null) {
      corpus = data.read("5-news-corpora/" + fields[0]);
      corpora.put(fields[0], corpus);
    }
    String text = corpus.get(Integer.parseInt(fields[1])).path("text").asText();
    return text.substring(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
  }

  private void judge(String sentence, List<String> labels) {
    List<Span> open = new ArrayList<>();
    for (String label : labels) {
      int at = sentence.indexOf(label);
      open.add(new Span(at, at + label.length()));
    }
    for (Attributions.Found found : Attributions.find(sentence, languageOf(sentence))) {
      if (open.removeIf(label -> label.overlaps(found.nameSpan()))) {
        right++;
      } else {
        wrong++;
        errors.add("wrong [" + found.name() + "] in: " + sentence);
      }
    }
    missed += open.size();
    for (Span label : open) {
      errors.add("missed [" + label.of(sentence) + "] in: " + sentence);
    }
  }

  private static String languageOf(String sentence) {
    String lang = Languages.of(sentence);
    return lang.equals("en") ? "en" : "ru";
  }
}
