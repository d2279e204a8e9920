package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.bench.RealData;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.document.Link;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.text.Fingerprints;
import letopis.url.CanonicalUrl;

/// The real corpora as documents of an archive, made as `import` makes them: claimed times only,
/// all first seen at one moment.
final class TraceCorpus {
  static final String DAY = "telegram-contest-20191101.jsonl.gz";
  static final List<String> ALL =
      List.of(
          DAY,
          "telegram-news-2024-ru.jsonl.gz",
          "ru-rt-keywords.jsonl.gz",
          "ru-ng-keywords.jsonl.gz",
          "slavic-ner-topics.jsonl.gz",
          "nerel-wikinews-ru.jsonl.gz",
          "polit-ru-2022.jsonl.gz",
          "bruk-press-uk.jsonl.gz",
          "masakhanews-africa.jsonl.gz",
          "telegram-tgrss-2025.jsonl.gz");

  /// When everything was imported.
  static final Instant IMPORTED = Instant.parse("2026-11-01T00:00:00Z");

  private TraceCorpus() {}

  /// The records of these files with a text, each address once.
  static List<Document> read(RealData data, List<String> files) throws IOException {
    List<Document> documents = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String file : files) {
      int line = 0;
      for (JsonNode record : data.read("5-news-corpora/" + file)) {
        line++;
        if (!record.path("text").asText("").isBlank()) {
          Document document = document(record, file, line);
          if (ids.add(document.id())) {
            documents.add(document);
          }
        }
      }
    }
    return documents;
  }

  private static Document document(JsonNode record, String file, int line) {
    String given = record.path("url").asText("");
    String made = "https://corpus.example/" + file.replaceAll("\\..*", "") + "/" + line;
    String url = CanonicalUrl.parse(given).map(CanonicalUrl::value).orElse(made);
    List<Link> links = new ArrayList<>();
    record
        .path("links")
        .forEach(
            link ->
                links.add(
                    new Link(link.isTextual() ? link.asText() : link.path("url").asText(), "")));
    String source = record.path("source").asText("");
    return document(
        url,
        source.isEmpty() ? file.replaceAll("\\..*", "") : source,
        record.path("title").asText(""),
        record.path("text").asText(),
        record.path("lang").asText("und"),
        published(record.path("published").asText("")),
        links);
  }

  static Document document(
      String url,
      String source,
      String title,
      String body,
      String lang,
      Optional<Instant> published,
      List<Link> links) {
    String id = DocumentId.of(url);
    boolean day = published.map(at -> at.getEpochSecond() % 86_400 == 0).orElse(false);
    Claimed claimed =
        new Claimed(
            published.orElse(IMPORTED),
            published.isPresent() ? PublishedFrom.IMPORT : PublishedFrom.GUESSED,
            day ? Precision.DAY : Precision.SECOND,
            Optional.empty());
    String sourceId =
        source.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return new Document(
        id,
        new Address(url, url, List.of()),
        new Publisher("s" + sourceId, source, "news", Optional.empty()),
        new Content(
            title,
            "",
            body,
            lang,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            links,
            Attribution.in(body, lang)),
        new Times(claimed, IMPORTED, Optional.empty(), Optional.empty(), Optional.empty(), false),
        new Lineage(1, IMPORTED, Optional.empty(), id, Optional.empty(), 0, Fingerprints.of(body)),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode());
  }

  private static Optional<Instant> published(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
