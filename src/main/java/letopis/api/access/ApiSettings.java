package letopis.api.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// Where and for whom the API listens.
///
/// @param host address or name to listen on
/// @param port 0 for any free one
/// @param keys callers known by key; may be empty on loopback only
/// @param proxies reverse proxies that say truly for whom they ask
/// @param auditLog file that changes are written to
public record ApiSettings(
    String host, int port, ApiKeys keys, Proxies proxies, Path auditLog, Limits limits) {
  public ApiSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(keys);
    Objects.requireNonNull(proxies);
    Objects.requireNonNull(auditLog);
    Objects.requireNonNull(limits);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 0 to 65535");
    }
  }

  /// Bounds of one request.
  ///
  /// @param bodyBytes largest request body
  /// @param answer longest time until an answer that is not a stream
  /// @param idle longest silence of a connection
  /// @param atOnce requests worked on at the same time; more wait a little, then get 503
  public record Limits(long bodyBytes, Duration answer, Duration idle, int atOnce) {
    public static final Limits DEFAULT =
        new Limits(4 << 20, Duration.ofSeconds(30), Duration.ofSeconds(30), 64);
  }

  /// Loopback needs no key; any other host without one is refused.
  ///
  /// @throws IllegalArgumentException when it listens beyond loopback and has no keys, or the host
  ///     is unknown; the message is for people
  public boolean loopback() {
    try {
      boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
      if (!loopback && keys.isEmpty()) {
        throw new IllegalArgumentException(
            "--host "
                + host
                + " listens beyond this machine, which needs API keys: make one with `./letopis"
                + " keys add NAME --role read|edit|admin`, or set LETOPIS_API_KEYS");
      }
      return loopback;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host " + host + " is not known", e);
    }
  }
}
