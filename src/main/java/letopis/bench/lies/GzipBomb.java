package letopis.bench.lies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/// Much in little.
final class GzipBomb {
  private GzipBomb() {}

  /// So many mebibytes of spaces, packed: about a thousandth.
  static byte[] ofMebibytes(int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] spaces = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < size; i++) {
        gzip.write(spaces);
      }
    }
    return out.toByteArray();
  }
}
