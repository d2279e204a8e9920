package letopis.bench.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Interval;
import letopis.text.Fingerprints;

/// Documents for measuring: words with the frequencies of a language (Zipf), 500 sources, three
/// years. The same seed gives the same documents.
public final class GeneratedArchive {
  /// What is counted beside the hits wherever searches are timed: three facets and a timeline.
  public static final Breakdown BREAKDOWN =
      new Breakdown(
          List.of(Dimension.SOURCE, Dimension.SECTION, Dimension.AUTHOR),
          10,
          Optional.of(Interval.MONTH),
          ZoneOffset.UTC,
          false);

  private static final int VOCABULARY = 60_000;

  /// Words of a text of about three kilobytes.
  private static final int WORDS = 230;

  private static final int BATCH = 1_000;
  private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  private static final String[] SYLLABLES = {
    "ка", "ро", "ми", "те", "ло", "ву", "зна", "при", "стро", "го", "ди", "пе", "ша", "ню", "бо",
    "кра", "мо", "се", "жи", "чу", "ры", "лю", "фе", "ви"
  };
  private static final String[] ENDINGS = {"", "а", "ов", "ам", "ный", "ного", "ить", "ал"};

  private final Random random;
  private final int words;
  private final String[] vocabulary = new String[VOCABULARY];
  private final double[] cumulative = new double[VOCABULARY];

  /// Documents of about three kilobytes.
  public GeneratedArchive(long seed) {
    this(seed, WORDS);
  }

  /// @param words of each text, at least
  public GeneratedArchive(long seed, int words) {
    this.random = new Random(seed);
    this.words = words;
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder();
      for (int left = i + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
        word.append(SYLLABLES[left % SYLLABLES.length]);
      }
      vocabulary[i] = word.append(ENDINGS[i % ENDINGS.length]).toString();
      sum += 1.0 / (i + 10);
      cumulative[i] = sum;
    }
    for (int i = 0; i < VOCABULARY; i++) {
      cumulative[i] /= sum;
    }
  }

  /// Writes documents into their partitions, and makes them visible.
  public void write(Indices indices, int count) throws IOException {
    write(indices, 0, count, Optional.empty());
    indices.refresh();
  }

  /// Writes documents of these numbers.
  ///
  /// @param writtenAt our clock; when they were published if empty
  public void write(Indices indices, int first, int count, Optional<Instant> writtenAt)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      ObjectNode document = document(first + i);
      writtenAt.ifPresent(
          at -> document.put("valid_from", at.toString()).put("first_seen_at", at.toString()));
      int year = indices.year(Instant.parse(document.path("published_at").asText()));
      ObjectNode action = Elasticsearch.JSON.createObjectNode();
      action
          .putObject("index")
          .put("_index", indices.partition(year))
          .put("_id", document.path("id").asText());
      lines.append(action).append('\n').append(document).append('\n');
      if ((i + 1) % BATCH == 0 || i == count - 1) {
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        var answer = indices.elasticsearch().lines("/_bulk", body).orThrow().json();
        if (answer.path("errors").asBoolean()) {
          throw new IOException("a document was refused: " + answer.at("/items/0"));
        }
        lines.setLength(0);
      }
    }
  }

  /// The next documents, with the fingerprints of their texts.
  ///
  /// @param first number of the first
  public List<Document> next(int first, int count) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ObjectNode json = document(first + i);
      Fingerprints.of(json.path("body").asText()).forEach(json.withArray("fingerprints")::add);
      documents.add(DocumentJson.read(json));
    }
    return documents;
  }

  /// The address of a document.
  public static String url(int number) {
    return "https://example.org/n/" + number;
  }

  private ObjectNode document(int number) {
    int source = random.nextInt(500);
    String url = url(number);
    double age = Math.pow(random.nextDouble(), 1.5);
    Instant at = END.minus(Duration.ofMinutes((long) (age * 3 * 365 * 24 * 60)));
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("id", DocumentId.of(url)).put("url", url).put("canonical_url", url);
    json.put("domain", "s" + source + ".example.org");
    json.put("source", "s" + source).put("source_name", "Источник " + source).put("kind", "news");
    json.put("title", sentence(8)).put("lead", sentence(Math.min(words, 20))).put("body", text());
    json.put("lang", "ru").putArray("authors").add("Автор " + random.nextInt(2_000));
    json.put("section", "Раздел " + random.nextInt(20));
    json.put("published_at", at.toString()).put("published_from", "feed");
    json.put("published_precision", "second").put("first_seen_at", at.toString());
    json.put("backdated", false).put("revision", 1).put("valid_from", at.toString());
    return json.put("cluster", json.path("id").asText());
  }

  private String text() {
    List<String> sentences = new ArrayList<>();
    int written = 0;
    while (written < words) {
      int length = Math.min(words, 8 + random.nextInt(12));
      sentences.add(sentence(length));
      written += length;
    }
    return String.join(". ", sentences) + ".";
  }

  private String sentence(int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append(i == 0 ? "" : " ").append(word());
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.toString();
  }

  private String word() {
    int at = java.util.Arrays.binarySearch(cumulative, random.nextDouble());
    return vocabulary[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)];
  }

  /// Queries of one word that some hundred of 200,000 documents have.
  public List<String> rareWords(int count) {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(vocabulary[VOCABULARY / 2 + random.nextInt(VOCABULARY / 2)]);
    }
    return queries;
  }

  /// Queries of one to three words that are neither the most common nor the rarest.
  public List<String> queries(int count) {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> words = new ArrayList<>();
      int length = 1 + random.nextInt(3);
      for (int k = 0; k < length; k++) {
        words.add(vocabulary[50 + random.nextInt(length == 1 ? 5_000 : 400)]);
      }
      queries.add(String.join(" ", words));
    }
    return queries;
  }
}
