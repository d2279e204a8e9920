package letopis.parse.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/// JSON of an API answer. Depth and lengths are bounded by Jackson's defaults.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isContainerNode);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// A text that is there and not empty.
  static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asText("").strip())
        .filter(value -> !value.isEmpty() && !value.equals("null"));
  }
}
