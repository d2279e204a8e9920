package letopis.sources;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.sources.Configuration.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// One YAML file as a tree of nodes with their lines, and the mistakes found in it so far.
final class YamlFile {
  /// Configuration is written by hand; beyond this something else was given to us.
  private static final int MAX_BYTES = 4 << 20;

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  YamlFile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Problem> problems() {
    return problems;
  }

  /// Notes a mistake at a node.
  void problem(Node node, String message) {
    problems.add(new Problem(name, lineOf(node), message));
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /// The root node of a file; empty when the file is empty or cannot be read, which is then noted.
  Optional<Node> root(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        problems.add(new Problem(name, 0, "larger than 4 MiB"));
        return Optional.empty();
      }
      String text = Files.readString(path, StandardCharsets.UTF_8);
      LoadSettings settings =
          LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(true).build();
      return new Compose(settings).composeString(text);
    } catch (CharacterCodingException e) {
      problems.add(new Problem(name, 0, "not UTF-8"));
    } catch (IOException e) {
      problems.add(new Problem(name, 0, "cannot be read: " + e.getMessage()));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(new Problem(name, line, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(name, 0, "not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }
}
