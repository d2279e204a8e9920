package letopis.crawl.spool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import letopis.index.state.RecordJson;

/// A copy of the journals of a data folder beside a picture of its index that was taken while
/// crawlers were at work: what was filed since the copy began may be missing in the picture, and
/// waits in the copy to be filed again, which changes nothing where it is there.
///
/// As long as it is open, no journal forgets a line.
public final class JournalCopy implements AutoCloseable {
  /// What the names of the files begin with that tell journals to forget nothing, one for
  /// each copy.
  static final String HELD = "held";

  /// A copy does not take longer; what holds journals for longer has been killed.
  private static final Duration LONGEST = Duration.ofHours(6);

  private final Path folder;
  private final Path held;
  private final Map<Path, Begun> begun = new HashMap<>();

  /// A journal when the copy began.
  ///
  /// @param file its identity: one whose rewriting was under way is another file afterwards, of
  ///     which nothing was there
  private record Begun(String file, long size) {
    static Begun of(Path journal) throws IOException {
      try {
        BasicFileAttributes now = Files.readAttributes(journal, BasicFileAttributes.class);
        return new Begun(String.valueOf(now.fileKey()), now.size());
      } catch (NoSuchFileException e) {
        return new Begun("", 0);
      }
    }
  }

  private JournalCopy(Path folder, Path held) {
    this.folder = folder;
    this.held = held;
  }

  /// Begins: before the picture of the index is taken.
  ///
  /// @param folder of the journals
  public static JournalCopy begin(Path folder) throws IOException {
    Files.createDirectories(folder);
    JournalCopy copy = new JournalCopy(folder, Files.createTempFile(folder, HELD, ""));
    for (Path file : JournalFile.list(folder)) {
      copy.begun.put(file, Begun.of(file));
    }
    return copy;
  }

  /// Copies the journals as they are now, without what was noted as filed since the begin.
  public void into(Path target) throws IOException {
    Files.createDirectories(target);
    for (Path file : JournalFile.list(folder)) {
      Optional<byte[]> bytes = read(file);
      if (bytes.isPresent()) {
        Begun then = begun.get(file);
        long before = then != null && then.file().equals(Begun.of(file).file()) ? then.size() : 0;
        Files.writeString(
            target.resolve(file.getFileName().toString()), unfiled(bytes.get(), before));
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(held);
  }

  /// Whether journals of this folder are being copied.
  static boolean isHeld(Path folder, Clock clock) throws IOException {
    for (Path held : held(folder)) {
      try {
        Instant since = Files.getLastModifiedTime(held).toInstant();
        if (since.plus(LONGEST).isAfter(clock.instant())) {
          return true;
        }
      } catch (NoSuchFileException e) {
        // That copy has ended just now.
      }
    }
    return false;
  }

  private static String unfiled(byte[] bytes, long before) {
    int old = (int) Math.min(before, bytes.length);
    StringBuilder lines = new StringBuilder(new String(bytes, 0, old, StandardCharsets.UTF_8));
    new String(bytes, old, bytes.length - old, StandardCharsets.UTF_8)
        .lines()
        .flatMap(line -> JournalLine.parse(line).stream())
        .filter(line -> !line.has("done"))
        .forEach(line -> lines.append(text(line)));
    return lines.toString();
  }

  private static String text(ObjectNode line) {
    return new String(RecordJson.line(line), StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      // Its process ended with nothing left.
      return Optional.empty();
    }
  }

  private static List<Path> held(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(HELD)).toList();
    }
  }
}
