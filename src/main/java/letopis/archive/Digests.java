package letopis.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests in the form of `WARC-Payload-Digest`: `sha256:` and 64 hex digits, which `sha256sum`
/// prints too. SHA-1, the custom of older tools, no longer proves that two payloads are the same.
final class Digests {
  private Digests() {}

  static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
