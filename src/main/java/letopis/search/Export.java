package letopis.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import letopis.elasticsearch.Elasticsearch;

/// Writes every row of a search, streamed: memory does not grow with the rows. The same request
/// with the same `as_of` gives the same bytes.
public final class Export {
  private static final List<String> FIELDS =
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
          "copy_of");
  private static final String TEXT = "body";

  private final DocumentSearch search;
  private final Clock clock;

  public Export(DocumentSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  /// The forms of an export.
  public enum Format {
    /// RFC 4180 with a byte order mark, as Excel wants it; no cell can be taken for a formula.
    CSV("text/csv; charset=utf-8"),
    /// A JSON object a line, with the whole text.
    NDJSON("application/x-ndjson; charset=utf-8"),
    /// RSS 2.0.
    RSS("application/rss+xml; charset=utf-8");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    /// The media type.
    public String type() {
      return type;
    }

    /// The name in a request: `csv`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Writes all rows; the stream is flushed, not closed. Rows come newest first unless the request
  /// says oldest; with `group=copies` only the first row of each group.
  ///
  /// @return how many rows were written
  /// @throws IOException when Elasticsearch or the reader goes away
  public long write(SearchRequest request, Format format, OutputStream out) throws IOException {
    return write(request, format, out, Long.MAX_VALUE);
  }

  /// A feed of the newest documents of a search.
  ///
  /// @param most rows at most
  public long feed(SearchRequest request, OutputStream out, int most) throws IOException {
    return write(request, Format.RSS, out, most);
  }

  private long write(SearchRequest request, Format format, OutputStream out, long most)
      throws IOException {
    Instant asOf =
        request.period().asOf().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<String> fields = new ArrayList<>(FIELDS);
    if (format == Format.NDJSON) {
      fields.add(TEXT);
    }
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    // Half of each id is enough to tell groups apart, and keeps a million of them small.
    Set<Long> seen = new HashSet<>();
    boolean grouped = request.listing().groupCopies();
    long[] rows = {0};
    begin(format, request, writer);
    new Rows(search, request, asOf, fields)
        .each(
            row -> {
              if (!grouped || seen.add(hash(row.path("cluster").asText()))) {
                row(format, row, writer);
                rows[0]++;
              }
              return rows[0] < most;
            });
    if (format == Format.RSS) {
      writer.write("</channel></rss>\n");
    }
    writer.flush();
    return rows[0];
  }

  /// FNV-1a, 64 bits.
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static void begin(Format format, SearchRequest request, Writer out) throws IOException {
    switch (format) {
      case CSV -> out.append('\uFEFF').append(String.join(",", FIELDS)).append("\r\n");
      case NDJSON -> {}
      case RSS ->
          out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
              .append("<rss version=\"2.0\"><channel><title>Letopis: ")
              .append(xml(request.q()))
              .append("</title><link>/</link><description>")
              .append(xml(request.q()))
              .append("</description>\n");
    }
  }

  private static void row(Format format, JsonNode row, Writer out) throws IOException {
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
      out.append(i == 0 ? "" : ",").append(cell(text));
    }
    out.append("\r\n");
  }

  /// A cell that a spreadsheet takes for text: what begins like a formula gets an apostrophe
  /// (OWASP, CSV injection), what has a delimiter gets quotes (RFC 4180 §2).
  static String cell(String text) {
    String start = text.stripLeading();
    boolean formula = !start.isEmpty() && "=+-@\t\r|%".indexOf(start.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula || control ? "'" + text : text;
    boolean quotes = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ');
    return quotes ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
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

  private static void rss(JsonNode row, Writer out) throws IOException {
    String title = row.path("title").asText("");
    String date = row.path("published_at").asText("");
    out.append("<item><title>")
        .append(xml(title))
        .append("</title><link>")
        .append(xml(row.path("url").asText("")))
        .append("</link><guid isPermaLink=\"false\">")
        .append(xml(row.path("id").asText("")))
        .append("</guid><pubDate>")
        .append(date.isEmpty() ? "" : rfc1123(Instant.parse(date)))
        .append("</pubDate><description>")
        .append(xml(row.path("lead").asText("")))
        .append("</description><category>")
        .append(xml(row.path("source_name").asText("")))
        .append("</category></item>\n");
  }

  /// The date of RSS (RFC 822 with a four-digit year).
  public static String rfc1123(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /// Text for XML 1.0: escaped, without the characters that XML cannot have.
  public static String xml(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                  if (c == '\t'
                      || c == '\n'
                      || c >= ' ' && c < 0xD800
                      || c >= 0xE000 && c < 0xFFFE
                      || c > 0xFFFF) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
