package letopis.parse.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.sources.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
  private static final URI URL = URI.create("https://gazeta.example/rss");

  private static List<Precision> precisions(String... dates) {
    String items =
        Arrays.stream(dates)
            .map(
                date ->
                    "<item><title>Мост</title><link>/1</link><pubDate>"
                        + date
                        + "</pubDate></item>")
            .collect(Collectors.joining());
    FeedInput input =
        new FeedInput(
            ("<rss version=\"2.0\"><channel><title>Газета</title>" + items + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8),
            Optional.empty(),
            URL,
            Instant.parse("2026-11-23T09:00:00Z"),
            ZoneId.of("Europe/Moscow"));
    FeedResult.Feed feed = (FeedResult.Feed) new SourceReader(100).read(new Access.Rss(URL), input);
    return feed.entries().stream()
        .map(entry -> entry.published().map(Claimed::precision).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00 +0300", "00:00:00 GMT", "21:00:00 GMT", "00:00 +0900"})
  void aFeedOfMidnightsKnowsDays(String midnight) {
    assertThat(
            precisions(
                "Fri, 20 Nov 2026 " + midnight,
                "Sat, 21 Nov 2026 " + midnight,
                "Sun, 22 Nov 2026 " + midnight))
        .containsOnly(Precision.DAY);
  }

  @Test
  void aMidnightAmongOtherTimesIsATimeAndSoAreTwoThatNothingElseIsBeside() {
    assertThat(
            precisions(
                "Fri, 20 Nov 2026 00:00:00 +0300",
                "Sat, 21 Nov 2026 00:00:00 +0300",
                "Sun, 22 Nov 2026 12:00:00 +0300"))
        .containsOnly(Precision.SECOND);
    assertThat(precisions("Fri, 20 Nov 2026 00:00:00 +0300", "Sat, 21 Nov 2026 00:00:00 +0300"))
        .containsOnly(Precision.SECOND);
  }
}
