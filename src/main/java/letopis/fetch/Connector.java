package letopis.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import letopis.fetch.FetchResult.Cause;

/// Opens connections: resolves and judges the host's addresses and connects to one of exactly
/// those, or goes through the proxy.
///
/// @param hostMap host → `address:port` to connect to instead; the operator's word, not judged
/// @param proxy `http://host:port`: https goes through a `CONNECT` tunnel. With the scheme
///     `gateway+http` the proxy is asked for `https://…` in plain and does the TLS itself
record Connector(
    AddressGuard guard,
    Resolver resolver,
    Map<String, String> hostMap,
    Optional<URI> proxy,
    Duration connectTimeout,
    SSLSocketFactory tls) {
  private static final int MAX_PROXY_ANSWER = 16 << 10;

  /// Where a request goes.
  ///
  /// @param host lower case
  /// @param byHand loopback and private addresses are allowed
  record Target(boolean https, String host, int port, boolean byHand) {
    String authority() {
      return port == (https ? 443 : 80) ? host : host + ":" + port;
    }
  }

  /// Whether requests are written with the whole address in the first line (RFC 9112 section
  /// 3.2.2).
  boolean usesAbsoluteForm(Target target) {
    return viaProxy(target) && (!target.https() || isGateway());
  }

  Connection connect(Target target, Deadline deadline) throws IOException {
    return viaProxy(target) ? throughProxy(target, deadline) : direct(target, deadline);
  }

  private boolean viaProxy(Target target) {
    return proxy.isPresent() && !hostMap.containsKey(target.host());
  }

  private boolean isGateway() {
    return proxy.orElseThrow().getScheme().equals("gateway+http");
  }

  private Connection direct(Target target, Deadline deadline) throws IOException {
    IOException last = new ConnectException("no address");
    for (InetSocketAddress address : addresses(target)) {
      try {
        Socket tcp = open(address, deadline);
        Optional<String> server = Optional.of(address.getAddress().getHostAddress());
        return target.https()
            ? secure(tcp, target, server, deadline)
            : new Connection(tcp, tcp, server);
      } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
        last = e;
      }
    }
    throw new FetchFailure(
        last instanceof SocketTimeoutException ? Cause.TIMEOUT : Cause.CONNECT,
        target.authority() + ": " + last.getMessage());
  }

  private List<InetSocketAddress> addresses(Target target) throws IOException {
    String mapped = hostMap.get(target.host());
    if (mapped != null) {
      int colon = mapped.lastIndexOf(':');
      int port = Integer.parseInt(mapped.substring(colon + 1));
      return List.of(new InetSocketAddress(mapped.substring(0, colon), port));
    }
    try {
      List<InetAddress> allowed =
          target.byHand()
              ? List.of(resolver.resolve(target.host()))
              : guard.allowed(target.host(), resolver);
      if (allowed.isEmpty()) {
        throw new FetchFailure(
            Cause.FORBIDDEN_ADDRESS,
            target.host() + " has a private or reserved address (allow_private would permit it)");
      }
      return allowed.stream().map(one -> new InetSocketAddress(one, target.port())).toList();
    } catch (UnknownHostException e) {
      throw new FetchFailure(Cause.UNKNOWN_HOST, String.valueOf(e.getMessage()));
    }
  }

  private Connection throughProxy(Target target, Deadline deadline) throws IOException {
    if (!target.byHand() && !guard.isAllowedByName(target.host())) {
      throw new FetchFailure(
          Cause.FORBIDDEN_ADDRESS, target.host() + " is a private or reserved address");
    }
    URI uri = proxy.orElseThrow();
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    Socket tcp;
    try {
      tcp = open(new InetSocketAddress(uri.getHost(), port), deadline);
    } catch (ConnectException | SocketTimeoutException | NoRouteToHostException e) {
      throw new FetchFailure(Cause.CONNECT, "proxy " + uri.getHost() + ": " + e.getMessage());
    }
    if (usesAbsoluteForm(target)) {
      return new Connection(tcp, tcp, Optional.empty());
    }
    tunnel(tcp, target, deadline);
    return secure(tcp, target, Optional.empty(), deadline);
  }

  private Socket open(InetSocketAddress address, Deadline deadline) throws IOException {
    if (address.isUnresolved()) {
      throw new FetchFailure(Cause.UNKNOWN_HOST, address.getHostString());
    }
    Socket socket = new Socket(java.net.Proxy.NO_PROXY);
    try {
      int patience = (int) Math.min(connectTimeout.toMillis(), deadline.millisLeft());
      socket.connect(address, Math.max(1, patience));
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Connection secure(Socket tcp, Target target, Optional<String> server, Deadline deadline)
      throws IOException {
    deadline.watch(new Connection(tcp, tcp, server));
    try {
      SSLSocket socket = (SSLSocket) tls.createSocket(tcp, target.host(), target.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new Connection(tcp, socket, server);
    } catch (SSLException e) {
      tcp.close();
      throw new FetchFailure(Cause.TLS, target.host() + ": " + e.getMessage());
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
  }

  private void tunnel(Socket tcp, Target target, Deadline deadline) throws IOException {
    Connection plain = new Connection(tcp, tcp, Optional.empty());
    deadline.watch(plain);
    String name = target.host() + ":" + target.port();
    String request = "CONNECT " + name + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n";
    plain.send(request.getBytes(StandardCharsets.ISO_8859_1));
    ResponseHead head = ResponseHead.read(plain, MAX_PROXY_ANSWER);
    if (head.status() != 200 || plain.hasUnread()) {
      plain.close();
      throw new FetchFailure(
          Cause.CONNECT, "proxy answered " + head.status() + " to CONNECT " + name);
    }
  }
}
