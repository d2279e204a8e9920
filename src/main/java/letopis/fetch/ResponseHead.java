package letopis.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.fetch.FetchResult.Cause;

/// Status line and header fields of one response (RFC 9112 sections 4 and 5), read leniently: bare
/// line feeds, folded lines and lines without a colon happen.
///
/// @param text as received, in ISO 8859-1, up to and with the empty line
/// @param headers lower-case names, values in order
record ResponseHead(
    String text, int status, boolean persistent, Map<String, List<String>> headers) {
  private static final Pattern STATUS_LINE =
      Pattern.compile("^HTTP/(1\\.[01]) +(\\d{3})(?: .*)?$", Pattern.DOTALL);

  /// More lines than this say nothing, and would be costly to join: a folded one is written anew
  /// with each of its lines.
  private static final int MOST_LINES = 2000;

  /// Reads the next head that is not an interim one (1xx).
  ///
  /// @param maxBytes of one head
  static ResponseHead read(Connection connection, int maxBytes) throws IOException {
    for (int interim = 0; interim < 10; interim++) {
      ResponseHead head = parse(text(connection, maxBytes));
      if (head.status() >= 200 || head.status() == 101) {
        return head;
      }
    }
    throw new FetchFailure(Cause.BAD_HTTP, "only interim answers");
  }

  List<String> values(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of());
  }

  /// Whether the body is chunked: that coding is the last one (RFC 9112 section 6.1).
  boolean isChunked() {
    List<String> codings = values("transfer-encoding");
    return !codings.isEmpty() && codings.getLast().toLowerCase(Locale.ROOT).endsWith("chunked");
  }

  private static String text(Connection connection, int maxBytes) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    int lineLength = 0;
    int lines = 0;
    while (true) {
      byte[] piece = connection.readThroughLineFeed();
      if (piece.length == 0) {
        // Nothing at all on a used connection means that the server had closed it: retried.
        throw head.size() == 0
            ? new NoAnswer()
            : new FetchFailure(Cause.RESET, "closed within the response head");
      }
      head.writeBytes(piece);
      if (head.size() > maxBytes) {
        throw new FetchFailure(Cause.BAD_HTTP, "response head over " + maxBytes + " bytes");
      }
      boolean ends = piece[piece.length - 1] == '\n';
      lines += ends ? 1 : 0;
      if (lines > MOST_LINES) {
        throw new FetchFailure(Cause.BAD_HTTP, "response head over " + MOST_LINES + " lines");
      }
      int before = lineLength + piece.length;
      if (ends && (before == 1 || (before == 2 && endsWithCrLf(head)))) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
      lineLength = ends ? 0 : before;
    }
  }

  private static boolean endsWithCrLf(ByteArrayOutputStream head) {
    String text = head.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r\n");
  }

  static ResponseHead parse(String text) throws FetchFailure {
    String[] lines = text.split("\n");
    Matcher status = STATUS_LINE.matcher(lines.length == 0 ? "" : lines[0].stripTrailing());
    if (!status.find()) {
      String start = text.substring(0, Math.min(40, text.length())).strip();
      throw new FetchFailure(Cause.BAD_HTTP, "not an HTTP/1 answer: " + start);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if ((line.startsWith(" ") || line.startsWith("\t")) && !last.isEmpty()) {
        last.set(last.size() - 1, last.getLast() + " " + line.strip());
      } else if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        last = headers.computeIfAbsent(name, _ -> new ArrayList<>());
        last.add(line.substring(colon + 1).strip());
      }
    }
    headers.replaceAll((_, values) -> List.copyOf(values));
    return new ResponseHead(
        text,
        Integer.parseInt(status.group(2)),
        persistent(status.group(1), headers.getOrDefault("connection", List.of())),
        headers);
  }

  private static boolean persistent(String version, List<String> connection) {
    String tokens = String.join(",", connection).toLowerCase(Locale.ROOT);
    return version.equals("1.1") ? !tokens.contains("close") : tokens.contains("keep-alive");
  }

  /// The connection ended before the first byte of an answer.
  static final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswer() {
      super("closed without an answer");
    }
  }
}
