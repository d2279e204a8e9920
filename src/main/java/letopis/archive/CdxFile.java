package letopis.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sorted index beside a finished WARC file, searched in place by bisection.
final class CdxFile {
  private static final int LINE = 16 << 10;

  private CdxFile() {}

  /// All captures of one address, oldest first. None when the file was deleted meanwhile.
  static List<CdxLine> find(Path file, String url) throws IOException {
    byte[] key = CdxLine.key(url).getBytes(StandardCharsets.UTF_8);
    List<CdxLine> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = firstNotBefore(channel, key);
      for (byte[] line; (line = line(channel, at)).length > 0 && startsWith(line, key); ) {
        CdxLine.parse(new String(line, StandardCharsets.UTF_8)).ifPresent(found::add);
        at += line.length + 1;
      }
    } catch (NoSuchFileException _) {
      // Retention was quicker.
    }
    return found;
  }

  /// Every line in order.
  static List<CdxLine> all(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(CdxLine::parse).flatMap(Optional::stream).toList();
    }
  }

  /// Writes the lines sorted, as a whole or not at all.
  static void write(Path file, Collection<String> lines) throws IOException {
    List<String> sorted = lines.stream().sorted().toList();
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text =
          ByteBuffer.wrap(
              sorted.isEmpty()
                  ? new byte[0]
                  : (String.join("\n", sorted) + "\n").getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(false);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Offset of the first line that is not less than the key.
  private static long firstNotBefore(FileChannel channel, byte[] key) throws IOException {
    long low = 0;
    long high = channel.size();
    while (low < high) {
      long middle = lineStart(channel, low, (low + high) >>> 1);
      byte[] line = line(channel, middle);
      if (line.length == 0) {
        high = middle;
      } else if (compare(line, key) < 0) {
        low = middle + line.length + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The start of the line that this offset is in, not before `low`, which is a line start.
  private static long lineStart(FileChannel channel, long low, long offset) throws IOException {
    for (long to = offset; to > low; ) {
      int size = (int) Math.min(LINE, to - low);
      byte[] before = bytes(channel, to - size, size);
      for (int i = before.length - 1; i >= 0; i--) {
        if (before[i] == '\n') {
          return to - size + i + 1;
        }
      }
      to -= size;
    }
    return low;
  }

  /// The line that begins here, without its line feed; empty at the end.
  private static byte[] line(FileChannel channel, long offset) throws IOException {
    for (int size = 1024; ; size *= 4) {
      byte[] piece = bytes(channel, offset, size);
      for (int i = 0; i < piece.length; i++) {
        if (piece[i] == '\n') {
          return java.util.Arrays.copyOf(piece, i);
        }
      }
      if (piece.length < size) {
        return new byte[0];
      }
    }
  }

  private static byte[] bytes(FileChannel channel, long offset, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {}
    return java.util.Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static int compare(byte[] line, byte[] key) {
    return java.util.Arrays.compareUnsigned(
        line, 0, Math.min(line.length, key.length), key, 0, key.length);
  }

  private static boolean startsWith(byte[] line, byte[] key) {
    return line.length >= key.length
        && java.util.Arrays.equals(line, 0, key.length, key, 0, key.length);
  }
}
