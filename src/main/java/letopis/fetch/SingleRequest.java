package letopis.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import letopis.fetch.FetchResult.Cause;
import letopis.fetch.FetchResult.Exchange;
import letopis.url.WebAddress;

/// Sends one GET and reads its one answer; no redirects, no politeness.
final class SingleRequest {
  private static final int MAX_HEAD = 256 << 10;
  private static final Set<String> SECRET = Set.of("authorization", "cookie");

  private final ConnectionPool pool;
  private final Clock clock;

  SingleRequest(ConnectionPool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /// One answer.
  ///
  /// @param at when the request began
  record Answer(Instant at, Duration took, ResponseHead head, Exchange exchange) {}

  /// @param headers in the order to send
  /// @param limit for connecting, sending and reading together
  Answer send(
      URI url,
      Map<String, String> headers,
      boolean byHand,
      ResponseBody.Bound bound,
      Duration limit)
      throws IOException, InterruptedException {
    boolean https = url.getScheme().equalsIgnoreCase("https");
    Connector.Target target =
        new Connector.Target(https, WebAddress.host(url), WebAddress.port(url), byHand);
    Instant at = clock.instant();
    try (Deadline deadline = Deadline.in(limit)) {
      try {
        return exchange(url, target, headers, bound, deadline, at);
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        throw named(e, deadline, limit);
      }
    }
  }

  private Answer exchange(
      URI url,
      Connector.Target target,
      Map<String, String> headers,
      ResponseBody.Bound bound,
      Deadline deadline,
      Instant at)
      throws IOException {
    String line = requestLine(url, target);
    String sent = head(line, target, headers, false);
    byte[] request = sent.getBytes(StandardCharsets.ISO_8859_1);
    Optional<Connection> idle = pool.idle(target);
    Connection connection = idle.isPresent() ? idle.get() : pool.open(target, deadline);
    long start = System.nanoTime();
    ResponseHead head;
    deadline.watch(connection);
    try {
      try {
        connection.send(request);
        head = ResponseHead.read(connection, MAX_HEAD);
      } catch (IOException e) {
        if (!connection.wasUsed() || deadline.hasPassed() || e instanceof FetchFailure) {
          throw e;
        }
        // The server closed an idle connection under us; once more on a new one (RFC 9112, 9.3.1).
        connection.close();
        connection = pool.open(target, deadline);
        deadline.watch(connection);
        connection.send(request);
        head = ResponseHead.read(connection, MAX_HEAD);
      }
      ResponseBody body = ResponseBody.read(connection, head, bound);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      Exchange exchange =
          new Exchange(
              hasSecret(headers) ? head(line, target, headers, true) : sent,
              head.text(),
              body.raw(),
              body.payload(),
              connection.server());
      finish(target, connection, body.complete() && head.persistent(), deadline);
      return new Answer(at, took, head, exchange);
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private void finish(
      Connector.Target target, Connection connection, boolean reusable, Deadline deadline) {
    deadline.close();
    if (reusable && !deadline.hasPassed()) {
      pool.park(target, connection);
    } else {
      connection.close();
    }
  }

  private static boolean hasSecret(Map<String, String> headers) {
    return headers.keySet().stream().anyMatch(SingleRequest::isSecret);
  }

  private static boolean isSecret(String name) {
    return SECRET.contains(name.toLowerCase(Locale.ROOT));
  }

  private String requestLine(URI url, Connector.Target target) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String prefix =
        pool.connector().usesAbsoluteForm(target)
            ? (target.https() ? "https://" : "http://") + target.authority()
            : "";
    return "GET " + prefix + path + query + " HTTP/1.1\r\n";
  }

  private static String head(
      String line, Connector.Target target, Map<String, String> headers, boolean masked) {
    StringBuilder head = new StringBuilder(512);
    head.append(line).append("Host: ").append(target.authority()).append("\r\n");
    headers.forEach(
        (name, value) -> {
          boolean hidden = masked && isSecret(name);
          head.append(oneLine(name)).append(": ");
          head.append(hidden ? "(not archived)" : oneLine(value)).append("\r\n");
        });
    return head.append("\r\n").toString();
  }

  /// A line break in a value would begin a header of somebody else's choice.
  private static String oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return text.replaceAll("[\\x00-\\x1f\\x7f]", " ");
      }
    }
    return text;
  }

  private static FetchFailure named(IOException e, Deadline deadline, Duration limit) {
    if (deadline.hasPassed()) {
      return new FetchFailure(Cause.TIMEOUT, "not done after " + limit.toSeconds() + " s");
    }
    return switch (e) {
      case FetchFailure failure -> failure;
      case SSLException tls -> new FetchFailure(Cause.TLS, String.valueOf(tls.getMessage()));
      case SocketTimeoutException slow ->
          new FetchFailure(Cause.TIMEOUT, String.valueOf(slow.getMessage()));
      default -> new FetchFailure(Cause.RESET, String.valueOf(e.getMessage()));
    };
  }
}
