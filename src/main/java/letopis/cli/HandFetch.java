package letopis.cli;

import java.io.IOException;
import java.time.Clock;
import letopis.fetch.HttpFetcher;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;

/// The fetcher of commands that are given addresses by a person: the configured limits and proxy,
/// without a pause between requests to one host.
final class HandFetch {
  private HandFetch() {}

  static HttpFetcher open(CommonOptions common) throws IOException {
    return new HttpFetcher(settings(common), Clock.systemUTC());
  }

  static CrawlerSettings settings(CommonOptions common) throws IOException {
    return common.config().isEmpty()
        ? CrawlerSettings.DEFAULTS
        : switch (Configuration.load(common.config().get())) {
          case Configuration.Ready ready -> ready.configuration().crawler();
          case Configuration.Invalid invalid ->
              throw CommandFailure.failed(
                  String.join("\n", invalid.problems().stream().map(Object::toString).toList()));
        };
  }
}
