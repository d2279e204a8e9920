package letopis.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import letopis.document.CaptureRef;

/// References to captures in lines of the journal.
final class JournalLine {
  private JournalLine() {}

  static ObjectNode json(CaptureRef ref) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", ref.file())
        .put("offset", ref.offset())
        .put("length", ref.length())
        .put("digest", ref.digest())
        .put("at", ref.at().toString());
  }

  static CaptureRef capture(JsonNode line) {
    JsonNode ref = line.path("capture");
    return new CaptureRef(
        ref.path("file").asText(),
        ref.path("offset").asLong(),
        ref.path("length").asLong(),
        ref.path("digest").asText(),
        Instant.parse(ref.path("at").asText()));
  }
}
