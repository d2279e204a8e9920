package letopis.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import letopis.elasticsearch.Elasticsearch;
import letopis.search.Export.Format;

/// How a row of an export looks in each format.
final class ExportRow {
  static final List<String> FIELDS =
      List.of(
          "id",
          "url",
          "title",
          "lead",
          "source",
          "source_name",
          "kind",
          "region",
          "lang",
          "published_at",
          "first_seen_at",
          "modified_at",
          "removed_at",
          "authors",
          "section",
          "tags",
          "revision",
          "cluster",
          "copy_of",
          "published_from");

  /// The field that only NDJSON has.
  static final String TEXT = "body";

  /// Characters of a text without a lead that stand in a feed.
  private static final int SUMMARY = 300;

  private ExportRow() {}

  /// What stands before the rows.
  static void begin(Format format, SearchRequest request, String page, Writer out)
      throws IOException {
    switch (format) {
      case CSV -> out.append('\uFEFF').append(String.join(",", FIELDS)).append("\r\n");
      case NDJSON -> {}
      case RSS ->
          out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
              .append("<rss version=\"2.0\"><channel><title>Letopis: ")
              .append(Export.xml(request.q()))
              .append("</title><link>")
              .append(Export.xml(page))
              .append("</link><description>")
              .append(Export.xml(request.q()))
              .append("</description>\n");
    }
  }

  /// What stands after them.
  static void end(Format format, Writer out) throws IOException {
    if (format == Format.RSS) {
      out.write("</channel></rss>\n");
    }
  }

  /// One row.
  static void write(Format format, JsonNode row, Writer out) throws IOException {
    switch (format) {
      case CSV -> csv(row, out);
      case NDJSON -> json(row, out);
      case RSS -> rss(row, out);
    }
  }

  private static void csv(JsonNode row, Writer out) throws IOException {
    for (int i = 0; i < FIELDS.size(); i++) {
      JsonNode value = row.path(FIELDS.get(i));
      List<String> parts = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(part -> parts.add(part.asText()));
      }
      String text = value.isArray() ? String.join("; ", parts) : value.asText("");
      out.append(i == 0 ? "" : ",").append(Export.cell(text));
    }
    out.append("\r\n");
  }

  private static void json(JsonNode row, Writer out) throws IOException {
    // Fields in our order, whatever order the document was stored in.
    ObjectNode ordered = Conditions.object();
    for (String field : FIELDS) {
      copy(row, field, ordered);
    }
    copy(row, TEXT, ordered);
    try (JsonGenerator generator =
        Elasticsearch.JSON
            .getFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)) {
      Elasticsearch.JSON.writeTree(generator, ordered);
    }
    out.append('\n');
  }

  private static void copy(JsonNode row, String field, ObjectNode ordered) {
    if (row.has(field)) {
      ordered.set(field, row.get(field));
    }
  }

  /// The lead, else the begin of the text.
  private static String summary(JsonNode row) {
    String lead = row.path("lead").asText("");
    String text = row.path(TEXT).asText("");
    if (!lead.isBlank() || text.length() <= SUMMARY) {
      return lead.isBlank() ? text : lead;
    }
    int end = text.lastIndexOf(' ', SUMMARY);
    return text.substring(0, end > 0 ? end : SUMMARY) + "…";
  }

  private static void rss(JsonNode row, Writer out) throws IOException {
    String title = row.path("title").asText("");
    String date = row.path("published_at").asText("");
    out.append("<item><title>")
        .append(Export.xml(title))
        .append("</title><link>")
        .append(Export.xml(row.path("url").asText("")))
        .append("</link><guid isPermaLink=\"false\">")
        .append(Export.xml(row.path("id").asText("")))
        .append("</guid>")
        .append(
            date.isEmpty() ? "" : "<pubDate>" + Export.rfc1123(Instant.parse(date)) + "</pubDate>")
        .append("<description>")
        // Readers of feeds take a description for HTML: the text must come out as text there, too.
        .append(Export.xml(Export.xml(summary(row))))
        .append("</description><category>")
        .append(Export.xml(row.path("source_name").asText("")))
        .append("</category></item>\n");
  }
}
