package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A figure that the README shows is one of `docs/numbers.md`: whoever measures anew changes both.
class DocumentFiguresTest {
  private static final Pattern FIGURE = Pattern.compile("\\b\\d\\.\\d{3}\\b");

  @Test
  void figuresOfTheReadmeAreThoseOfTheNumbersPage() throws IOException {
    String numbers = Files.readString(Path.of("docs/numbers.md"));
    List<String> shown =
        FIGURE
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(shown)
        .hasSizeGreaterThan(10)
        .allSatisfy(figure -> assertThat(numbers).contains(figure));
  }
}
