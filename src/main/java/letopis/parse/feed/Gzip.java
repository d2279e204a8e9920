package letopis.parse.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Unpacks documents that are gzip files themselves, as sitemaps may be.
final class Gzip {
  /// sitemaps.org: at most 50 MB uncompressed.
  static final int MOST = 50 << 20;

  private Gzip() {}

  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  /// The content; empty when it is broken from the start or beyond [#MOST].
  static Optional<byte[]> unzip(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] content = in.readNBytes(MOST + 1);
      return content.length > MOST ? Optional.empty() : Optional.of(content);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
