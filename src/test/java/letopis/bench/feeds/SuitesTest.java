package letopis.bench.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import letopis.bench.RealData;
import org.junit.jupiter.api.Test;

/// Captured posts field by field, and the suites of robots files, sitemaps and character sets: what
/// `bench feeds` prints of them.
class SuitesTest {
  @Test
  void everyFieldOfEveryCapturedPostIsWhatItsCaptureSays() throws IOException {
    Comparison posts = FeedsBench.posts(new FeedSuites(data().folder()));
    assertThat(posts.differences()).isEmpty();
    assertThat(posts.all().expected()).isGreaterThan(1_000);
  }

  @Test
  void everySuitePassesOrTheDifferenceHasAReason() throws IOException {
    for (Suite suite : FeedsBench.cases(new FeedSuites(data().folder()))) {
      assertThat(suite.cases()).isPositive();
      assertThat(suite.unexplained()).isEmpty();
    }
  }

  @Test
  void aVerdictThatIsNotTheSuitesIsADifference() {
    String test =
        """
        robotstxt: "User-agent: *\\n"
                   "Disallow: /a\\n"
        expect { testurl: "https://e.example/a" useragent: "x" expected_outcome: DISALLOWED }
        expect { testurl: "https://e.example/b" useragent: "x" expected_outcome: DISALLOWED }
        """
            .replaceAll("expect \\{ ", "")
            .replace(" }", "");
    Suite suite =
        RobotsSuites.conformance(Map.of("a.textproto", test.getBytes(StandardCharsets.UTF_8)));
    assertThat(suite.cases()).isEqualTo(2);
    assertThat(suite.unexplained()).containsExactly("a.textproto x https://e.example/b");
    StringWriter out = new StringWriter();
    Suite.print(new PrintWriter(out), java.util.List.of(suite));
    assertThat(out.toString()).contains("unexplained: a.textproto x https://e.example/b");
  }

  @Test
  void aTextThatIsReadInAnotherCharacterSetIsADifference() {
    Suite suite =
        CharsetSuites.detected(
            "set",
            Map.of(
                "windows-1251-russian/a.txt",
                "Вода в реке прибывает, сообщили в городе."
                    .getBytes(Charset.forName("windows-1251")),
                "Big5/b.txt",
                "Вода в реке прибывает, сообщили в городе.".getBytes(StandardCharsets.UTF_8)));
    assertThat(suite.cases()).isEqualTo(2);
    assertThat(suite.unexplained()).containsExactly("Big5/b.txt read as UTF-8");
  }

  private static RealData data() {
    RealData data = RealData.fromSystem();
    assumeTrue(data.present(), "no real data");
    return data;
  }
}
