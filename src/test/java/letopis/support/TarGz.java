package letopis.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads the `.tar.gz` archives of the real data (POSIX ustar, with GNU and pax long names).
public final class TarGz {
  private static final int BLOCK = 512;

  private TarGz() {}

  /// A regular file of an archive.
  public record File(String name, byte[] bytes) {}

  /// All regular files, in the order of the archive.
  public static List<File> read(Path archive) throws IOException {
    List<File> files = new ArrayList<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
      String longName = null;
      for (byte[] header = in.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = in.readNBytes(BLOCK)) {
        int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] bytes = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        switch (header[156]) {
          case '0', 0 -> {
            String prefix = text(header, 345, 155);
            String name = text(header, 0, 100);
            String whole = prefix.isEmpty() ? name : prefix + "/" + name;
            files.add(new File(longName == null ? whole : longName, bytes));
            longName = null;
          }
          case 'L' -> longName = text(bytes, 0, size);
          case 'x' -> longName = paxPath(new String(bytes, StandardCharsets.UTF_8), longName);
          default -> {}
        }
      }
    }
    return files;
  }

  private static String paxPath(String records, String absent) {
    for (String line : records.split("\n")) {
      int at = line.indexOf(" path=");
      if (at > 0) {
        return line.substring(at + 6);
      }
    }
    return absent;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
