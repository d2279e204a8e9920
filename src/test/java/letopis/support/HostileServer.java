package letopis.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A web server on loopback that does what each path was told, byte for byte, however wrong. Paths
/// that nobody defined answer 404, so that robots.txt allows everything unless a test sets it.
public final class HostileServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Map<String, Behaviour> paths = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger mostActive = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// One request as it came.
  ///
  /// @param target of the request line: a path, or a whole address at a proxy
  /// @param headers lower-case names
  public record Request(String target, Map<String, String> headers, long nanoTime) {}

  /// Writes an answer. The connection is kept when it returns true.
  @FunctionalInterface
  public interface Behaviour {
    boolean answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  public HostileServer() {
    try {
      listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /// What happens at this path (with query, as in the request line).
  public HostileServer on(String path, Behaviour behaviour) {
    paths.put(path, behaviour);
    return this;
  }

  /// Every request so far but those for robots.txt.
  public List<Request> requests() {
    return requests.stream().filter(r -> !r.target().endsWith("/robots.txt")).toList();
  }

  public int connections() {
    return connections.get();
  }

  /// The most requests that were being answered at one time.
  public int mostActive() {
    return mostActive.get();
  }

  /// Waits until the server is closed: for behaviours that never answer.
  public void untilClosed() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /// A well-formed answer.
  public static Behaviour ok(String type, String body) {
    return answer("200 OK", Map.of("Content-Type", type), bytes(body));
  }

  /// Status line, these headers, a right `Content-Length`, this body.
  public static Behaviour answer(String status, Map<String, String> headers, byte[] body) {
    return (_, out) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      out.write(bytes(head.toString()));
      out.write(body);
      out.flush();
      return true;
    };
  }

  public static Behaviour redirect(String location) {
    return answer("302 Found", Map.of("Location", location), new byte[0]);
  }

  /// Exactly these bytes, then the connection is closed.
  public static Behaviour raw(String bytes) {
    return (_, out) -> {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return false;
    };
  }

  /// A head, then zeros without end.
  public static Behaviour endless(String head) {
    return (_, out) -> {
      out.write(bytes(head));
      byte[] zeros = new byte[64 << 10];
      while (true) {
        out.write(zeros);
      }
    };
  }

  /// One byte at a time, at this pace, without end.
  public Behaviour drip(String head, long millis) {
    return (_, out) -> {
      out.write(bytes(head));
      out.flush();
      while (!closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.write('.');
        out.flush();
      }
      return false;
    };
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (Closeable _ = socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (Request request; (request = read(in)) != null; ) {
        requests.add(request);
        mostActive.accumulateAndGet(active.incrementAndGet(), Math::max);
        try {
          if (!behaviour(request.target()).answer(request, out)) {
            return;
          }
        } finally {
          active.decrementAndGet();
        }
      }
    } catch (IOException _) {
      // the client went away, as it should from some of these
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Behaviour behaviour(String target) {
    Behaviour known = paths.get(target);
    return known != null ? known : answer("404 Not Found", Map.of(), new byte[0]);
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    Map<String, String> headers = new ConcurrentHashMap<>();
    for (String line; (line = line(in)) != null && !line.isEmpty(); ) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    String[] words = first.split(" ");
    return new Request(words.length > 1 ? words[1] : first, headers, System.nanoTime());
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; (c = in.read()) >= 0; ) {
      if (c == '\n') {
        return line.toString().strip();
      }
      line.append((char) c);
    }
    return null;
  }
}
