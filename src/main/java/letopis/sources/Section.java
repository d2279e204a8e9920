package letopis.sources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A mapping of a YAML file, read key by key. Every wrong value is noted in the file and answered
/// with the default, so that one run finds all mistakes; [#finish()] notes the keys nobody asked
/// for.
final class Section {
  private final YamlFile file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(YamlFile file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// A section without any key, for what the file leaves out.
  static Section empty(YamlFile file, Node near) {
    return new Section(file, near);
  }

  /// Reads a mapping node; anything else is noted and counts as empty.
  static Section of(YamlFile file, Node node, String what) {
    Section section = new Section(file, node);
    if (!(node instanceof MappingNode mapping)) {
      if (!isNull(node)) {
        file.problem(node, what + " must be a mapping of keys to values, not " + describe(node));
      }
      return section;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        file.problem(tuple.getKeyNode(), "a key must be a plain word");
        continue;
      }
      if (section.values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        file.problem(key, "\"" + key.getValue() + "\" is given twice");
      }
      section.keys.put(key.getValue(), key);
    }
    return section;
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    asked.add(key);
    Node value = values.get(key);
    return value != null && !isNull(value);
  }

  /// The keys present, whatever they are: for maps whose keys are data.
  Set<String> names() {
    asked.addAll(values.keySet());
    return values.keySet();
  }

  void problem(String key, String message) {
    file.problem(values.getOrDefault(key, node), message);
  }

  Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    Node value = values.get(key);
    if (value instanceof ScalarNode scalar) {
      String text = scalar.getValue().strip();
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
      problem(key, "\"" + key + "\" is empty");
    } else {
      problem(key, "\"" + key + "\" must be text, not " + describe(value));
    }
    return Optional.empty();
  }

  /// Text that must be there; its absence is noted.
  String required(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() && !has(key)) {
      file.problem(node, "\"" + key + "\" is missing");
    }
    return text.orElse("");
  }

  /// Text turned into a value; what the function throws with [IllegalArgumentException] is noted.
  <T> Optional<T> parsed(String key, Function<String, T> parse) {
    return text(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (IllegalArgumentException e) {
                problem(key, "\"" + key + "\": " + e.getMessage());
                return Optional.empty();
              }
            });
  }

  Duration duration(String key, Duration shortest, Duration absent) {
    return parsed(key, text -> Quantities.duration(text, shortest)).orElse(absent);
  }

  long size(String key, long absent) {
    return parsed(key, Quantities::bytes).orElse(absent);
  }

  int integer(String key, int least, int most, int absent) {
    return parsed(key, text -> Quantities.integer(text, least, most)).orElse(absent);
  }

  double number(String key, double least, double most) {
    if (!has(key)) {
      file.problem(node, "\"" + key + "\" is missing");
    }
    return parsed(key, text -> Quantities.number(text, least, most)).orElse(0.0);
  }

  /// False when it is not there.
  boolean bool(String key) {
    return parsed(key, Quantities::bool).orElse(false);
  }

  /// A list of texts; a single text counts as a list of one.
  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(values.get(key) instanceof SequenceNode sequence)) {
      return text(key).stream().toList();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        file.problem(item, "\"" + key + "\" must be a list of texts, not of " + describe(item));
      }
    }
    return texts;
  }

  Section section(String key) {
    return has(key) ? of(file, values.get(key), "\"" + key + "\"") : empty(file, node);
  }

  /// A list of mappings.
  List<Section> sections(String key) {
    if (!has(key)) {
      return List.of();
    }
    return list(file, values.get(key), "\"" + key + "\"");
  }

  /// Reads a sequence of mappings; anything else is noted.
  static List<Section> list(YamlFile file, Node node, String what) {
    if (!(node instanceof SequenceNode sequence)) {
      file.problem(node, what + " must be a list, not " + describe(node));
      return List.of();
    }
    return sequence.getValue().stream()
        .map(item -> of(file, item, "an element of " + what))
        .toList();
  }

  /// Notes every key that was not asked for, with the nearest that was.
  void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        file.problem(keys.get(key), Nearest.unknown("key", key, asked));
      }
    }
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private static String describe(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "\"" + shortened(((ScalarNode) node).getValue()) + "\"";
      case SEQUENCE -> "a list";
      case MAPPING -> "a mapping";
      case ANCHOR -> "an alias";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
