package letopis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the packages to one direction: sources → fetch → archive → parse → document → index →
/// search · trace · watch → api → app → bench → cli. The write path and the read path never import
/// each other.
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?letopis\\.([a-z.]+)\\.", Pattern.MULTILINE);

  /// For each stage, the stages it may import. A package below a stage counts as the stage.
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("url", Set.of()),
          Map.entry("esplugin", Set.of()),
          Map.entry("elasticsearch", Set.of()),
          Map.entry("document", Set.of("url", "text")),
          Map.entry("sources", Set.of("url", "document", "text")),
          Map.entry("fetch", Set.of("url", "sources")),
          Map.entry("archive", Set.of("url", "document", "fetch")),
          Map.entry("parse", Set.of("url", "text", "document", "sources")),
          Map.entry("index", Set.of("url", "text", "document", "sources", "elasticsearch")),
          Map.entry(
              "crawl",
              Set.of(
                  "url",
                  "text",
                  "document",
                  "sources",
                  "fetch",
                  "archive",
                  "parse",
                  "index",
                  "elasticsearch")),
          Map.entry("query", Set.of("text", "url")),
          Map.entry(
              "search",
              Set.of("query", "url", "text", "document", "sources", "index", "elasticsearch")),
          Map.entry(
              "trace",
              Set.of(
                  "search",
                  "query",
                  "url",
                  "text",
                  "document",
                  "sources",
                  "index",
                  "elasticsearch")),
          Map.entry(
              "watch",
              Set.of(
                  "search",
                  "query",
                  "url",
                  "text",
                  "document",
                  "sources",
                  "index",
                  "elasticsearch")),
          Map.entry(
              "api",
              Set.of(
                  "watch",
                  "trace",
                  "search",
                  "query",
                  "url",
                  "text",
                  "document",
                  "sources",
                  "index",
                  "archive",
                  "elasticsearch")),
          Map.entry("demo", Set.of("url", "sources")));

  /// The rims wire everything, and no stage imports them. For each, the rims that it may import.
  private static final Map<String, Set<String>> RIMS =
      Map.of("app", Set.of(), "bench", Set.of("app"), "cli", Set.of("app", "bench"));

  /// The packages below a stage, lowest first: each imports only those named before it. The empty
  /// name is the stage's own package.
  private static final Map<String, List<String>> LAYERS =
      Map.of(
          "index", List.of("", "documents", "state"),
          "crawl",
              List.of(
                  "report", "spool", "copies", "filing", "page", "visit", "imports", "look", ""),
          "parse", List.of("", "charset", "pattern", "date", "page", "feed", "social", "source"),
          "parse.page",
              List.of("scan", "data", "titles", "blocks", "kind", "dates", "authors", "topics", ""),
          "trace", List.of("", "cases"),
          "api",
              List.of(
                  "http",
                  "access",
                  "documents",
                  "traces",
                  "cases",
                  "search",
                  "watches",
                  "sources",
                  ""),
          "bench",
              List.of(
                  "",
                  "extract",
                  "feeds",
                  "trace",
                  "index",
                  "crawl",
                  "search",
                  "resilience",
                  "lies"),
          "cli", List.of("stages", "reading", "keeping", "sources", ""));

  @Test
  void importsGoOneWay() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String stage = stageOf(file);
      assertThat(ALLOWED.containsKey(stage) || RIMS.containsKey(stage))
          .as("the stage of " + file + " is in the table")
          .isTrue();
      for (String name : imports(file).toList()) {
        String imported = name.split("\\.")[0];
        if (!imported.equals(stage) && !mayImport(stage, imported)) {
          wrong.add(file + " imports " + imported);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void importsWithinAStageGoOneWay() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String name = packageOf(file);
      LAYERS.forEach(
          (parent, layers) -> {
            if (isIn(name, parent)) {
              int own = layers.indexOf(layer(name, parent));
              assertThat(own).as("the layer of " + file + " is in the table").isNotNegative();
              imports(file)
                  .filter(imported -> isIn(imported, parent))
                  .filter(imported -> layers.indexOf(layer(imported, parent)) > own)
                  .forEach(imported -> wrong.add(file + " imports " + imported));
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean mayImport(String stage, String imported) {
    return RIMS.containsKey(stage)
        ? !RIMS.containsKey(imported) || RIMS.get(stage).contains(imported)
        : ALLOWED.get(stage).contains(imported);
  }

  @Test
  void everyPackageSaysItsPurpose() throws IOException {
    Set<Path> silent = new TreeSet<>();
    for (Path file : sources()) {
      if (!Files.exists(file.resolveSibling("package-info.java"))) {
        silent.add(file.getParent());
      }
    }
    assertThat(silent).isEmpty();
  }

  private static String stageOf(Path file) {
    return packageOf(file).split("\\.")[0];
  }

  private static String packageOf(Path file) {
    return MAIN.resolve("letopis").relativize(file.getParent()).toString().replace('/', '.');
  }

  private static boolean isIn(String name, String parent) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }

  /// The name that a package has directly below the parent; empty for the parent itself.
  private static String layer(String name, String parent) {
    return name.equals(parent) ? "" : name.substring(parent.length() + 1).split("\\.")[0];
  }

  private static Stream<String> imports(Path file) {
    try {
      return IMPORT.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
