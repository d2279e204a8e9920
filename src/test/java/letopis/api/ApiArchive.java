package letopis.api;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import letopis.api.access.ApiKeys;
import letopis.api.access.ApiSettings;
import letopis.api.access.Proxies;
import letopis.api.http.Route;
import letopis.archive.WarcArchive;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.sources.Configuration;

/// An API on a free port of loopback, over given indices.
final class ApiArchive {
  /// Nothing listens on port 1 of loopback.
  static final Indices UNREACHABLE =
      new Indices(
          Elasticsearch.connect(URI.create("http://127.0.0.1:1"), new Credentials.None()), "none");

  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-11-23T18:00:00Z"), ZoneOffset.UTC);

  private ApiArchive() {}

  static ApiServer serve(Indices indices, Path data, Configuration configuration) {
    return new ApiServer(
            settings(data, "127.0.0.1", ApiKeys.NONE, Proxies.NONE),
            services(indices, data, configuration, Clock.systemUTC()))
        .start();
  }

  /// Without an archive; its clock stands still, so that no slow machine earns new tries.
  static ApiServer serve(Path data, String host, ApiKeys keys, Proxies proxies) {
    return new ApiServer(
            settings(data, host, keys, proxies),
            services(UNREACHABLE, data, Configuration.EMPTY, STILL))
        .start();
  }

  /// Every route, of a server that is not started.
  static List<Route> routes(Path data) {
    return new Routes(
            settings(data, "127.0.0.1", ApiKeys.NONE, Proxies.NONE),
            services(UNREACHABLE, data, Configuration.EMPTY, STILL),
            new WebPage())
        .all();
  }

  private static ApiSettings settings(Path data, String host, ApiKeys keys, Proxies proxies) {
    return new ApiSettings(
        host, 0, keys, proxies, data.resolve("audit.jsonl"), ApiSettings.Limits.DEFAULT);
  }

  private static ApiServices services(
      Indices indices, Path data, Configuration configuration, Clock clock) {
    return new ApiServices(
        clock,
        data,
        configuration,
        indices,
        archive(data),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private static WarcArchive archive(Path data) {
    try {
      return WarcArchive.open(data.resolve("warc"), 1 << 30, "Letopis test", Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
