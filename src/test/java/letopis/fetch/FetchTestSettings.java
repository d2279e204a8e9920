package letopis.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.sources.CrawlerSettings;

/// Settings for tests: short limits, no delay.
final class FetchTestSettings {
  private FetchTestSettings() {}

  static CrawlerSettings with(Set<String> allowPrivate) {
    return with(allowPrivate, Map.of(), Optional.empty(), Duration.ZERO, 8);
  }

  static CrawlerSettings with(
      Set<String> allowPrivate,
      Map<String, String> hostMap,
      Optional<URI> proxy,
      Duration delay,
      int parallel) {
    return new CrawlerSettings(
        CrawlerSettings.DEFAULTS.agent(),
        new CrawlerSettings.Politeness(delay, parallel, Duration.ofSeconds(1), Duration.ofHours(6)),
        new CrawlerSettings.Limits(
            1 << 20, 200, Duration.ofSeconds(1), Duration.ofSeconds(2), 10, 2000, 64),
        CrawlerSettings.DEFAULTS.schedule(),
        CrawlerSettings.DEFAULTS.storage(),
        Map.of(),
        hostMap,
        allowPrivate,
        proxy);
  }
}
