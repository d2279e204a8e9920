package letopis.api;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import letopis.api.access.ApiSettings;
import letopis.api.http.Problems;
import letopis.api.http.Reply;
import letopis.api.http.Route;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. All routes are in [Routes]. Every request runs on its own virtual thread.
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int HEAD_BYTES = 16 << 10;
  private static final long STOP_MILLIS = 5_000;

  private final ApiSettings settings;
  private final Dispatcher dispatcher;
  private final WebPage page = new WebPage();
  private final Javalin javalin;

  /// @throws IllegalArgumentException when the settings refuse to be served: listening beyond
  ///     loopback without keys
  public ApiServer(ApiSettings settings, ApiServices services) {
    this.settings = settings;
    this.dispatcher = new Dispatcher(settings, services.metrics(), services.clock());
    List<Route> routes = new Routes(settings, services, page).all();
    this.javalin = Javalin.create(config -> configure(config, routes));
  }

  private void configure(JavalinConfig config, List<Route> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = settings.limits().bodyBytes();
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(HEAD_BYTES);
          http.setSendServerVersion(false);
          http.setIdleTimeout(settings.limits().idle().toMillis());
        });
    config.jetty.modifyServer(ApiServer::configureJetty);
    for (Route route : routes) {
      config.routes.addHttpHandler(
          route.method(), route.path(), context -> dispatcher.serve(route, context));
      if (route.method() == HandlerType.GET) {
        // Javalin's own HEAD says 200 and nothing of the headers (RFC 9110 §9.3.2).
        config.routes.addHttpHandler(
            HandlerType.HEAD, route.path(), context -> dispatcher.serve(route, context));
      }
    }
    config.routes.exception(
        HttpResponseException.class, (e, context) -> refuse(refusal(e, context), context));
    config.routes.exception(
        Exception.class, (_, context) -> refuse(Reply.refused(Problems.internal()), context));
  }

  private static void configureJetty(Server server) {
    server.setErrorHandler(new JettyProblems());
    server.setStopTimeout(STOP_MILLIS);
  }

  /// A reader who mistyped an address gets the page, which says so; a program gets a problem.
  private Reply refusal(HttpResponseException thrown, Context context) {
    String accept = Optional.ofNullable(context.header("Accept")).orElse("");
    boolean reader =
        thrown.getStatus() == 404
            && context.method() == HandlerType.GET
            && !context.path().startsWith("/api/")
            && accept.contains("text/html");
    return reader ? page.nowhere() : Reply.refused(Problems.of(thrown));
  }

  private void refuse(Reply reply, Context context) {
    try {
      dispatcher.refuse(reply, context);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Opens the port.
  ///
  /// @throws io.javalin.util.JavalinBindException when it is taken
  public ApiServer start() {
    javalin.start();
    return this;
  }

  /// Where the page and the API are: `http://127.0.0.1:8080/`.
  public URI address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + javalin.port() + "/");
  }

  /// Takes no more requests, lets those under way end for a few seconds.
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // A long stream went on: it is cut, as its reader will see.
      LOG.info("requests under way were cut off: {}", e.getMessage());
    } finally {
      dispatcher.close();
    }
  }
}
