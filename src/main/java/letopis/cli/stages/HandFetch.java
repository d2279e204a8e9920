package letopis.cli.stages;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.fetch.HttpFetcher;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;

/// The fetcher of commands that are given addresses by a person: the configured limits and proxy,
/// without a pause between requests to one host.
final class HandFetch {
  /// Of robots.txt and of the page each, so that both end within a minute and a half.
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private HandFetch() {}

  static HttpFetcher open(CommonOptions common) throws IOException {
    return new HttpFetcher(hurried(configured(common)), Clock.systemUTC());
  }

  private static CrawlerSettings configured(CommonOptions common) throws IOException {
    return common.config().isEmpty()
        ? CrawlerSettings.DEFAULTS
        : switch (Configuration.load(common.config().get())) {
          case Configuration.Ready ready -> ready.configuration().crawler();
          case Configuration.Invalid invalid ->
              throw CommandFailure.failed(
                  String.join("\n", invalid.problems().stream().map(Object::toString).toList()));
        };
  }

  private static CrawlerSettings hurried(CrawlerSettings given) {
    CrawlerSettings.Politeness polite = given.politeness();
    CrawlerSettings.Limits limits = given.limits();
    Duration total = limits.total().compareTo(LONGEST) > 0 ? LONGEST : limits.total();
    return new CrawlerSettings(
        given.agent(),
        new CrawlerSettings.Politeness(
            Duration.ZERO, polite.parallel(), polite.maxCrawlDelay(), polite.robotsTtl()),
        new CrawlerSettings.Limits(
            limits.body(),
            limits.ratio(),
            limits.connect(),
            total,
            limits.redirects(),
            limits.entries(),
            limits.inFlight()),
        given.schedule(),
        given.storage(),
        given.hosts(),
        given.hostMap(),
        given.allowPrivate(),
        given.proxy());
  }
}
