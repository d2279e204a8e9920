package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The file `node.json` of a data folder: which process runs there and how to reach it. Readable
/// only to its owner, for it holds the password.
///
/// @param pid of the process that we started
/// @param started when that process began, so that a reused pid is not taken for it
/// @param address where it listens; empty while it is still starting
record NodeRecord(
    long pid, Instant started, Optional<URI> address, Credentials.Password credentials) {
  NodeRecord {
    Objects.requireNonNull(started);
    Objects.requireNonNull(address);
    Objects.requireNonNull(credentials);
  }

  static Path file(Path data) {
    return data.resolve("node.json");
  }

  /// Reads the record of a data folder; empty when there is none or it is broken.
  static Optional<NodeRecord> read(Path data) {
    try {
      JsonNode json = Elasticsearch.JSON.readTree(Files.readAllBytes(file(data)));
      String url = json.path("url").asText("");
      return Optional.of(
          new NodeRecord(
              json.required("pid").asLong(),
              Instant.ofEpochMilli(json.required("started").asLong()),
              url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url)),
              new Credentials.Password(
                  json.required("user").asText(), json.required("password").asText())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Writes the record as a whole or not at all.
  void write(Path data) throws IOException {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("pid", pid).put("started", started.toEpochMilli());
    address.ifPresent(url -> json.put("url", url.toString()));
    json.put("user", credentials.user()).put("password", credentials.password());
    Path half =
        Files.createTempFile(
            data,
            "node",
            ".json",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(half, Elasticsearch.JSON.writeValueAsBytes(json));
    Files.move(half, file(data), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The process, when it still runs.
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startOf(handle).equals(started));
  }

  static Instant startOf(ProcessHandle handle) {
    return Instant.ofEpochMilli(handle.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
  }
}
