package letopis.parse.page.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Reads fields of JSON-LD objects however they are written: with a prefix or without, a value
/// alone, in a list, as `{"@value": …}`, or an object that only names another one by its `@id`.
final class MarkedFields {
  private static final int DEEPEST = 12;
  private static final List<String> PREFIXES =
      List.of("", "schema:", "https://schema.org/", "http://schema.org/");

  /// What is left where a text was escaped twice.
  private static final Pattern ENTITY = Pattern.compile("&(?:#x?[0-9a-fA-F]{1,6}|[a-z]{2,8});");

  /// What has an `@id`, which others name instead of repeating it.
  private final Map<String, JsonNode> byId = new HashMap<>();

  /// @param root of everything that may be named by an `@id`
  MarkedFields(JsonNode root) {
    remember(root, 0);
  }

  private void remember(JsonNode node, int depth) {
    if (node.path("@id").isTextual() && node.size() > 1) {
      byId.putIfAbsent(node.path("@id").asText(), node);
    }
    if (depth < DEEPEST) {
      node.forEach(child -> remember(child, depth + 1));
    }
  }

  /// All values of a field, in order; empty when it has none.
  List<JsonNode> all(JsonNode node, String field) {
    List<JsonNode> all = new ArrayList<>();
    for (String prefix : PREFIXES) {
      JsonNode value = node.path(prefix + field);
      if (value.isArray()) {
        value.forEach(one -> all.add(whole(one)));
      } else if (!value.isMissingNode() && !value.isNull()) {
        all.add(whole(value));
      }
      if (!all.isEmpty()) {
        break;
      }
    }
    return all;
  }

  private JsonNode whole(JsonNode node) {
    if (node.has("@value")) {
      return node.path("@value");
    }
    boolean reference = node.size() == 1 && node.path("@id").isTextual();
    return reference ? byId.getOrDefault(node.path("@id").asText(), node) : node;
  }

  /// The plain text of the first of these fields that has one; empty when none has.
  String text(JsonNode node, String... fields) {
    for (String field : fields) {
      for (JsonNode value : all(node, field)) {
        String text = plain(value);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /// The plain text of a value; empty when it is an object.
  static String plain(JsonNode value) {
    if (!value.isValueNode()) {
      return "";
    }
    String text = Jsoup.parse(value.asText("")).text().strip();
    return ENTITY.matcher(text).find()
        ? Parser.unescapeEntities(text, false).replaceAll("[\\s\u00a0]+", " ").strip()
        : text;
  }
}
