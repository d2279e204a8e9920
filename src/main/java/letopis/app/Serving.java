package letopis.app;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import letopis.api.ApiServer;
import letopis.api.ApiServices;
import letopis.api.access.ApiKeys;
import letopis.api.access.ApiSettings;
import letopis.api.access.Proxies;
import letopis.watch.WatchRunner;

/// Puts the API together from the parts of an [App].
public final class Serving {
  /// Watches report within seconds of indexing.
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);

  private Serving() {}

  /// The file of API keys of a data folder.
  static Path keysFile(App app) {
    return app.data().resolve("keys.json");
  }

  /// Where and for whom to listen: the keys of the data folder and of `LETOPIS_API_KEYS`.
  ///
  /// @param proxies addresses of reverse proxies that say truly for whom they ask
  /// @throws CommandFailure when that cannot be: said before anything is started
  public static ApiSettings settings(App app, String host, int port, List<String> proxies)
      throws IOException {
    try {
      ApiKeys keys =
          ApiKeys.load(keysFile(app))
              .and(ApiKeys.ofEnvironment(System.getenv().getOrDefault("LETOPIS_API_KEYS", "")));
      ApiSettings settings =
          new ApiSettings(
              host,
              port,
              keys,
              Proxies.of(proxies),
              app.data().resolve("audit.jsonl"),
              ApiSettings.Limits.DEFAULT);
      settings.loopback();
      requireFree(settings);
      return settings;
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /// Opens the port for a moment: that it is taken should not be found out after Elasticsearch has
  /// started.
  private static void requireFree(ApiSettings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw unopened(settings, e);
    }
  }

  private static CommandFailure unopened(ApiSettings settings, Exception e) {
    return CommandFailure.failed(
        "port %d of %s cannot be opened (%s); choose another with --port"
            .formatted(settings.port(), settings.host(), e.getMessage()));
  }

  /// Opens the port; closed with the app.
  public static ApiServer start(App app, ApiSettings settings) throws IOException {
    ApiServices services =
        new ApiServices(
            app.clock(),
            app.data(),
            app.configuration(),
            app.indices(),
            app.archive(),
            app.metrics());
    app.keep(WatchRunner.start(services.watches(), BETWEEN_CHECKS));
    try {
      return app.keep(new ApiServer(settings, services)).start();
    } catch (JavalinBindException e) {
      throw unopened(settings, e);
    }
  }
}
