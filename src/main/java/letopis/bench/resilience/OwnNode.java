package letopis.bench.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.app.DistributionFile;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.ManagedNode;
import letopis.elasticsearch.NodeFailure;
import letopis.elasticsearch.NodeSettings;

/// A managed node of the benchmark's own, and the end of one that belongs to a killed process.
public final class OwnNode implements AutoCloseable {
  private static final long HEAP = 512L << 20;

  private final ManagedNode node;
  private final Elasticsearch connection;

  private OwnNode(ManagedNode node) {
    this.node = node;
    this.connection = node.connect();
  }

  /// Starts a node whose data is in this folder, which is made.
  public static OwnNode start(Path data) throws IOException, InterruptedException {
    try {
      Files.createDirectories(data);
      return new OwnNode(ManagedNode.start(NodeSettings.in(data, DistributionFile.find(), HEAP)));
    } catch (NodeFailure e) {
      throw new IOException(e.getMessage() + "\n" + String.join("\n", e.log()), e);
    }
  }

  /// The connection to it; closed with the node.
  public Elasticsearch connection() {
    return connection;
  }

  Credentials credentials() {
    return node.credentials();
  }

  /// `kill -STOP`, launcher and server.
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /// `kill -CONT`.
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    ProcessHandle launcher = ProcessHandle.of(node.pid()).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", name, Long.toString(launcher.pid())));
    launcher.descendants().forEach(process -> command.add(Long.toString(process.pid())));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  /// `kill -9` for the node that is recorded in a data folder, launcher and server, if it runs.
  static void killOrphan(Path data) {
    Optional<ProcessHandle> launcher = recorded(data).flatMap(ProcessHandle::of);
    if (launcher.isPresent()) {
      List<ProcessHandle> all = new ArrayList<>(launcher.get().descendants().toList());
      all.add(launcher.get());
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    }
  }

  private static Optional<Long> recorded(Path data) {
    try {
      JsonNode record = Elasticsearch.JSON.readTree(Files.readAllBytes(data.resolve("node.json")));
      return Optional.of(record.path("pid").asLong());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
    node.close();
  }
}
