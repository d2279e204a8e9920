package letopis.search;

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
import java.util.List;
import java.util.Locale;

/// Writes every row of a search, streamed: memory does not grow with the rows. The same request
/// with the same `as_of` gives the same bytes.
public final class Export {
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
  /// says oldest; with `group=copies` only the earliest of each group.
  ///
  /// @param page the address that shows the search, for the forms that have a link to it
  /// @return how many rows were written
  /// @throws IOException when Elasticsearch or the reader goes away
  public long write(SearchRequest request, Format format, String page, OutputStream out)
      throws IOException {
    return write(request, format, page, out, Long.MAX_VALUE);
  }

  /// A feed of the newest documents of a search.
  ///
  /// @param page the address that shows the search
  /// @param most rows at most
  public long feed(SearchRequest request, String page, OutputStream out, int most)
      throws IOException {
    return write(request, Format.RSS, page, out, most);
  }

  private long write(SearchRequest request, Format format, String page, OutputStream out, long most)
      throws IOException {
    Instant asOf =
        request.period().asOf().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<String> fields = new ArrayList<>(ExportRow.FIELDS);
    if (format != Format.CSV) {
      fields.add(ExportRow.TEXT);
    }
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    long[] rows = {0};
    ExportRow.begin(format, request, page, writer);
    // A whole export reads one unchanging state of the indices; a feed only its first page.
    boolean whole = most == Long.MAX_VALUE;
    new Rows(search, request, asOf, fields)
        .each(
            whole,
            row -> {
              ExportRow.write(format, row, writer);
              return ++rows[0] < most;
            });
    ExportRow.end(format, writer);
    writer.flush();
    return rows[0];
  }

  /// The date of RSS (RFC 822 with a four-digit year).
  public static String rfc1123(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /// A cell of CSV that a spreadsheet takes for text: what begins like a formula gets an apostrophe
  /// (OWASP, CSV injection), what has a delimiter gets quotes (RFC 4180 §2).
  public static String cell(String text) {
    String start = text.stripLeading();
    boolean formula = !start.isEmpty() && "=+-@\t\r|%".indexOf(start.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula || control ? "'" + text : text;
    boolean quotes = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ');
    return quotes ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
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
