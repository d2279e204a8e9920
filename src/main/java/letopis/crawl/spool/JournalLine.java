package letopis.crawl.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.index.state.RecordJson;

/// What stands in a line of the journal.
public final class JournalLine {
  private JournalLine() {}

  /// A whole line; empty for one that a crash has cut.
  static Optional<ObjectNode> parse(String line) {
    try {
      return RecordJson.MAPPER.readTree(line) instanceof ObjectNode whole
          ? Optional.of(whole)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// When the capture of a line was made.
  static Instant time(ObjectNode line) {
    try {
      return Instant.parse(line.path("at").asText(line.at("/capture/at").asText()));
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  /// The place of a capture, for a line.
  public static ObjectNode json(CaptureRef ref) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", ref.file())
        .put("offset", ref.offset())
        .put("length", ref.length())
        .put("digest", ref.digest())
        .put("at", ref.at().toString());
  }

  /// The place of a capture, from a line.
  public static CaptureRef capture(JsonNode line) {
    JsonNode ref = line.path("capture");
    return new CaptureRef(
        ref.path("file").asText(),
        ref.path("offset").asLong(),
        ref.path("length").asLong(),
        ref.path("digest").asText(),
        Instant.parse(ref.path("at").asText()));
  }
}
