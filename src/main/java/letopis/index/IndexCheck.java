package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares a live index with the file that it was made from. Pure.
final class IndexCheck {
  /// Settings that an operator may change on a live index without touching what it means.
  private static final Set<String> OPERATIONAL =
      Set.of(
          "index.refresh_interval",
          "index.number_of_replicas",
          "index.auto_expand_replicas",
          "index.max_result_window");

  private static final String ANALYSIS = "index.analysis.";

  private IndexCheck() {}

  /// Every difference in mappings and in the settings that the file names.
  ///
  /// @param live `mappings` and `settings` as Elasticsearch gives them with `flat_settings=true`
  static List<Difference> compare(String index, MappingFile file, JsonNode live) {
    List<Difference> differences = new ArrayList<>();
    compare(index, flat(file.body().path("mappings")), flat(live.path("mappings")), differences);
    Map<String, String> expected = settings(file.body().path("settings"));
    Map<String, String> actual = settings(live.path("settings"));
    actual.keySet().removeIf(key -> !expected.containsKey(key) && !key.startsWith(ANALYSIS));
    compare(index, expected, actual, differences);
    return differences;
  }

  private static void compare(
      String index,
      Map<String, String> expected,
      Map<String, String> actual,
      List<Difference> differences) {
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (String key : keys) {
      String wanted = expected.get(key);
      String found = actual.get(key);
      if (wanted == null) {
        differences.add(new Difference(index, key, "is " + found + ", the file does not have it"));
      } else if (found == null) {
        differences.add(new Difference(index, key, "is missing, the file says " + wanted));
      } else if (!wanted.equals(found)) {
        differences.add(new Difference(index, key, "is " + found + ", the file says " + wanted));
      }
    }
  }

  private static Map<String, String> settings(JsonNode settings) {
    Map<String, String> flat = new TreeMap<>();
    flat(settings)
        .forEach((key, value) -> flat.put(key.startsWith("index.") ? key : "index." + key, value));
    flat.keySet().removeAll(OPERATIONAL);
    return flat;
  }

  private static Map<String, String> flat(JsonNode json) {
    Map<String, String> flat = new TreeMap<>();
    flatten("", json, flat);
    return flat;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                // An object field has its type by having properties.
                boolean implied =
                    field.getKey().equals("type")
                        && field.getValue().asText().equals("object")
                        && !path.startsWith("index.");
                if (!implied) {
                  String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                  flatten(name, field.getValue(), flat);
                }
              });
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(value -> values.add(value.asText()));
      flat.put(path, values.toString());
    } else {
      // Elasticsearch gives every setting back as a string and single values as they came.
      flat.put(path, node.asText());
    }
  }
}
