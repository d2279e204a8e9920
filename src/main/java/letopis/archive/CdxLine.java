package letopis.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    ObjectNode json = JSON.createObjectNode();
    json.put("url", url);
    json.put("mime", revisit ? "warc/revisit" : mime);
    json.put("status", String.valueOf(status));
    json.put("digest", digest);
    json.put("length", String.valueOf(length));
    json.put("offset", String.valueOf(offset));
    json.put("filename", file);
    json.put("at", at.toString());
    json.put("end", String.valueOf(end));
    return key(url) + DIGITS.format(at) + " " + json;
  }

  CaptureRef ref() {
    return new CaptureRef(file, offset, length, digest, at);
  }
}
