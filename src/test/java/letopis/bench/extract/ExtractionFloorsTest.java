package letopis.bench.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.page.PageExtractor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What extraction has reached on the shared real data, so that no change loses it unseen. The
/// shipped weights have seen these pages: the floors guard against regressions, they are no claim.
class ExtractionFloorsTest {
  private static final Path SETS =
      Path.of(System.getProperty("letopis.realdata", "")).resolve("1-extraction");

  @BeforeEach
  void needsRealData() {
    Assumptions.assumeTrue(
        Files.isDirectory(SETS), "no real data in " + SETS + ": floors not measured");
  }

  @Test
  void textOfTheShinglesSetStaysAboveItsFloor() {
    assertThat(value(report("scrapinghub-aeb"), "shingles n=\\d+ F1 ([\\d.]+)"))
        .isGreaterThan(0.97);
  }

  @Test
  void textOfTheOtherSetsStaysAboveItsFloor() {
    assertThat(value(report("trafilatura-eval"), "segments n=\\d+ F ([\\d.]+)"))
        .isGreaterThan(0.97);
    assertThat(value(report("article-extraction-dataset"), "shingles n=\\d+ F1 ([\\d.]+)"))
        .isGreaterThan(0.96);
    assertThat(value(report("fundus"), "shingles n=\\d+ F1 ([\\d.]+)")).isGreaterThan(0.96);
    assertThat(value(report("readability"), "shingles n=\\d+ F1 ([\\d.]+)")).isGreaterThan(0.925);
  }

  @Test
  void pagesOfOtherKindsAreReadOrRefusedAsBefore() {
    String report = report("wcxb");

    assertThat(value(report, "  article +n=130 words F1 ([\\d.]+)")).isGreaterThan(0.95);
    assertThat(value(report, "service +n=10 refused (\\d+)")).isZero();
    assertThat(value(report, "forum +n=10 refused (\\d+)")).isEqualTo(10);
  }

  @Test
  void russianRegionalPagesStayAboveTheirFloor() {
    String report = report("ru-mixed");

    assertThat(value(report, "shingles n=\\d+ F1 ([\\d.]+)")).isGreaterThan(0.97);
    assertThat(value(report, "dates n=\\d+ accuracy ([\\d.]+)")).isGreaterThan(0.98);
    assertThat(value(report, "titles n=\\d+ right ([\\d.]+)")).isGreaterThan(0.98);
    assertThat(value(report, "not articles: said \\d+, are \\d+, right (\\d+)")).isGreaterThan(16);
  }

  private static String report(String set) {
    List<GoldPage> pages = new GoldSets(SETS).load(set);
    StringWriter out = new StringWriter();
    PageExtractor extractor = new PageExtractor();
    new SetReport(set, pages, 0, null)
        .print(
            new PrintWriter(out),
            Map.of("shipped", page -> extractor.extract(ExtractBench.input(page))));
    return out.toString();
  }

  private static double value(String report, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(report);
    assertThat(found.find()).as(pattern + " in " + report).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
