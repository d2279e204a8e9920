package letopis.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Posts one body to one address of the network that was judged before. `java.net.http` would look
/// the name up again, and a name server may give another answer the second time (DNS rebinding).
/// Redirects are not followed; of the answer only the status is read.
final class PinnedPost {
  /// The longest status line, in bytes.
  private static final int LONGEST_LINE = 1_000;

  private final Duration patience;

  /// @param patience for all of it: connecting, handshake, sending, the status
  PinnedPost(Duration patience) {
    this.patience = patience;
  }

  /// Sends a request.
  ///
  /// @param ip where to connect to, whatever the name means by now
  /// @param to the address asked for: `Host`, path and the name on the certificate
  /// @return the status
  /// @throws IOException when there was no answer in time, or none of HTTP
  int send(InetAddress ip, URI to, Map<String, String> headers, byte[] body) throws IOException {
    try (Socket socket = new Socket()) {
      Thread watchdog = Thread.ofVirtual().start(() -> closeLater(socket));
      try {
        socket.connect(new InetSocketAddress(ip, port(to)), (int) patience.toMillis());
        Socket open = "https".equals(to.getScheme()) ? secured(socket, to) : socket;
        OutputStream out = open.getOutputStream();
        out.write(head(to, headers, body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return status(open.getInputStream());
      } finally {
        watchdog.interrupt();
      }
    }
  }

  private void closeLater(Socket socket) {
    try {
      Thread.sleep(patience);
      socket.close();
    } catch (InterruptedException | IOException e) {
      // It is done, or closed already.
    }
  }

  private static int port(URI to) {
    return to.getPort() > 0 ? to.getPort() : "https".equals(to.getScheme()) ? 443 : 80;
  }

  private static Socket secured(Socket socket, URI to) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(socket, to.getHost(), port(to), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static String head(URI to, Map<String, String> headers, int length) {
    URI sent = URI.create(to.toASCIIString());
    String path =
        sent.getRawPath() == null || sent.getRawPath().isEmpty() ? "/" : sent.getRawPath();
    String query = sent.getRawQuery() == null ? "" : "?" + sent.getRawQuery();
    String host = to.getHost() + (to.getPort() > 0 ? ":" + to.getPort() : "");
    StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
  }

  /// The status of `HTTP/1.1 204 No Content` (RFC 9112 §4).
  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        throw new IOException("no HTTP answer");
      }
      line.append((char) c);
    }
    if (!line.toString().matches("HTTP/1\\.[01] \\d{3}( .*)?\\r?")) {
      throw new IOException("no HTTP answer");
    }
    return Integer.parseInt(line.substring(9, 12));
  }
}
