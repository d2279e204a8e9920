package letopis.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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

/// Somebody takes an address down between our look at it and our write, or between two writes.
class WriteRaceIT {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore direct = new DocumentStore(indices);
  private final AtomicBoolean armed = new AtomicBoolean();

  /// After which request it happens, as its path begins.
  private String moment = "/_mget";

  @Test
  void anAddressThatWasGivenUpAndTakenDownThisMomentStaysClosed() throws Exception {
    Document holder = TestDocuments.full("https://example.org/c");
    String address = holder.address().aliases().getFirst();
    Document own = TestDocuments.full(address);
    direct.write(List.of(holder));
    Address alone = new Address(holder.address().url(), holder.address().canonical(), List.of());
    direct.write(List.of(holder.at(alone)));

    assertTakenDown(own, address);
    assertThat(direct.find(address)).isEmpty();
  }

  @Test
  void aNewPageThatIsTakenDownAfterItsAddressWasWrittenIsNotThereAfterwards() throws Exception {
    Document page = TestDocuments.full("https://example.org/new");
    moment = "/_bulk";

    assertTakenDown(page, page.address().canonical());
    assertNothingIsLeft();
  }

  @Test
  void aPastVersionThatIsWrittenWhileItsPageIsTakenDownIsNotThereAfterwards() throws Exception {
    Document page = TestDocuments.full("https://example.org/changed");
    direct.write(List.of(page));

    assertTakenDown(
        TestDocuments.revised(page, "Another title", Instant.parse("2026-03-01T00:00:00Z")),
        page.address().canonical());
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws IOException {
    indices.refresh();
    for (String index : List.of(indices.documents(), indices.revisions())) {
      assertThat(
              TestElasticsearch.shared()
                  .request("GET", "/" + index + "/_count")
                  .orThrow()
                  .json()
                  .path("count")
                  .asInt())
          .as(index)
          .isZero();
    }
  }

  private void assertTakenDown(Document document, String address) throws Exception {
    HttpServer between =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    between.createContext("/", exchange -> pass(exchange, address));
    between.start();
    URI at = URI.create("http://127.0.0.1:" + between.getAddress().getPort());
    try (Elasticsearch through = Elasticsearch.connect(at, new Credentials.None())) {
      armed.set(true);

      Outcome outcome =
          new DocumentStore(new Indices(through, indices.prefix()))
              .write(List.of(document))
              .getFirst();

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Rejected.class,
              rejected -> assertThat(rejected.cause()).isEqualTo(Outcome.Cause.TAKEN_DOWN));
    } finally {
      between.stop(0);
    }
  }

  private static Answer answer(HttpExchange exchange, String path, byte[] body) throws IOException {
    Elasticsearch real = TestElasticsearch.shared();
    String method = exchange.getRequestMethod();
    if (body.length == 0) {
      return real.request(method, path);
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type.equals("application/x-ndjson")
        ? real.lines(path, body)
        : real.request(method, path, Elasticsearch.JSON.readTree(body));
  }

  private void pass(HttpExchange exchange, String address) throws IOException {
    String path = exchange.getRequestURI().toString();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer = answer(exchange, path, body);
    // By default the last that is read before the write: the documents.
    if (path.startsWith(moment) && armed.compareAndSet(true, false)) {
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
