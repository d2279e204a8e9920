package letopis.bench.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/// A way to a server that can be cut: nothing gets through, and what was on its way is lost. Or it
/// can freeze: connections are made and nothing is ever answered.
public final class CutProxy implements AutoCloseable {
  private final URI target;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Phaser ice = new Phaser(1);
  private volatile boolean cut;
  private volatile boolean frozen;

  /// A proxy on a free loopback port.
  public CutProxy(URI target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  /// Where to connect to instead of the server.
  public URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /// Cuts every connection, and new ones as soon as they are made.
  public void cut() {
    cut = true;
    open.forEach(CutProxy::end);
  }

  /// Accepts connections and what is sent, and passes nothing on.
  public void freeze() {
    frozen = true;
  }

  /// Lets connections through again.
  public void mend() {
    cut = false;
    frozen = false;
    ice.arrive();
  }

  @Override
  public void close() throws IOException {
    cut();
    ice.forceTermination();
    listening.close();
    threads.close();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (cut) {
          end(client);
        } else {
          join(client, new Socket(target.getHost(), target.getPort()));
        }
      } catch (IOException e) {
        // Closed, or the server is away: the client sees a lost connection, which is our purpose.
      }
    }
  }

  private void join(Socket client, Socket server) {
    open.add(client);
    open.add(server);
    threads.execute(() -> copy(client, server));
    threads.execute(() -> copy(server, client));
    if (cut) {
      end(client);
      end(server);
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 14];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int phase = ice.getPhase();
        if (frozen) {
          ice.awaitAdvance(phase);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side has ended; so does the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, closed or not.
    }
  }
}
