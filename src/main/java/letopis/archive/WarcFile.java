package letopis.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A WARC file being written, with the journal of its index: a line per capture in order of
/// writing, sorted into `.cdxj` when the file is finished. The lock on the file tells other
/// processes that it is in use.
final class WarcFile {
  static final String WARC = ".warc.gz";
  static final String JOURNAL = ".cdxj.part";
  static final String INDEX = ".cdxj";

  private final Path path;
  private final SteadyFile records;
  private final SteadyFile journal;
  private final List<String> lines = new ArrayList<>();
  private long position;
  private long journalled;

  private WarcFile(Path path, SteadyFile records, SteadyFile journal) {
    this.path = path;
    this.records = records;
    this.journal = journal;
  }

  /// Creates a file that must not exist, with these first bytes.
  static WarcFile create(Path path, byte[] warcinfo) throws IOException {
    SteadyFile journal = SteadyFile.create(sibling(path, JOURNAL));
    WarcFile file = new WarcFile(path, SteadyFile.create(path), journal);
    file.append(warcinfo);
    return file;
  }

  String name() {
    return path.getFileName().toString();
  }

  int captures() {
    return lines.size();
  }

  long size() {
    return position;
  }

  /// Adds the packed records of one capture; its line comes after, so that a line never speaks of
  /// bytes that are not there.
  ///
  /// @return where they begin
  long append(byte[]... records) throws IOException {
    long start = position;
    for (byte[] record : records) {
      this.records.write(record, position);
      position += record.length;
    }
    return start;
  }

  /// @param text of the line of this capture
  void index(String text) throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    journal.write(bytes, journalled);
    journalled += bytes.length;
    lines.add(text);
  }

  void sync() throws IOException {
    records.sync();
  }

  /// Finishes the file: durable, index sorted, journal gone. A file without captures is removed.
  void close() throws IOException {
    records.sync();
    finish(path, lines);
    records.close();
    journal.close();
  }

  /// Takes up a file whose writer died: cuts off what it left half-written and indexes the rest.
  /// Nothing happens when the writer is alive.
  ///
  /// @return whether it was taken up
  static boolean recover(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try (FileLock lock = channel.tryLock()) {
        if (lock == null || !Files.exists(sibling(path, JOURNAL))) {
          return false;
        }
        List<CdxLine> lines = new ArrayList<>(journal(path, channel.size()));
        long end = lines.stream().mapToLong(CdxLine::end).max().orElse(0);
        channel.truncate(WarcTail.index(channel, path.getFileName().toString(), end, lines));
        channel.force(false);
        finish(path, lines.stream().map(CdxLine::text).toList());
        return true;
      }
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /// The lines of a journal that speak of bytes which are there; the last may be torn.
  static List<CdxLine> journal(Path path, long size) throws IOException {
    Path journal = sibling(path, JOURNAL);
    if (!Files.exists(journal)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
    return text.lines()
        .map(CdxLine::parse)
        .flatMap(Optional::stream)
        .filter(line -> line.end() <= size)
        .toList();
  }

  static Path sibling(Path warc, String ending) {
    String name = warc.getFileName().toString();
    return warc.resolveSibling(name.substring(0, name.length() - WARC.length()) + ending);
  }

  private static void finish(Path path, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      Files.deleteIfExists(path);
    } else {
      CdxFile.write(sibling(path, INDEX), lines);
    }
    Files.deleteIfExists(sibling(path, JOURNAL));
  }
}
