package letopis.index.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.CaptureRef;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.Image;
import letopis.document.Lineage;
import letopis.document.Link;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.elasticsearch.Elasticsearch;

/// Turns a [Document] into the flat JSON of `index-mappings/documents.json` and back. Absent values
/// and empty lists are left out. Times are milliseconds-exact RFC 3339 in UTC.
public final class DocumentJson {
  private DocumentJson() {}

  /// The `_source` of a document.
  public static ObjectNode write(Document document) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("id", document.id());
    writeAddress(json, document.address());
    writePublisher(json, document.publisher());
    writeContent(json, document.content());
    writeTimes(json, document.times());
    writeLineage(json, document.lineage());
    document
        .capture()
        .ifPresent(
            capture ->
                json.putObject("capture")
                    .put("file", capture.file())
                    .put("offset", capture.offset())
                    .put("length", capture.length())
                    .put("digest", capture.digest())
                    .put("at", time(capture.at())));
    if (document.noarchive()) {
      json.put("noarchive", true);
    }
    if (!document.extra().isEmpty()) {
      json.set("extra", document.extra().deepCopy());
    }
    return json;
  }

  /// The document of a `_source`.
  ///
  /// @throws IllegalArgumentException when a required field is missing or malformed
  public static Document read(JsonNode json) {
    JsonNode extra = json.path("extra");
    return new Document(
        json.required("id").asText(),
        new Address(
            json.required("url").asText(),
            json.required("canonical_url").asText(),
            strings(json.path("aliases"))),
        new Publisher(
            json.required("source").asText(),
            json.required("source_name").asText(),
            json.required("kind").asText(),
            optional(json, "region")),
        readContent(json),
        readTimes(json),
        readLineage(json),
        readCapture(json.path("capture")),
        json.path("noarchive").asBoolean(false),
        extra.isObject() ? extra.<ObjectNode>deepCopy() : Elasticsearch.JSON.createObjectNode());
  }

  /// The host of an address without `www.`, in lower case; empty when it has none.
  static String domain(String url) {
    try {
      String host = URI.create(url).getHost();
      String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void writeAddress(ObjectNode json, Address address) {
    json.put("url", address.url());
    json.put("canonical_url", address.canonical());
    putStrings(json, "aliases", address.aliases());
    String domain = domain(address.canonical());
    if (!domain.isEmpty()) {
      json.put("domain", domain);
    }
  }

  private static void writePublisher(ObjectNode json, Publisher publisher) {
    json.put("source", publisher.id());
    json.put("source_name", publisher.name());
    json.put("kind", publisher.kind());
    publisher.region().ifPresent(region -> json.put("region", region));
  }

  private static void writeContent(ObjectNode json, Content content) {
    json.put("title", content.title());
    json.put("lead", content.lead());
    json.put("body", content.body());
    json.put("lang", content.lang());
    putStrings(json, "authors", content.authors());
    content.section().ifPresent(section -> json.put("section", section));
    putStrings(json, "tags", content.tags());
    for (Image image : content.images()) {
      ObjectNode entry = json.withArray("images").addObject().put("url", image.url());
      image.caption().ifPresent(caption -> entry.put("caption", caption));
    }
    for (Link link : content.links()) {
      json.withArray("links").addObject().put("url", link.url()).put("text", link.text());
    }
    for (Attribution attribution : content.attributions()) {
      ObjectNode entry =
          json.withArray("attributions")
              .addObject()
              .put("how", attribution.how().label())
              .put("name", attribution.name());
      attribution.url().ifPresent(url -> entry.put("url", url));
      entry.put("start", attribution.start()).put("end", attribution.end());
    }
  }

  private static Content readContent(JsonNode json) {
    return new Content(
        json.path("title").asText(""),
        json.path("lead").asText(""),
        json.path("body").asText(""),
        json.path("lang").asText("und"),
        strings(json.path("authors")),
        optional(json, "section"),
        strings(json.path("tags")),
        list(
            json.path("images"),
            image -> new Image(image.required("url").asText(), optional(image, "caption"))),
        list(
            json.path("links"),
            link -> new Link(link.required("url").asText(), link.path("text").asText(""))),
        list(
            json.path("attributions"),
            entry ->
                new Attribution(
                    Attribution.How.of(entry.required("how").asText()),
                    entry.required("name").asText(),
                    optional(entry, "url"),
                    entry.path("start").asInt(-1),
                    entry.path("end").asInt(-1))));
  }

  private static void writeTimes(ObjectNode json, Times times) {
    Claimed published = times.published();
    json.put("published_at", time(published.at()));
    json.put("published_from", published.from().label());
    json.put("published_precision", published.precision().label());
    published.offset().ifPresent(offset -> json.put("published_offset", offset.getId()));
    json.put("first_seen_at", time(times.firstSeenAt()));
    putTime(json, "absent_at", times.absentAt());
    putTime(json, "modified_at", times.modified());
    putTime(json, "removed_at", times.removedAt());
    json.put("backdated", times.backdated());
  }

  private static Times readTimes(JsonNode json) {
    return new Times(
        new Claimed(
            Instant.parse(json.required("published_at").asText()),
            PublishedFrom.of(json.required("published_from").asText()),
            Precision.of(json.required("published_precision").asText()),
            optional(json, "published_offset").map(ZoneOffset::of)),
        Instant.parse(json.required("first_seen_at").asText()),
        optionalTime(json, "absent_at"),
        optionalTime(json, "modified_at"),
        optionalTime(json, "removed_at"),
        json.path("backdated").asBoolean(false));
  }

  private static void writeLineage(ObjectNode json, Lineage lineage) {
    json.put("revision", lineage.revision());
    json.put("valid_from", time(lineage.validFrom()));
    putTime(json, "valid_to", lineage.validTo());
    json.put("cluster", lineage.cluster());
    lineage
        .copyOf()
        .ifPresent(
            original -> json.put("copy_of", original).put("copy_share", lineage.copyShare()));
    putStrings(json, "fingerprints", lineage.fingerprints());
  }

  private static Lineage readLineage(JsonNode json) {
    return new Lineage(
        json.required("revision").asInt(),
        Instant.parse(json.required("valid_from").asText()),
        optionalTime(json, "valid_to"),
        json.required("cluster").asText(),
        optional(json, "copy_of"),
        json.path("copy_share").asDouble(),
        strings(json.path("fingerprints")));
  }

  private static Optional<CaptureRef> readCapture(JsonNode capture) {
    return capture.isObject()
        ? Optional.of(
            new CaptureRef(
                capture.required("file").asText(),
                capture.required("offset").asLong(),
                capture.required("length").asLong(),
                capture.required("digest").asText(),
                Instant.parse(capture.required("at").asText())))
        : Optional.empty();
  }

  /// Milliseconds are what a `date` field keeps; more would be lost in search but not in `_source`.
  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static void putTime(ObjectNode json, String field, Optional<Instant> instant) {
    instant.ifPresent(value -> json.put(field, time(value)));
  }

  private static Optional<Instant> optionalTime(JsonNode json, String field) {
    return optional(json, field).map(Instant::parse);
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }

  private static void putStrings(ObjectNode json, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(field);
      values.forEach(array::add);
    }
  }

  private static List<String> strings(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    array.forEach(entry -> values.add(read.apply(entry)));
    return values;
  }
}
