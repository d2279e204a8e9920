package letopis.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/// Short ways to write Elasticsearch's JSON.
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// `{name: value}`.
  static ObjectNode object(String name, JsonNode value) {
    return object().set(name, value);
  }

  static ArrayNode array(Collection<? extends JsonNode> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  /// The one query, or the best of them.
  static ObjectNode bestOf(Collection<ObjectNode> queries) {
    return queries.size() == 1
        ? queries.iterator().next()
        : object("dis_max", object("queries", array(queries)));
  }

  static ObjectNode bool(String occurrence, Collection<? extends JsonNode> queries) {
    return object("bool", object(occurrence, array(queries)));
  }
}
