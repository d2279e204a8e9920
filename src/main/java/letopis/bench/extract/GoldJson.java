package letopis.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Values of gold sets, each of which writes its fields in its own way.
final class GoldJson {
  private GoldJson() {}

  /// A text that is there and not blank.
  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText().strip())
        : Optional.empty();
  }

  /// A list of texts, or one text that names several.
  static List<String> strings(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isTextual()) {
      return Arrays.stream(value.asText().split("[,;] ?|\\n| and | & "))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }
    List<String> strings = new ArrayList<>();
    value.forEach(item -> strings.add(item.asText()));
    strings.removeIf(String::isBlank);
    return strings;
  }

  /// A list as it is.
  static List<String> list(JsonNode node, String field) {
    List<String> values = new ArrayList<>();
    node.path(field).forEach(item -> values.add(item.asText()));
    return values;
  }

  /// An absolute address.
  static Optional<URI> uri(String address) {
    try {
      URI uri = new URI(address);
      return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
