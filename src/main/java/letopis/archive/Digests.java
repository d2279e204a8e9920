package letopis.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.netpreserve.jwarc.WarcDigest;

/// Digests in the form of `WARC-Payload-Digest`: `sha256:` and 64 hex digits, which `sha256sum`
/// prints too. SHA-1, the custom of older tools, no longer proves that two payloads are the same.
final class Digests {
  private Digests() {}

  static String sha256(byte[]... parts) {
    MessageDigest digest = begin();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return written(digest);
  }

  /// A digest to be fed.
  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// What was fed, as it is written.
  static String written(MessageDigest digest) {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /// Whether a digest that another tool wrote is that of a payload; false for an algorithm that
  /// Java does not know.
  static boolean isOf(WarcDigest written, byte[] payload) {
    try {
      return Arrays.equals(written.bytes(), written.getDigester().digest(payload));
    } catch (NoSuchAlgorithmException | IllegalArgumentException _) {
      return false;
    }
  }
}
