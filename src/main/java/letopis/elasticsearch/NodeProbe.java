package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import letopis.elasticsearch.NodeFailure.Reason;

/// Asks a node whether it is well, and whether it is ours.
final class NodeProbe {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private NodeProbe() {}

  /// Waits until a node that was just spawned answers with all its data recovered.
  static URI awaitReady(
      NodeSettings settings, ProcessHandle process, Credentials.Password credentials)
      throws NodeFailure, InterruptedException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    Optional<URI> address = Optional.empty();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw NodeLog.explain(settings, Reason.DIED, "Elasticsearch ended by itself");
      }
      address = address.or(() -> publishedAddress(settings));
      if (address.isPresent() && answersWell(address.get(), credentials)) {
        return address.get();
      }
      Thread.sleep(PAUSE);
    }
    throw NodeLog.explain(
        settings,
        Reason.TIMEOUT,
        "Elasticsearch did not answer within %d s; either the machine is too busy for it, or its disk too slow"
            .formatted(settings.patience().toSeconds()));
  }

  /// Whether the node of a record answers to its password, is of our version, and works on our
  /// data.
  static boolean isOurs(NodeRecord record, NodeSettings settings) {
    if (record.address().isEmpty()) {
      return false;
    }
    return ask(
            record.address().get(),
            record.credentials(),
            "/_nodes/_local/settings?flat_settings=true")
        .map(json -> json.path("nodes").elements())
        .filter(nodes -> nodes.hasNext())
        .map(nodes -> nodes.next())
        .filter(node -> node.path("version").asText().equals(NodeSettings.VERSION))
        .map(node -> pathData(node.path("settings")))
        .filter(data -> data.equals(settings.indices().toString()))
        .isPresent();
  }

  private static String pathData(JsonNode settings) {
    JsonNode data = settings.path("path.data");
    return data.isArray() ? data.path(0).asText() : data.asText();
  }

  /// Elasticsearch writes this file when it listens (`node.portsfile`).
  private static Optional<URI> publishedAddress(NodeSettings settings) {
    Path file = settings.logs().resolve("http.ports");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith("127.0.0.1:"))
          .findFirst()
          .map(line -> URI.create("http://" + line.strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean answersWell(URI address, Credentials credentials) {
    return ask(address, credentials, "/_cluster/health?wait_for_status=yellow&timeout=5s")
        .filter(json -> !json.path("timed_out").asBoolean(true))
        .isPresent();
  }

  private static Optional<JsonNode> ask(URI address, Credentials credentials, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
    credentials.authorization().ifPresent(value -> request.header("Authorization", value));
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build()) {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return response.statusCode() == 200
          ? Optional.of(Elasticsearch.JSON.readTree(response.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
