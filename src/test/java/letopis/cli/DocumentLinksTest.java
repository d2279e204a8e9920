package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every link from one document to another, or to a heading, leads somewhere; every document can be
/// reached from the README; every class that one names is there.
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s…]+)\\)");
  /// Two words at least, with its package or a method of it: `crawl.page.Assembler`.
  private static final Pattern CLASS =
      Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+(?:[A-Z][a-z0-9]+)+)(?:\\.\\w+)?`");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String link : links(document)) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : target(document, parts[0]);
        boolean there =
            Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
        if (!there) {
          broken.add(document + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeLeadsToEveryDocument() throws IOException {
    Path readme = Path.of("README.md");
    Set<Path> reached =
        links(readme).stream().map(link -> target(readme, link)).collect(Collectors.toSet());
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      assertThat(docs.filter(file -> file.toString().endsWith(".md")))
          .allSatisfy(file -> assertThat(reached).contains(file));
    }
  }

  @Test
  void everyClassThatADocumentNamesExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      classes =
          sources
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    for (Path document : documents()) {
      assertThat(CLASS.matcher(Files.readString(document)).results().map(name -> name.group(1)))
          .as(document.toString())
          .allSatisfy(name -> assertThat(classes).contains(name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "One fetch; step by step,one-fetch-step-by-step",
    "`extract` of a source,extract-of-a-source",
    "Counts and *exports*,counts-and-exports"
  })
  void anchorsAreMadeAsRepositoryHostsMakeThem(String heading, String anchor) {
    assertThat(anchor(heading)).isEqualTo(anchor);
  }

  /// All that the project says of itself.
  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGES.md", "crawler-config/README.md")
                  .map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static List<String> links(Path document) throws IOException {
    return LINK.matcher(Files.readString(document))
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.matches("https?://.*"))
        .toList();
  }

  private static Path target(Path document, String link) {
    return document.resolveSibling(link).normalize();
  }

  private static Set<String> anchors(Path document) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(found -> anchor(found.group(1)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }
}
