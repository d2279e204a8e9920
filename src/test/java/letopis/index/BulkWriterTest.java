package letopis.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that answers bulk requests as a busy Elasticsearch does.
class BulkWriterTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final List<Integer> sizes = new ArrayList<>();
  private HttpServer server;
  private ExecutorService threads;
  private Elasticsearch elasticsearch;
  private Reply reply = (_, ids) -> ids.stream().map(_ -> 201).toList();

  @FunctionalInterface
  private interface Reply {
    /// The status of each item; an empty list drops the connection, a single 429 refuses all.
    List<Integer> statuses(int request, List<String> ids);
  }

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/_bulk", this::bulk);
    server.start();
    elasticsearch =
        Elasticsearch.connect(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            new Credentials.None());
  }

  @AfterEach
  void stop() throws IOException {
    elasticsearch.close();
    server.stop(0);
    threads.close();
  }

  @Test
  void onlyTheItemsThatWereTooManyAreSentAgain() throws Exception {
    reply =
        (request, ids) ->
            ids.stream().map(id -> request < 3 && id.equals("1") ? 429 : 201).toList();
    assertThat(writer(1 << 20).write(items(3))).allMatch(BulkResult.Done.class::isInstance);
    assertThat(sizes).containsExactly(3, 1, 1);
  }

  @Test
  void everyItemIsAnsweredInOrderAndARefusedOneIsReported() throws Exception {
    reply =
        (_, ids) ->
            ids.stream().map(id -> id.equals("1") ? 400 : id.equals("2") ? 409 : 201).toList();
    List<BulkResult> results = writer(1 << 20).write(items(4));
    assertThat(results.get(0)).isInstanceOf(BulkResult.Done.class);
    assertThat(results.get(1)).isEqualTo(new BulkResult.Refused(400, "because: of a field"));
    assertThat(results.get(2)).isInstanceOf(BulkResult.Conflict.class);
    assertThat(results.get(3)).isInstanceOf(BulkResult.Done.class);
  }

  @Test
  void aBusyServerAndALostConnectionAreTriedAgain() throws Exception {
    reply =
        (request, ids) ->
            switch (request) {
              case 1 -> List.of(429);
              case 2 -> List.of();
              default -> ids.stream().map(_ -> 201).toList();
            };
    assertThat(writer(1 << 20).write(items(2))).allMatch(BulkResult.Done.class::isInstance);
    assertThat(requests.get()).isEqualTo(3);
  }

  @Test
  void aServerThatStaysBusyIsGivenUpAndNothingIsCalledWritten() {
    reply = (_, _) -> List.of(429);
    BulkWriter writer =
        new BulkWriter(
            elasticsearch, new BulkWriter.Limits(1 << 20, 1 << 20, Duration.ofMillis(300)));
    assertThatThrownBy(() -> writer.write(items(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 entries not written");
  }

  @Test
  void manyCallersShareTheBytesInFlight() throws Exception {
    BulkWriter writer =
        new BulkWriter(elasticsearch, new BulkWriter.Limits(1000, 2000, Duration.ofSeconds(20)));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        callers.submit(() -> writer.write(items(7)));
      }
    }
    assertThat(requests.get()).isEqualTo(40);
    assertThat(mostAtOnce.get()).isLessThanOrEqualTo(2);
  }

  private BulkWriter writer(int requestBytes) {
    return new BulkWriter(
        elasticsearch, new BulkWriter.Limits(requestBytes, 1 << 20, Duration.ofSeconds(20)));
  }

  private static List<BulkItem> items(int count) {
    List<BulkItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(
          BulkItem.index(
              "x", Integer.toString(i), Elasticsearch.JSON.createObjectNode().put("n", i)));
    }
    return items;
  }

  private void bulk(HttpExchange exchange) throws IOException {
    try (exchange) {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      List<String> ids = new ArrayList<>();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      for (String line : body.split("\n")) {
        JsonNode json = Elasticsearch.JSON.readTree(line);
        if (json.has("index")) {
          ids.add(json.at("/index/_id").asText());
        }
      }
      synchronized (sizes) {
        sizes.add(ids.size());
      }
      List<Integer> statuses = reply.statuses(requests.incrementAndGet(), ids);
      answer(exchange, ids, statuses);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private static void answer(HttpExchange exchange, List<String> ids, List<Integer> statuses)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    if (statuses.isEmpty()) {
      return;
    }
    if (statuses.size() != ids.size()) {
      exchange.sendResponseHeaders(statuses.getFirst(), -1);
      return;
    }
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < ids.size(); i++) {
      items
          .append(i == 0 ? "" : ",")
          .append("{\"index\":{\"_id\":\"%s\",\"status\":%d".formatted(ids.get(i), statuses.get(i)))
          .append(
              statuses.get(i) < 300
                  ? "}}"
                  : ",\"error\":{\"type\":\"x\",\"reason\":\"because\",\"caused_by\":{\"reason\":\"of"
                        + " a field\"}}}}");
    }
    byte[] bytes = ("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
