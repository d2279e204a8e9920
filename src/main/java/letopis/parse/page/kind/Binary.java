package letopis.parse.page.kind;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Recognises bytes that are no page: pictures, archives, PDF.
public final class Binary {
  private static final int LOOKED_AT = 1024;
  private static final int FEW = 8;

  private Binary() {}

  /// What the bytes are instead of a page, for people; empty when they may be one.
  public static Optional<String> kind(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return Optional.of("a PDF file");
    }
    if (start.startsWith("\u0089PNG")
        || start.startsWith("GIF8")
        || start.startsWith("\u00ff\u00d8\u00ff")
        || start.startsWith("RIFF")) {
      return Optional.of("a picture or sound");
    }
    if (start.startsWith("PK\u0003\u0004")
        || start.startsWith("\u001f\u008b")
        || start.startsWith("Rar!")) {
      return Optional.of("an archive file");
    }
    boolean utf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    int most = Math.max(FEW, Math.min(bytes.length, LOOKED_AT) / 20);
    return !utf16 && controls(bytes) > most ? Optional.of("binary data") : Optional.empty();
  }

  /// Control characters that no text has. UTF-16 without a mark has them at every other place; that
  /// is still text.
  private static int controls(byte[] bytes) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (isControl(bytes[i])) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    return Math.min(even, odd) * 2;
  }

  /// Not white space, and not the escape by which Japanese texts change their character set.
  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ' && (b < '\t' || b > '\r') && b != 0x1b;
  }
}
