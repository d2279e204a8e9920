package letopis.crawl.spool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import letopis.archive.SteadyFile;
import letopis.index.state.RecordJson;

/// The file of a journal, locked while its process lives: lines are appended to it, read back by
/// their places, and it is replaced by a shorter one when most lines are of no more use.
///
/// Not safe for threads by itself.
final class JournalFile implements AutoCloseable {
  private static final String SUFFIX = ".jsonl";
  private static final String DRAFT = ".new";

  private final Path path;
  private SteadyFile lines;

  /// The file before it was last replaced: who has opened it and not tried its lock yet must not
  /// get that.
  private Optional<SteadyFile> before = Optional.empty();

  /// Where a line is, in bytes.
  record Place(long offset, int length) {}

  private JournalFile(Path path, SteadyFile lines) {
    this.path = path;
    this.lines = lines;
  }

  /// Makes a file with a name that no other has.
  static JournalFile create(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(UUID.randomUUID() + SUFFIX);
    return new JournalFile(path, SteadyFile.create(path));
  }

  /// The files of all journals in a folder, of living and of dead processes.
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(path -> path.toString().endsWith(SUFFIX)).toList();
    }
  }

  /// The name of the process that made a file.
  static String owner(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /// Deletes a journal, and what its process had begun to replace it with.
  static void delete(Path file) throws IOException {
    Files.deleteIfExists(draftOf(file));
    Files.deleteIfExists(file);
  }

  private static Path draftOf(Path file) {
    return file.resolveSibling(owner(file) + DRAFT);
  }

  Path path() {
    return path;
  }

  /// Its length in bytes.
  long size() throws IOException {
    return lines.size();
  }

  /// Adds a line at the end.
  Place append(ObjectNode line) throws IOException {
    return append(lines, RecordJson.line(line));
  }

  private static Place append(SteadyFile file, byte[] line) throws IOException {
    long offset = file.size();
    file.write(line, offset);
    return new Place(offset, line.length);
  }

  /// Reads a line back; empty when it is none of ours.
  Optional<ObjectNode> read(Place place) throws IOException {
    return JournalLine.parse(new String(bytes(place), StandardCharsets.UTF_8));
  }

  private byte[] bytes(Place place) throws IOException {
    return lines.read(place.offset(), place.length());
  }

  /// Replaces the file by one with a few of its lines. When that fails, the file is as it was.
  ///
  /// @param first a line to begin with
  /// @return where the lines are now, in the same order
  List<Place> replace(Optional<ObjectNode> first, List<Place> kept) throws IOException {
    Path draft = draftOf(path);
    Files.deleteIfExists(draft);
    SteadyFile fresh = SteadyFile.create(draft);
    List<Place> moved = new ArrayList<>();
    try {
      if (first.isPresent()) {
        append(fresh, RecordJson.line(first.get()));
      }
      for (Place place : kept) {
        moved.add(append(fresh, bytes(place)));
      }
      fresh.sync();
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      fresh.close();
      Files.deleteIfExists(draft);
      throw e;
    }
    Optional<SteadyFile> older = before;
    before = Optional.of(lines);
    lines = fresh;
    if (older.isPresent()) {
      older.get().close();
    }
    return moved;
  }

  /// Gives the lock back, too.
  @Override
  public void close() throws IOException {
    lines.close();
    if (before.isPresent()) {
      before.get().close();
    }
  }
}
