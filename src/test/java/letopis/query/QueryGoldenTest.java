package letopis.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every query of `queries.txt` means: the compiled condition, or the faults with their
/// positions. `-Dletopis.golden=write` writes the file anew; read the difference before committing.
class QueryGoldenTest {
  private static final Path QUERIES = Path.of("src/test/resources/query/queries.txt");
  private static final Path GOLDEN = Path.of("src/test/resources/query/golden.tsv");
  private final QueryCompiler compiler = new QueryCompiler(Inflections.NONE, Ranking.PLAIN);

  @Test
  void queriesMeanWhatTheGoldenFileSays() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String query : Files.readAllLines(QUERIES)) {
      if (!query.isEmpty() && !query.startsWith("# ")) {
        lines.add(query.replace("\t", "\\t") + "\t" + meaning(query));
      }
    }
    assertThat(lines).hasSizeGreaterThan(200);
    if (System.getProperty("letopis.golden", "").equals("write")) {
      Files.write(GOLDEN, lines);
    }
    assertThat(Files.readAllLines(GOLDEN)).containsExactlyElementsOf(lines);
  }

  @Test
  void compilingTwiceGivesTheSameBytes() throws IOException {
    for (String query : Files.readAllLines(QUERIES)) {
      assertThat(meaning(query)).isEqualTo(meaning(query));
    }
  }

  private String meaning(String query) {
    return switch (QueryParser.parse(query)) {
      case ParseOutcome.Parsed parsed -> compiler.condition(parsed.query()).toString();
      case ParseOutcome.Rejected rejected ->
          String.join(
              " | ",
              rejected.faults().stream()
                  .map(f -> "!" + f.position() + "+" + f.length() + " " + f.english())
                  .toList());
    };
  }
}
