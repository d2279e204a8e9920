package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;

/// Snapshots of the managed node, carried out of and into its only snapshot folder.
public final class Snapshots {
  private static final String NAME = "letopis";

  private final Elasticsearch elasticsearch;
  private final Path folder;

  /// @param data the data folder that the node belongs to
  public Snapshots(Elasticsearch elasticsearch, Path data) {
    this.elasticsearch = Objects.requireNonNull(elasticsearch);
    this.folder = data.toAbsolutePath().normalize().resolve("elasticsearch/snapshots");
  }

  /// Snapshots indices and moves the snapshot into a folder, which is made.
  ///
  /// @param indices a pattern of names
  /// @return how many indices are in it
  public int save(String indices, Path target) throws IOException {
    String repository = "backup-" + System.nanoTime();
    Path place = folder.resolve(repository);
    Files.createDirectories(place);
    Unprivileged.own(place);
    try {
      register(repository, place);
      ObjectNode request =
          Elasticsearch.JSON
              .createObjectNode()
              .put("indices", indices)
              .put("include_global_state", false);
      JsonNode snapshot =
          elasticsearch
              .request(
                  "PUT",
                  "/_snapshot/" + repository + "/" + NAME + "?wait_for_completion=true",
                  request)
              .orThrow()
              .json()
              .path("snapshot");
      if (!snapshot.path("state").asText().equals("SUCCESS")) {
        throw new IOException("the snapshot is " + snapshot.path("state") + ": " + snapshot);
      }
      copyTree(place, target);
      return snapshot.path("indices").size();
    } finally {
      elasticsearch.request("DELETE", "/_snapshot/" + repository);
      Distribution.deleteTree(place);
    }
  }

  /// Restores all indices of a folder that [#save] made.
  ///
  /// @return how many
  /// @throws IOException when an index of such a name is there already, or the folder is no
  ///     snapshot
  public int restore(Path source) throws IOException {
    String repository = "restore-" + System.nanoTime();
    Path place = folder.resolve(repository);
    try {
      copyTree(source, place);
      Unprivileged.own(place);
      register(repository, place);
      ObjectNode request =
          Elasticsearch.JSON
              .createObjectNode()
              .put("indices", "*")
              .put("include_global_state", false)
              .put("include_aliases", true);
      JsonNode restored =
          elasticsearch
              .request(
                  "POST",
                  "/_snapshot/" + repository + "/" + NAME + "/_restore?wait_for_completion=true",
                  request)
              .orThrow()
              .json()
              .path("snapshot");
      if (restored.at("/shards/failed").asInt(-1) != 0) {
        throw new IOException("not all could be restored: " + restored);
      }
      return restored.path("indices").size();
    } finally {
      elasticsearch.request("DELETE", "/_snapshot/" + repository);
      Distribution.deleteTree(place);
    }
  }

  private void register(String repository, Path place) throws IOException {
    ObjectNode request = Elasticsearch.JSON.createObjectNode().put("type", "fs");
    request.putObject("settings").put("location", place.toString());
    elasticsearch.request("PUT", "/_snapshot/" + repository, request).orThrow();
  }

  private static void copyTree(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
