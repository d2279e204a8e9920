package letopis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Copies files of a data folder.
final class DataFiles {
  /// What a backup takes with it and a restore brings back, beside the indices.
  static final List<String> KEPT =
      List.of("archive", "journal", "config", "audit.jsonl", "keys.json");

  private DataFiles() {}

  /// Copies a file, or a folder with all in it. A file that grows meanwhile is copied as far as it
  /// was: WARC records and journal lines are only ever appended.
  static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
