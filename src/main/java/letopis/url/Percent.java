package letopis.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding (RFC 3986 section 2): one spelling for each address.
final class Percent {
  /// Characters beside letters and digits that stay as they are in a path or query; the rest is
  /// escaped. `[` and `]` are escaped since [java.net.URI] refuses them there.
  private static final String KEPT = "-._~!$&'()*+,;=:@/?";

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Percent() {}

  /// Decodes escapes of unreserved characters, writes other escapes in upper case, escapes what may
  /// not stand there. A `%` that begins no escape becomes `%25`.
  static String normalise(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int escaped = c == '%' ? byteAt(text, i) : -1;
      if (escaped >= 0) {
        if (isUnreserved(escaped)) {
          out.append((char) escaped);
        } else {
          escape(out, escaped);
        }
        i += 3;
      } else {
        append(out, c);
        i += Character.charCount(c);
      }
    }
    return out.toString();
  }

  /// Decodes every escape, as UTF-8 with replacement. For names, not for whole addresses.
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int escaped = c == '%' ? byteAt(text, i) : -1;
      if (escaped >= 0) {
        out.write(escaped);
        i += 3;
      } else {
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder out, int c) {
    if (isUnreserved(c) || (c < 0x80 && KEPT.indexOf(c) >= 0)) {
      out.append((char) c);
      return;
    }
    // A lone surrogate has no UTF-8 form; the replacement character stands for it.
    int whole = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
    for (byte b : Character.toString(whole).getBytes(StandardCharsets.UTF_8)) {
      escape(out, b & 0xFF);
    }
  }

  private static void escape(StringBuilder out, int octet) {
    out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
  }

  private static int byteAt(String text, int i) {
    if (i + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(i + 1));
    int low = hex(text.charAt(i + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
