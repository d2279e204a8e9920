package letopis.api;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
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

  private ApiArchive() {}

  static ApiServer serve(Indices indices, Path data, Configuration configuration) {
    return serve(indices, data, configuration, "127.0.0.1", ApiKeys.NONE);
  }

  static ApiServer serve(
      Indices indices, Path data, Configuration configuration, String host, ApiKeys keys) {
    return new ApiServer(
            settings(data, host, keys, Proxies.NONE), services(indices, data, configuration))
        .start();
  }

  /// Listens beyond loopback, without an archive.
  static ApiServer behind(Proxies proxies, Path data, ApiKeys keys) {
    return new ApiServer(
            settings(data, "0.0.0.0", keys, proxies),
            services(UNREACHABLE, data, Configuration.EMPTY))
        .start();
  }

  /// Every route, of a server that is not started.
  static List<Route> routes(Path data) {
    return new Routes(
            settings(data, "127.0.0.1", ApiKeys.NONE, Proxies.NONE),
            services(UNREACHABLE, data, Configuration.EMPTY),
            new WebPage())
        .all();
  }

  private static ApiSettings settings(Path data, String host, ApiKeys keys, Proxies proxies) {
    return new ApiSettings(
        host, 0, keys, proxies, data.resolve("audit.jsonl"), ApiSettings.Limits.DEFAULT);
  }

  private static ApiServices services(Indices indices, Path data, Configuration configuration) {
    return new ApiServices(
        Clock.systemUTC(),
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
