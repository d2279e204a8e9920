package letopis.parse.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import org.junit.jupiter.api.Test;

/// Captured pages that are not live formats; the others are compared field by field by
/// `bench feeds`.
class SocialCapturesTest {
  @Test
  void anEmbeddedPostComesOut() throws IOException {
    FeedResult.Feed feed =
        read(
            Files.readAllBytes(file("telegram/telegtools-widget-2018.html")),
            "https://t.me/K1inUSA/3?embed=1");
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("K1inUSA/3");
    assertThat(entry.published().orElseThrow().at())
        .isEqualTo(Instant.parse("2015-09-29T05:35:28Z"));
    assertThat(entry.views()).isEqualTo(2_500);
    assertThat(entry.content()).contains("K1 in USA");
  }

  @Test
  void thePostsOfTheVkPageComeOut() throws IOException {
    FeedResult.Feed feed =
        read(Files.readAllBytes(file("vk/vk-wall-mobile-life.html")), "https://m.vk.com/life");
    assertThat(feed.entries())
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.published()).isPresent();
              assertThat(entry.content()).isNotBlank().doesNotContain("See more");
            });
    assertThat(feed.entries().getFirst().url()).contains("https://vk.com/wall-24199209_18932515");
  }

  private static FeedResult.Feed read(byte[] body, String url) {
    return SocialReadersTest.feed(SocialDocuments.read(input(body, url)).orElseThrow());
  }

  private static FeedInput input(byte[] body, String url) {
    return new FeedInput(
        body,
        Optional.empty(),
        URI.create(url),
        Instant.parse("2026-11-23T12:00:00Z"),
        ZoneOffset.UTC);
  }

  private static Path file(String name) {
    Path file = Path.of(System.getProperty("letopis.realdata")).resolve("3-social").resolve(name);
    assumeTrue(Files.exists(file), "no real data at " + file);
    return file;
  }
}
