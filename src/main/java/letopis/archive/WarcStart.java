package letopis.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// Tells by the begin of a file whether it is a WARC file, and says what else it is.
final class WarcStart {
  private static final int LOOKED_AT = 16;

  private WarcStart() {}

  /// What is not unpacked here, by how it begins.
  private enum Packing {
    ZSTANDARD("Zstandard", "(\u00b5/\u00fd"),
    // A dictionary, as zstd-packed WARC files of several tools begin with.
    ZSTANDARD_DICTIONARY("Zstandard", "]*M\u0018"),
    BZIP2("bzip2", "BZh"),
    XZ("xz", "\u00fd7zXZ");

    private final String name;
    private final String begin;

    Packing(String name, String begin) {
      this.name = name;
      this.begin = begin;
    }
  }

  /// Whether a WARC file is packed with gzip.
  static boolean isPacked(Path path) throws IOException {
    byte[] start = start(path, false);
    boolean packed = start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    byte[] text = packed ? start(path, true) : start;
    String begin = new String(text, StandardCharsets.ISO_8859_1);
    if (begin.startsWith("filedesc:")) {
      throw new NotWarc(
          "an ARC file, the format before WARC; convert it first (warcio recompress)");
    }
    for (Packing other : Packing.values()) {
      if (begin.startsWith(other.begin)) {
        throw new NotWarc("packed with " + other.name + ", which is not read; unpack it first");
      }
    }
    if (!begin.startsWith("WARC/")) {
      throw new NotWarc(begin.isEmpty() ? "empty" : "at offset 0 is " + shown(text));
    }
    return packed;
  }

  /// The begin of a file as a person may recognise it: text as text, else hex.
  private static String shown(byte[] begin) {
    String text = new String(begin, StandardCharsets.UTF_8);
    boolean readable = text.chars().allMatch(c -> c >= ' ' && c != 0xFFFD || c == '\n');
    return readable
        ? "\"" + text.replace('\n', ' ') + "\""
        : HexFormat.ofDelimiter(" ").formatHex(begin);
  }

  private static byte[] start(Path path, boolean unpack) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        InputStream text = unpack ? new GZIPInputStream(in) : in) {
      return text.readNBytes(LOOKED_AT);
    } catch (IOException e) {
      if (unpack) {
        throw new NotWarc("a gzip file that cannot be unpacked (" + e.getMessage() + ")");
      }
      throw e;
    }
  }
}
