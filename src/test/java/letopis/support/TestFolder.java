package letopis.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders of the build that tests keep between runs.
final class TestFolder {
  private TestFolder() {}

  /// A folder below `target` that no other running test process uses: the first free one of
  /// `<name>-0`, `<name>-1`, …
  static Path inBuild(String name) throws IOException {
    for (int i = 0; ; i++) {
      Path folder = Path.of("target").toAbsolutePath().resolve(name + "-" + i);
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("test.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Kept open until this process ends.
      if (channel.tryLock() != null) {
        return folder;
      }
      channel.close();
    }
  }

  static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
