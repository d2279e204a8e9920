package letopis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the packages to one direction: sources → fetch → archive → parse → document → index →
/// search · trace · watch → api → app → bench → cli. The write path and the read path never import
/// each other.
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?letopis\\.([a-z]+)\\.(?:([a-z]+)\\.)?", Pattern.MULTILINE);

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
          "trace", List.of("", "cases"),
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
      Matcher imports = IMPORT.matcher(Files.readString(file));
      while (imports.find()) {
        String imported = imports.group(1);
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
      List<String> layers = LAYERS.get(stageOf(file));
      if (layers == null) {
        continue;
      }
      String layer = layerOf(file);
      assertThat(layers).as("the layer of " + file + " is in the table").contains(layer);
      Matcher imports = IMPORT.matcher(Files.readString(file));
      while (imports.find()) {
        String imported = Objects.requireNonNullElse(imports.group(2), "");
        if (imports.group(1).equals(stageOf(file))
            && layers.indexOf(imported) > layers.indexOf(layer)) {
          wrong.add(file + " imports " + imported);
        }
      }
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
    return MAIN.resolve("letopis").relativize(file).getName(0).toString();
  }

  private static String layerOf(Path file) {
    Path inStage = MAIN.resolve("letopis").resolve(stageOf(file)).relativize(file);
    return inStage.getNameCount() == 1 ? "" : inStage.getName(0).toString();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
