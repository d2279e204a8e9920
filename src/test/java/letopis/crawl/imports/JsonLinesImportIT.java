package letopis.crawl.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import letopis.bench.RealData;
import letopis.crawl.filing.Intake;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.state.SourceStates;
import letopis.support.TestElasticsearch;
import letopis.url.CanonicalUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of records come in whole: each record once, every refusal with its line and reason, counts
/// by source and year as in the file.
class JsonLinesImportIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String[] REAL = {
    "bruk-press-uk", "polit-ru-2022", "ru-ng-keywords", "telegram-tgrss-2025"
  };

  private final Indices indices = TestElasticsearch.freshIndices();

  @TempDir Path folder;

  @Test
  void goodLinesAreFiledAndBadOnesKeptWithLineAndReason() throws Exception {
    String lines =
        """
        {"url":"https://a.example/1","source":"Заря","published":"2025-05-09","text":"Парад прошёл"}

        {"url":"https://a.example/2","source":"Заря","published":"вчера","text":"Парад прошёл"}
        {"url":"ftp://a.example/3","text":"Парад прошёл"}
        {"url":"https://a.example/4","text":" "}
        {"text":"Парад прошёл"}
        {"url":"https://a.example/5","text":"обрыв
        ["не объект"]
        {"url":"https://a.example/6","source":7,"text":"Парад прошёл"}
        """;

    ImportCounts counts = importAll(lines);

    assertThat(counts).isEqualTo(new ImportCounts(8, 1, 0, 0, 7));
    List<JsonNode> refused = refused();
    assertThat(refused)
        .extracting(bad -> bad.path("line").asInt())
        .containsExactly(3, 4, 5, 6, 7, 8, 9);
    assertThat(refused.getFirst().path("reason").asText())
        .isEqualTo("published is neither RFC 3339 nor a date: вчера");
    assertThat(refused.getLast().path("reason").asText()).isEqualTo("source is not a string");
  }

  @Test
  void aSecondImportOfTheSameLinesAddsNothing() throws Exception {
    String lines =
        line("https://a.example/1", "Заря", "2025-05-09")
            + line("https://a.example/2?utm_source=x", "Заря", "2024-12-31T22:00:00-03:00");

    ImportCounts first = importAll(lines);
    ImportCounts second = importAll(lines);

    assertThat(first).isEqualTo(new ImportCounts(2, 2, 0, 0, 0));
    assertThat(second).isEqualTo(new ImportCounts(2, 0, 0, 2, 0));
  }

  @Test
  void recordsOfOneAddressThatDifferInTheTitleAddNothingWhenTheFileIsImportedAgain()
      throws Exception {
    String lines =
        """
        {"url":"https://a.example/1","published":"2025-05-09","title":"Парад","text":"Парад прошёл"}
        {"url":"https://a.example/1","published":"2025-05-09","title":"Салют","text":"Парад прошёл"}
        """;

    assertThat(importAll(lines)).isEqualTo(new ImportCounts(2, 1, 1, 0, 0));
    assertThat(importAll(lines)).isEqualTo(new ImportCounts(2, 0, 0, 2, 0));
  }

  @Test
  void aTimeAfterTheImportIsNoClaim() throws Exception {
    importAll(
        line("https://a.example/1", "Заря", "2099-01-01")
            + line("https://a.example/2", "Заря", "2026-03-02T21:00:00"));

    assertThat(counts("published_from")).isEqualTo(Map.of("guessed", 1L, "import", 1L));
    assertThat(years()).isEqualTo(Map.of("2026", 2L));
  }

  @Test
  void labelsThatDifferOnlyInCaseStayTwoSourcesWithIdsThatDoNotChange() throws Exception {
    String lines =
        line("https://a.example/1", "Sport", "2025-05-09")
            + line("https://b.example/1", "sport", "2025-05-09")
            + line("https://b.example/2", " sport ", "2025-05-09")
            + line("https://c.example/1", "", "2025-05-09");
    importAll(lines);
    Map<String, Long> ids = counts("source");

    importAll(lines + line("https://a.example/2", "Sport", "2025-05-09"));

    assertThat(counts("source_name")).isEqualTo(Map.of("Sport", 2L, "sport", 2L, "c.example", 1L));
    assertThat(counts("source").keySet()).isEqualTo(ids.keySet()).contains("sport", "c.example");
  }

  @Test
  void ofLargeRecordsFewAreInMemoryAtATime() throws Exception {
    String large = "x".repeat(5 << 20);
    List<Long> done = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new StringReader((large + "\n").repeat(5)));
    assertThat(run(lines, Optional.empty(), done::add).rejected()).isEqualTo(5);
    assertThat(done).containsExactly(2L, 4L, 5L);
  }

  @Test
  void recordsWithoutAnAddressGetOneFromTheTemplate() throws Exception {
    String line =
        """
        {"url":null,"channel":"город 24","post":17,"published":"2025","text":"Воды не будет"}
        {"url":null,"channel":"город 24","published":"2025","text":"Поста без номера нет"}
        """;

    ImportCounts counts = importAll(line, Optional.of("https://t.example/{channel}/{post}"));

    assertThat(counts).isEqualTo(new ImportCounts(2, 1, 0, 0, 1));
    assertThat(counts("canonical_url").keySet())
        .containsExactly("https://t.example/%D0%B3%D0%BE%D1%80%D0%BE%D0%B4+24/17");
  }

  @Test
  void countsBySourceAndYearOfRealCorporaEqualTheFiles() throws Exception {
    RealData real = RealData.fromSystem();
    assumeTrue(real.present(), "the real corpora are not there");
    Map<String, JsonNode> byUrl = new HashMap<>();
    for (String name : REAL) {
      List<JsonNode> records = real.read("5-news-corpora/" + name + ".jsonl.gz");
      importAll(records.stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
      for (JsonNode record : records) {
        // Of two records with one address the later is a version of the earlier, whose year stays.
        CanonicalUrl.parse(record.path("url").asText("").strip())
            .filter(_ -> !record.path("text").asText("").isBlank())
            .ifPresent(url -> byUrl.putIfAbsent(url.value(), record));
      }
    }
    Map<String, Long> sources = new TreeMap<>();
    Map<String, Long> years = new TreeMap<>();
    byUrl.forEach(
        (url, record) -> {
          String label = record.path("source").asText("").strip();
          String host = url.replaceAll("^https?://(www\\.)?|/.*$", "");
          sources.merge(label.isEmpty() ? host : label, 1L, Long::sum);
          years.merge(record.path("published").asText("").substring(0, 4), 1L, Long::sum);
        });

    assertThat(counts("source_name")).isEqualTo(sources);
    assertThat(years()).isEqualTo(years);
  }

  private static String line(String url, String source, String published) {
    ObjectNode record =
        JSON.createObjectNode()
            .put("url", url)
            .put("source", source)
            .put("published", published)
            .put("title", "Новость " + url)
            .put("text", "Текст новости по адресу " + url);
    return record + "\n";
  }

  private ImportCounts importAll(String lines) throws Exception {
    return importAll(lines, Optional.empty());
  }

  private ImportCounts importAll(String lines, Optional<String> template) throws Exception {
    return run(new BufferedReader(new StringReader(lines)), template, _ -> {});
  }

  private ImportCounts run(BufferedReader lines, Optional<String> template, LongConsumer progress)
      throws Exception {
    SourceLabels labels = new SourceLabels(List.of(), new SourceStates(indices));
    try (Rejects rejects = new Rejects(folder.resolve("rejects.jsonl"))) {
      ImportCounts counts =
          new JsonLinesImport(new Intake(indices), labels, template, CLOCK)
              .run(lines, "lines", rejects, progress);
      labels.save();
      indices.refresh();
      return counts;
    }
  }

  private List<JsonNode> refused() throws IOException {
    List<JsonNode> refused = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("rejects.jsonl"))) {
      refused.add(JSON.readTree(line));
    }
    return refused;
  }

  private Map<String, Long> counts(String field) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    aggregate(
            """
            {"terms":{"field":"%s","size":10000}}\
            """
                .formatted(field))
        .forEach(b -> counts.put(b.path("key").asText(), b.path("doc_count").asLong()));
    return counts;
  }

  private Map<String, Long> years() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    aggregate(
            """
            {"date_histogram":{"field":"published_at","calendar_interval":"year","format":"yyyy",\
            "min_doc_count":1}}\
            """)
        .forEach(b -> counts.put(b.path("key_as_string").asText(), b.path("doc_count").asLong()));
    return counts;
  }

  /// Asked of Elasticsearch itself, not through our own search.
  private JsonNode aggregate(String aggregation) throws IOException {
    JsonNode body = JSON.readTree("{\"size\":0,\"aggs\":{\"a\":" + aggregation + "}}");
    Elasticsearch elasticsearch = indices.elasticsearch();
    return elasticsearch
        .request("POST", "/" + indices.documents() + "/_search", body)
        .orThrow()
        .json()
        .path("aggregations")
        .path("a")
        .path("buckets");
  }
}
