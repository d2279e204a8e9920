package letopis.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Sends a request byte for byte, so that tests can say what no HTTP client would.
final class RawHttp {
  private RawHttp() {}

  /// The whole answer, read until the server closes.
  static String send(URI server, String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  /// A request without a body; the connection is closed after it.
  static String get(URI server, String target, String... headers) throws IOException {
    return send(server, "GET " + target + " HTTP/1.1\r\n" + head(headers));
  }

  static String head(String... headers) {
    StringBuilder head = new StringBuilder("Connection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }
}
