package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An Elasticsearch that accepts connections and then stands still, as a frozen process does.
class SilenceTest {
  private final CountDownLatch asked = new CountDownLatch(2);
  private ServerSocket server;
  private Elasticsearch elasticsearch;

  @BeforeEach
  void answersOneRequestOnly() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    elasticsearch =
        Elasticsearch.connect(
            URI.create("http://127.0.0.1:" + server.getLocalPort()), new Credentials.None());
  }

  @AfterEach
  void close() throws IOException {
    elasticsearch.close();
    server.close();
  }

  private void serve() {
    try (Socket socket = server.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      head(in);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
      head(in);
      new CountDownLatch(1).await();
    } catch (IOException e) {
      // The other side is gone: the test is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void head(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      assertThat(line).doesNotContain("gzip");
    }
    asked.countDown();
  }

  @Test
  void whatIsTooLongToBeTakenInIsGivenUpToo() throws IOException {
    Elasticsearch impatient = elasticsearch.impatient(Duration.ofMillis(500), () -> {});

    // Longer than what the system holds for a connection that nobody reads.
    assertThatThrownBy(() -> impatient.lines("/_bulk", new byte[64_000_000]))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aThreadOfTheSystemCanBeInterruptedWhileItWaits() throws Exception {
    assertThat(elasticsearch.request("GET", "/").ok()).isTrue();
    CompletableFuture<Exception> end = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    elasticsearch.request("GET", "/");
                  } catch (IOException e) {
                    end.complete(e);
                  }
                });

    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    waiting.interrupt();

    assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void whatWasDoneInTimeIsNeverBrokenOff() throws InterruptedException {
    CountDownLatch late = new CountDownLatch(1);
    try (TimeLimits limits = new TimeLimits("limits")) {
      TimeLimits.Limit done = limits.start(Duration.ofMillis(1), () -> {});
      done.close();
      boolean brokenOffBefore = done.passed();
      limits.start(Duration.ofMillis(2), late::countDown);

      assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(done.passed()).isEqualTo(brokenOffBefore);
    }
  }

  @Test
  void theWatchGoesOnThoughSomethingCannotBeBrokenOff() throws InterruptedException {
    CountDownLatch late = new CountDownLatch(1);
    try (TimeLimits limits = new TimeLimits("limits")) {
      limits.start(
          Duration.ofMillis(1),
          () -> {
            throw new IllegalStateException("cannot be broken off");
          });
      Thread.sleep(600);
      limits.start(Duration.ofMillis(1), late::countDown);

      assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /// Once more after a second; the client's own retry would wait the hour.
  @Test
  void aRefusalIsAnAnswerHoweverLongItAsksToWait() throws IOException {
    AtomicInteger times = new AtomicInteger();
    HttpServer busy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    busy.createContext(
        "/",
        exchange -> {
          times.incrementAndGet();
          exchange.getResponseHeaders().add("Retry-After", "3600");
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    busy.start();
    try (Elasticsearch refused =
        Elasticsearch.connect(
            URI.create("http://127.0.0.1:" + busy.getAddress().getPort()),
            new Credentials.None())) {
      assertThat(refused.request("GET", "/").status()).isEqualTo(503);
      assertThat(times).hasValue(2);
    } finally {
      busy.stop(0);
    }
  }
}
