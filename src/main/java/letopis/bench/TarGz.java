package letopis.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads the regular files of a `.tar.gz` (ustar, with GNU and pax long names), enough for test
/// data.
public final class TarGz {
  private static final int BLOCK = 512;

  private TarGz() {}

  /// Every regular file by its name, in the order of the archive.
  public static Map<String, byte[]> read(Path archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
      String longName = "";
      for (byte[] header = in.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = in.readNBytes(BLOCK)) {
        byte[] body = body(in, size(header));
        char type = (char) header[156];
        if (type == 'L') {
          longName = field(body, 0, body.length);
        } else if (type == 'x') {
          longName = paxPath(new String(body, StandardCharsets.UTF_8), longName);
        } else {
          if (type == '0' || type == 0) {
            files.put(longName.isEmpty() ? name(header) : longName, body);
          }
          longName = "";
        }
      }
    }
    return files;
  }

  private static byte[] body(InputStream in, int size) throws IOException {
    byte[] body = in.readNBytes(size);
    if (body.length < size) {
      throw new EOFException("the archive ends in the middle of a file");
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    return body;
  }

  private static String paxPath(String records, String absent) {
    return records
        .lines()
        .filter(line -> line.contains(" path="))
        .map(line -> line.substring(line.indexOf(" path=") + " path=".length()))
        .findFirst()
        .orElse(absent);
  }

  private static String name(byte[] header) {
    String prefix = header[257] == 'u' ? field(header, 345, 155) : "";
    String name = field(header, 0, 100);
    String whole = prefix.isEmpty() ? name : prefix + "/" + name;
    return whole.startsWith("./") ? whole.substring(2) : whole;
  }

  private static int size(byte[] header) {
    return Integer.parseInt(field(header, 124, 12).strip(), 8);
  }

  private static String field(byte[] bytes, int start, int length) {
    int end = start;
    while (end < start + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
