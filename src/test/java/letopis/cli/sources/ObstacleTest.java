package letopis.cli.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.fetch.FetchResult;
import org.junit.jupiter.api.Test;

class ObstacleTest {
  private static final URI URL = URI.create("https://gazeta.example/");

  @Test
  void everyRefusalSaysWhatToDo() {
    assertThat(of(403, Map.of()))
        .contains(
            new Obstacle(
                "HTTP status 403",
                "the site refuses our user agent or country: ask the owner, or use a proxy"));
    assertThat(of(403, Map.of("cf-mitigated", List.of("challenge"))).orElseThrow().fact())
        .contains("a check for robots");
    assertThat(of(200, Map.of())).isEmpty();
  }

  @Test
  void aRobotsFileThatCannotBeHadIsNotSaidToForbid() {
    Obstacle away = disallowed("robots.txt answered 503");
    assertThat(away.fact()).startsWith("robots.txt answered 503").doesNotContain("forbids");
    assertThat(away.advice()).contains("try later");
    assertThat(disallowed("Disallow: /").fact()).isEqualTo("robots.txt forbids it: Disallow: /");
  }

  private static Obstacle disallowed(String rule) {
    return Obstacle.of(new FetchResult.Disallowed(URL, rule)).orElseThrow();
  }

  private static Optional<Obstacle> of(int status, Map<String, List<String>> headers) {
    byte[] none = new byte[0];
    return Obstacle.of(
        new FetchResult.Fetched(
            URL,
            URL,
            List.of(),
            Instant.EPOCH,
            Duration.ZERO,
            status,
            headers,
            none,
            new FetchResult.Exchange("", "", none, none, Optional.empty())));
  }
}
