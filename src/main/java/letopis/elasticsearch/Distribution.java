package letopis.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import letopis.elasticsearch.NodeFailure.Reason;

/// Unpacks the server once below the data folder and puts our plugin into it.
final class Distribution {
  /// The unpacked server is 150 MB; the rest is for first indices and logs.
  private static final long ROOM_NEEDED = 400L << 20;

  private Distribution() {}

  /// Makes sure that the home of the node is complete.
  static void prepare(NodeSettings settings) throws NodeFailure, IOException {
    Files.createDirectories(settings.root());
    if (!Files.isDirectory(settings.home())) {
      unpack(settings);
    }
    PluginFiles.install(settings.home().resolve("plugins"));
  }

  /// Unpacks beside the target and renames, so that a half unpacked server is never taken for one.
  private static void unpack(NodeSettings settings) throws NodeFailure, IOException {
    if (!Files.isRegularFile(settings.zip())) {
      throw new NodeFailure(
          Reason.NO_DISTRIBUTION,
          "the Elasticsearch distribution is missing: "
              + settings.zip()
              + " (build with `mvn package`, or set -Dletopis.elasticsearch.zip)",
          List.of());
    }
    checkRoom(settings);
    Path half = Files.createTempDirectory(settings.root(), "unpacking-");
    try {
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      copyEntries(settings.zip(), half);
      Files.move(
          half.resolve("elasticsearch-" + NodeSettings.VERSION),
          settings.home(),
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteTree(half);
    }
  }

  private static void checkRoom(NodeSettings settings) throws NodeFailure, IOException {
    FileStore store = Files.getFileStore(settings.root());
    if (store.getUsableSpace() < ROOM_NEEDED) {
      throw new NodeFailure(
          Reason.DISK_FULL,
          "there is too little room in %s: %d MB free, %d MB needed"
              .formatted(settings.root(), store.getUsableSpace() >> 20, ROOM_NEEDED >> 20),
          List.of());
    }
  }

  private static void copyEntries(Path zip, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("an entry leaves the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
        }
      }
    }
  }

  /// Deletes a folder and everything in it; quiet when there is none.
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
