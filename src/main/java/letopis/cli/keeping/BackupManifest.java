package letopis.cli.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import letopis.app.CommandFailure;
import letopis.elasticsearch.Elasticsearch;

/// The list of a backup's files with their sizes and SHA-256, in `backup.json`: written last, so
/// that a backup without it is not whole.
///
/// @param at when it was made
/// @param files by path relative to the backup's folder
record BackupManifest(Instant at, Map<String, Entry> files) {
  private static final String NAME = "backup.json";
  private static final int FORMAT = 1;

  BackupManifest {
    files = new TreeMap<>(files);
  }

  record Entry(long bytes, String sha256) {}

  /// Lists and hashes what is in a folder.
  static BackupManifest of(Path folder, Instant at) throws IOException {
    Map<String, Entry> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals(NAME)) {
          files.put(name, new Entry(Files.size(file), sha256(file)));
        }
      }
    }
    return new BackupManifest(at, files);
  }

  void write(Path folder) throws IOException {
    ObjectNode json =
        Elasticsearch.JSON.createObjectNode().put("format", FORMAT).put("at", at.toString());
    ObjectNode list = json.putObject("files");
    files.forEach(
        (name, entry) ->
            list.putObject(name).put("bytes", entry.bytes()).put("sha256", entry.sha256()));
    Files.write(
        folder.resolve(NAME),
        Elasticsearch.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
  }

  static BackupManifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw CommandFailure.failed(folder + " is not a whole backup: it has no " + NAME);
    }
    JsonNode json = Elasticsearch.JSON.readTree(Files.readAllBytes(file));
    if (json.path("format").asInt() != FORMAT) {
      throw CommandFailure.failed(file + " is of another format; use the Letopis that made it");
    }
    Map<String, Entry> files = new TreeMap<>();
    json.path("files")
        .properties()
        .forEach(
            entry ->
                files.put(
                    entry.getKey(),
                    new Entry(
                        entry.getValue().path("bytes").asLong(),
                        entry.getValue().path("sha256").asText())));
    return new BackupManifest(Instant.parse(json.required("at").asText()), files);
  }

  /// What of the folder is not as listed.
  List<String> problems(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder.normalize())) {
        problems.add(file.getKey() + " leaves the folder");
      } else if (!Files.isRegularFile(path)) {
        problems.add(file.getKey() + " is missing");
      } else if (!sha256(path).equals(file.getValue().sha256())) {
        problems.add(file.getKey() + " was changed");
      }
    }
    return problems;
  }

  long bytes() {
    return files.values().stream().mapToLong(Entry::bytes).sum();
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
