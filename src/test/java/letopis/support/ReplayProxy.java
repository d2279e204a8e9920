package letopis.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import letopis.url.CanonicalUrl;

/// Serves captured answers under their own addresses, whatever host they are of: an HTTP gateway on
/// loopback for the crawler's proxy setting (`gateway+http://…`). Bytes go out as they were
/// captured. Addresses are compared in their canonical form; what was not captured is 404.
public final class ReplayProxy implements AutoCloseable {
  private final Map<String, Capture> captures = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Capture(String type, byte[] body) {}

  /// Starts on a free loopback port, with nothing captured yet.
  public ReplayProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /// The address to give to the crawler as its proxy.
  public URI gateway() {
    return URI.create("gateway+http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Serves these bytes at this address from now on.
  ///
  /// @param type the `Content-Type` header, word for word
  /// @throws IllegalArgumentException when it is no address of the web
  public ReplayProxy serve(String url, String type, byte[] body) {
    String key =
        CanonicalUrl.parse(url)
            .map(CanonicalUrl::value)
            .orElseThrow(() -> new IllegalArgumentException(url));
    captures.put(key, new Capture(type, body.clone()));
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Capture> found =
          CanonicalUrl.parse(exchange.getRequestURI().toString())
              .map(url -> captures.get(url.value()));
      if (found.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", found.get().type());
      exchange.sendResponseHeaders(200, found.get().body().length);
      exchange.getResponseBody().write(found.get().body());
    }
  }
}
