package letopis.parse.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Finds the character set of bytes and decodes them.
public final class Charsets {
  private Charsets() {}

  /// What sort of document the bytes are, for where its own label is looked for.
  public enum Kind {
    HTML,
    XML,
    JSON,
    TEXT
  }

  /// What decided.
  public enum Evidence {
    BOM,
    VALID_UTF8,
    HEADER,
    LABEL,
    BYTES,
    FALLBACK
  }

  /// Text with the character set it was decoded from.
  ///
  /// @param text without byte order mark; bytes that mean nothing are U+FFFD
  public record Decoded(String text, Charset charset, Evidence evidence) {
    public Decoded {
      Objects.requireNonNull(text);
      Objects.requireNonNull(charset);
      Objects.requireNonNull(evidence);
    }
  }

  /// Decodes a document.
  ///
  /// @param contentType the HTTP header, when there was one
  public static Decoded decode(byte[] bytes, Optional<String> contentType, Kind kind) {
    return new Decoded(
        new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, Evidence.VALID_UTF8);
  }
}
