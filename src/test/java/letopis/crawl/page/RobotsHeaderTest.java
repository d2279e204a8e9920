package letopis.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          noarchive | true
          noindex, NOARCHIVE | true
          none | true
          googlebot: noindex, noarchive | true
          otherbot: noarchive, nofollow | false
          max-snippet: 20, noarchive | true
          unavailable_after: 25 Jun 2026 15:00:00 PST, noarchive | true
          noindex | false
          """)
  void copiesAreForbiddenToEveryoneOrToAnother(String value, boolean forbidden) {
    assertThat(RobotsHeader.forbidsCopies(List.of("nofollow", value))).isEqualTo(forbidden);
  }
}
