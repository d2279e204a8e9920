package letopis.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

/// One open connection to a server or proxy, with what was read ahead.
final class Connection implements AutoCloseable {
  private static final int BUFFER = 16 << 10;

  private final Socket tcp;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Optional<String> server;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private boolean used;
  private long idleSince;

  /// @param tcp the connection itself
  /// @param socket the same, or TLS over it
  /// @param server address connected to; empty for a proxy
  Connection(Socket tcp, Socket socket, Optional<String> server) throws IOException {
    this.tcp = tcp;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.server = server;
  }

  Optional<String> server() {
    return server;
  }

  void send(byte[] request) throws IOException {
    out.write(request);
    out.flush();
  }

  /// Some bytes, or -1 at the end.
  int read(byte[] target, int offset, int length) throws IOException {
    if (start == end) {
      if (length >= BUFFER) {
        return in.read(target, offset, length);
      }
      if (!fill()) {
        return -1;
      }
    }
    int n = Math.min(length, end - start);
    System.arraycopy(buffer, start, target, offset, n);
    start += n;
    return n;
  }

  /// Bytes up to and with the next line feed, or fewer when the buffer ends before; empty at the
  /// end.
  byte[] readThroughLineFeed() throws IOException {
    if (start == end && !fill()) {
      return new byte[0];
    }
    int at = start;
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    int to = Math.min(end, at + 1);
    byte[] piece = Arrays.copyOfRange(buffer, start, to);
    start = to;
    return piece;
  }

  /// Whether bytes came that nobody asked for: the connection is out of step.
  boolean hasUnread() {
    return start < end;
  }

  /// Whether something came while nobody asked: the end of a body that was longer than announced,
  /// which would be taken for the answer to the next request. In TLS only what is decrypted shows.
  boolean hasComeUnasked() {
    try {
      return hasUnread() || in.available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  boolean wasUsed() {
    return used;
  }

  void park(long nanoTime) {
    used = true;
    idleSince = nanoTime;
  }

  long idleSince() {
    return idleSince;
  }

  @Override
  public void close() {
    try {
      // The TCP socket first: closing TLS politely would wait for a server that does not answer.
      tcp.close();
      socket.close();
    } catch (IOException _) {
      // it is gone either way
    }
  }

  private boolean fill() throws IOException {
    int n = in.read(buffer, 0, BUFFER);
    start = 0;
    end = Math.max(0, n);
    return n > 0;
  }
}
