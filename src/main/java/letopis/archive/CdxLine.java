package letopis.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.url.WebAddress;

/// One line of a CDXJ index, as pywb and other replay tools read it: a sortable key, a 14-digit
/// time, and JSON. Our own `at` keeps the full time.
///
/// @param end offset after the last record that belongs to this capture
record CdxLine(
    String url,
    Instant at,
    int status,
    String mime,
    String digest,
    String file,
    long offset,
    long length,
    long end,
    boolean revisit) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  /// The part of the key that all captures of one address share: the host's labels from the right,
  /// then port, path and query; neither scheme nor fragment. Case is kept, unlike elsewhere: two
  /// articles must not share it.
  static String key(String url) {
    Optional<URI> parsed = WebAddress.parse(url);
    if (parsed.isEmpty()) {
      return url.replace(' ', '+') + " ";
    }
    URI uri = parsed.get();
    List<String> labels = Arrays.asList(WebAddress.host(uri).split("\\."));
    Collections.reverse(labels);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return String.join(",", labels) + port + ")" + uri.getRawPath() + query + " ";
  }

  static Optional<CdxLine> parse(String line) {
    int brace = line.indexOf(" {");
    if (brace < 0) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(line.substring(brace + 1));
      return Optional.of(
          new CdxLine(
              json.path("url").asText(),
              Instant.parse(json.path("at").asText()),
              json.path("status").asInt(),
              json.path("mime").asText(),
              json.path("digest").asText(),
              json.path("filename").asText(),
              json.path("offset").asLong(),
              json.path("length").asLong(),
              json.path("end").asLong(),
              json.path("mime").asText().equals("warc/revisit")));
    } catch (JsonProcessingException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The line without its line feed.
  String text() {
    return text(key(url));
  }

  /// The same with the key, where that is known.
  String text(String key) {
    // Written for every capture: put together by hand, a fifth of the time of a tree of nodes.
    StringBuilder line = new StringBuilder(512);
    line.append(key).append(DIGITS.format(at)).append(" {\"url\":\"");
    quoted(url, line);
    line.append("\",\"mime\":\"");
    quoted(revisit ? "warc/revisit" : mime, line);
    line.append("\",\"status\":\"").append(status).append("\",\"digest\":\"");
    quoted(digest, line);
    line.append("\",\"length\":\"").append(length).append("\",\"offset\":\"").append(offset);
    line.append("\",\"filename\":\"");
    quoted(file, line);
    line.append("\",\"at\":\"").append(at).append("\",\"end\":\"").append(end);
    return line.append("\"}").toString();
  }

  private static void quoted(String text, StringBuilder line) {
    JsonStringEncoder.getInstance().quoteAsString(text, line);
  }

  CaptureRef ref() {
    return new CaptureRef(file, offset, length, digest, at);
  }
}
