package letopis.cli.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies files of a data folder.
final class DataFiles {
  static final String JOURNAL = "journal";

  /// What a backup takes with it and a restore brings back, beside the indices.
  static final List<String> KEPT =
      List.of("archive", JOURNAL, "config", "audit.jsonl", "keys.json");

  private DataFiles() {}

  /// Copies a file, or a folder with all in it. A file that grows meanwhile is copied as far as it
  /// was: WARC records and journal lines are only ever appended. One that retention deletes
  /// meanwhile is left out.
  static void copy(Path source, Path target) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(source)) {
      // A WARC file comes before its index, which is deleted first: no index is left alone.
      found = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : found) {
      Path copy = target.resolve(source.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else if (Files.isRegularFile(file)) {
        copyFile(file, copy);
      }
    }
  }

  private static void copyFile(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.toAbsolutePath().getParent());
    try {
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException gone) {
      if (Files.exists(file)) {
        throw gone;
      }
    }
  }
}
