package letopis.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import letopis.document.Address;
import letopis.document.Document;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

/// Somebody takes an address down between our look at it and our write.
class WriteRaceIT {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore direct = new DocumentStore(indices);
  private final AtomicBoolean armed = new AtomicBoolean();

  @Test
  void anAddressThatWasGivenUpAndTakenDownThisMomentStaysClosed() throws Exception {
    Document holder = TestDocuments.full("https://example.org/c");
    String address = holder.address().aliases().getFirst();
    Document own = TestDocuments.full(address);
    direct.write(List.of(holder));
    Address alone = new Address(holder.address().url(), holder.address().canonical(), List.of());
    direct.write(List.of(holder.at(alone)));
    HttpServer between =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    between.createContext("/", exchange -> pass(exchange, address));
    between.start();
    URI at = URI.create("http://127.0.0.1:" + between.getAddress().getPort());
    try (Elasticsearch through = Elasticsearch.connect(at, new Credentials.None())) {
      armed.set(true);

      Outcome outcome =
          new DocumentStore(new Indices(through, indices.prefix())).write(List.of(own)).getFirst();

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Rejected.class,
              rejected -> assertThat(rejected.cause()).isEqualTo(Outcome.Cause.TAKEN_DOWN));
      assertThat(direct.find(address)).isEmpty();
    } finally {
      between.stop(0);
    }
  }

  private void pass(HttpExchange exchange, String address) throws IOException {
    String path = exchange.getRequestURI().toString();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer =
        TestElasticsearch.shared()
            .request(
                exchange.getRequestMethod(),
                path,
                body,
                exchange.getRequestHeaders().getFirst("Content-Type"));
    // The last that is read before the write: the documents.
    if (path.startsWith("/_mget") && armed.compareAndSet(true, false)) {
      takeDown(address);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private void takeDown(String address) throws IOException {
    try {
      new Takedown(indices, Clock.systemUTC()).address(address, "asked");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
