package letopis.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Image;
import letopis.document.Lineage;
import letopis.document.Link;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.text.Fingerprints;

/// Documents for tests.
public final class TestDocuments {
  private static final Instant SEEN = Instant.parse("2026-02-03T04:05:06.789Z");

  private TestDocuments() {}

  /// Documents with different addresses and years.
  public static List<Document> several(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> published("https://example.org/" + i, "20%02d-05-06T07:08:09Z".formatted(i % 27)))
        .toList();
  }

  /// A document with every field set.
  public static Document full(String url) {
    return published(url, "2025-05-06T07:08:09Z");
  }

  /// A document with every field set.
  public static Document published(String url, String at) {
    String id = DocumentId.of(url);
    return new Document(
        id,
        new Address(url + "?utm_source=x", url, List.of(url + "/amp")),
        new Publisher("example", "Пример", "news", Optional.of("amur")),
        new Content(
            "Ёлка на площади",
            "Коротко о ёлке.",
            "Коротко о ёлке.\nНа площади поставили ёлку высотой 12 метров.",
            "ru",
            List.of("Иван Петров"),
            Optional.of("Город"),
            List.of("праздник"),
            List.of(new Image(url + "/1.jpg", Optional.of("Ёлка"))),
            List.of(new Link("https://example.com/", "здесь")),
            List.of(
                new Attribution(
                    Attribution.How.PHRASE, "ТАСС", Optional.of("https://tass.ru/1"), 3, 20))),
        new Times(
            new Claimed(
                Instant.parse(at),
                PublishedFrom.JSON_LD,
                Precision.SECOND,
                Optional.of(ZoneOffset.ofHours(9))),
            SEEN,
            Optional.of(SEEN.minusSeconds(900)),
            Optional.of(SEEN.minusSeconds(60)),
            Optional.of(SEEN.plusSeconds(60)),
            true),
        new Lineage(
            1, SEEN, Optional.empty(), id, Optional.of("original"), 0.93, List.of("a1", "b2")),
        Optional.of(new CaptureRef("20260203-1.warc.gz", 1234, 567, "sha256:abc", SEEN)),
        true,
        JsonNodeFactory.instance.objectNode().put("views", 12));
  }

  /// A document of a source with this text, published and seen at this time.
  public static Document worded(String url, String source, Instant at, String body) {
    Document full = full(url);
    Content content = full.content();
    return new Document(
        full.id(),
        new Address(url, url, List.of()),
        new Publisher(source, source, "news", Optional.empty()),
        new Content(
            "",
            "",
            body,
            content.lang(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        new Times(
            new Claimed(at, PublishedFrom.PLATFORM, Precision.SECOND, Optional.empty()),
            at,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        new Lineage(1, at, Optional.empty(), full.id(), Optional.empty(), 0, Fingerprints.of(body)),
        full.capture(),
        false,
        full.extra());
  }

  /// The next revision of a document with another title.
  public static Document revised(Document document, String title, Instant at) {
    Content content = document.content();
    Lineage lineage = document.lineage();
    return new Document(
        document.id(),
        document.address(),
        document.publisher(),
        new Content(
            title,
            content.lead(),
            content.body(),
            content.lang(),
            content.authors(),
            content.section(),
            content.tags(),
            content.images(),
            content.links(),
            content.attributions()),
        document.times(),
        new Lineage(
            lineage.revision() + 1,
            at,
            Optional.empty(),
            lineage.cluster(),
            lineage.copyOf(),
            lineage.copyShare(),
            lineage.fingerprints()),
        document.capture(),
        document.noarchive(),
        document.extra());
  }
}
