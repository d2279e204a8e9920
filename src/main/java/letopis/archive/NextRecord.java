package letopis.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// Searches a damaged WARC file for the next place where a record may begin.
final class NextRecord {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 1 << 20;

  private NextRecord() {}

  /// The offset of the next mark after this one, or -1.
  static long after(FileChannel file, long position, boolean packed) throws IOException {
    byte[] mark = packed ? GZIP : PLAIN;
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (long at = position + 1; at < file.size(); at += PIECE - mark.length) {
      piece.clear();
      int length = file.read(piece, at);
      for (int i = 0; i + mark.length <= length; i++) {
        if (startsWith(piece, i, mark)) {
          return at + i;
        }
      }
    }
    return -1;
  }

  private static boolean startsWith(ByteBuffer piece, int at, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (piece.get(at + i) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
