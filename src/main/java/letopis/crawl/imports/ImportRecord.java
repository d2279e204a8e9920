package letopis.crawl.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.crawl.page.Assembler;
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
import letopis.text.Languages;
import letopis.url.CanonicalUrl;

/// Reads one line of an imported file: a JSON object with `url` and `text`, and perhaps `source`,
/// `published`, `title`, `lang`, `authors`, `tags`, `links`. Other fields are kept under `extra`.
final class ImportRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of("url", "source", "published", "title", "text", "lang", "authors", "tags", "links");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final int LONGEST_LABEL = 200;

  /// Clocks run ahead.
  private static final Duration AHEAD = Duration.ofMinutes(15);

  /// A time without a zone may be that of any.
  private static final Duration AHEAD_ANYWHERE = Duration.ofHours(14);

  private final Optional<String> urlTemplate;

  /// @param urlTemplate makes the address of records without one, such as
  ///     `https://t.me/c/{channel_id}/{message_id}`
  ImportRecord(Optional<String> urlTemplate) {
    this.urlTemplate = urlTemplate;
  }

  /// A record, or why it is none.
  sealed interface Parsed {
    /// @param label of its source, as the record says
    /// @param by makes the document when its source is known
    record Good(Optional<String> label, CanonicalUrl url, Function<Publisher, Document> by)
        implements Parsed {}

    record Bad(String reason) implements Parsed {}
  }

  /// Thrown inside only.
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

  /// Reads a line.
  ///
  /// @param at our clock
  Parsed parse(String line, Instant at) {
    try {
      return JSON.readTree(line) instanceof ObjectNode record
          ? good(record, at)
          : new Parsed.Bad("not a JSON object");
    } catch (JsonProcessingException e) {
      return new Parsed.Bad("not JSON: " + e.getOriginalMessage());
    } catch (Unusable e) {
      return new Parsed.Bad(e.getMessage());
    }
  }

  private Parsed good(ObjectNode record, Instant at) throws Unusable {
    CanonicalUrl url = url(record);
    String text = text(record, "text").orElseThrow(() -> new Unusable("no text"));
    String title = text(record, "title").orElse("");
    String lang =
        text(record, "lang")
            .map(String::strip)
            .filter(code -> code.matches("[a-z]{2,3}"))
            .orElseGet(() -> Languages.of(title + "\n" + text));
    Content content =
        new Content(
            title,
            "",
            text,
            lang,
            strings(record, "authors"),
            Optional.empty(),
            strings(record, "tags"),
            List.of(),
            links(record),
            Attribution.in(text, lang));
    String id = DocumentId.of(url.value());
    Address address =
        new Address(text(record, "url").orElse(url.value()).strip(), url.value(), List.of());
    Times times =
        new Times(
            published(record, at), at, Optional.empty(), Optional.empty(), Optional.empty(), false);
    Lineage lineage = Assembler.first(id, content, at);
    ObjectNode extra = extra(record);
    if (times.published().from() == PublishedFrom.GUESSED && record.hasNonNull("published")) {
      extra.set("published", record.get("published"));
    }
    return new Parsed.Good(
        text(record, "source").map(ImportRecord::cut),
        url,
        publisher ->
            new Document(
                id, address, publisher, content, times, lineage, Optional.empty(), false, extra));
  }

  private CanonicalUrl url(ObjectNode record) throws Unusable {
    Optional<String> given = text(record, "url").or(() -> fromTemplate(record));
    String address = given.orElseThrow(() -> new Unusable("no url"));
    return CanonicalUrl.parse(address.strip())
        .orElseThrow(() -> new Unusable("not an http or https address: " + cut(address)));
  }

  private Optional<String> fromTemplate(ObjectNode record) {
    if (urlTemplate.isEmpty()) {
      return Optional.empty();
    }
    Matcher placeholders = PLACEHOLDER.matcher(urlTemplate.get());
    StringBuilder url = new StringBuilder();
    while (placeholders.find()) {
      JsonNode value = record.path(placeholders.group(1));
      if (!value.isValueNode() || value.isNull()) {
        return Optional.empty();
      }
      String encoded = URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
      placeholders.appendReplacement(url, Matcher.quoteReplacement(encoded));
    }
    return Optional.of(placeholders.appendTail(url).toString());
  }

  private static Claimed published(ObjectNode record, Instant at) throws Unusable {
    JsonNode value = record.path("published");
    if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
      return guess(at);
    }
    Claimed claim =
        RecordDate.parse(value.asText(), ZoneOffset.UTC)
            .orElseThrow(
                () ->
                    new Unusable(
                        "published is neither RFC 3339 nor a date: " + cut(value.asText())));
    return isAhead(claim, at) ? guess(at) : claim;
  }

  private static Claimed guess(Instant at) {
    return new Claimed(at, PublishedFrom.GUESSED, Precision.SECOND, Optional.empty());
  }

  /// A time from the future is no claim.
  private static boolean isAhead(Claimed claim, Instant at) {
    return claim.at().isAfter(at.plus(claim.offset().isPresent() ? AHEAD : AHEAD_ANYWHERE));
  }

  private static List<Link> links(ObjectNode record) throws Unusable {
    List<Link> links = new ArrayList<>();
    JsonNode list = record.path("links");
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw new Unusable("links is not a list");
    }
    for (JsonNode link : list) {
      String url = link.isTextual() ? link.asText() : link.path("url").asText("");
      if (url.startsWith("http")) {
        links.add(new Link(url, link.path("text").asText("")));
      }
    }
    return links;
  }

  private static List<String> strings(ObjectNode record, String field) throws Unusable {
    JsonNode list = record.path(field);
    if (list.isTextual()) {
      return List.of(list.asText());
    }
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw new Unusable(field + " is not a list");
    }
    return list.valueStream()
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(value -> !value.isBlank() && !value.equals("null"))
        .distinct()
        .toList();
  }

  private static ObjectNode extra(ObjectNode record) {
    ObjectNode extra = JSON.createObjectNode();
    record
        .properties()
        .forEach(
            field -> {
              if (!KNOWN.contains(field.getKey())) {
                extra.set(field.getKey(), field.getValue());
              }
            });
    return extra;
  }

  /// A field with text in it.
  private static Optional<String> text(ObjectNode record, String field) throws Unusable {
    JsonNode value = record.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new Unusable(field + " is not a string");
    }
    return value.asText().isBlank() ? Optional.empty() : Optional.of(value.asText());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
  }
}
