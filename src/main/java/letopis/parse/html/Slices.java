package letopis.parse.html;

import java.nio.charset.StandardCharsets;

/// Pieces of a page as strings.
final class Slices {
  private final byte[] in;

  /// Runs of white space by their length: a page has the same ones again and again.
  private final String[] blanks = new String[64];

  Slices(byte[] in) {
    this.in = in;
  }

  /// Text with its character references resolved.
  String text(int from, int to) {
    return resolved(from, to, false);
  }

  /// The value of an attribute.
  String value(int from, int to) {
    return from == to ? "" : resolved(from, to, true);
  }

  String raw(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8).replace('\0', '\ufffd');
  }

  private String resolved(int from, int to, boolean attribute) {
    boolean reference = false;
    for (int i = from; i < to; i++) {
      byte b = in[i];
      if (b == 0) {
        throw new GiveUp("null");
      }
      reference |= b == '&';
    }
    String text = new String(in, from, to - from, StandardCharsets.UTF_8);
    return reference ? References.resolved(text, attribute) : text;
  }

  /// Whether nothing but white space stands there.
  boolean isBlank(int from, int to) {
    return blankEnd(from, to) == to;
  }

  /// Where white space ends.
  int blankEnd(int from, int to) {
    int i = from;
    while (i < to) {
      byte b = in[i];
      if (b != ' ' && b != '\n' && b != '\t' && b != '\r' && b != '\f') {
        return i;
      }
      i++;
    }
    return i;
  }

  /// White space.
  String blank(int from, int to) {
    int length = to - from;
    int slot = length & blanks.length - 1;
    String known = blanks[slot];
    if (known != null && isSame(known, from, length)) {
      return known;
    }
    blanks[slot] = new String(in, from, length, StandardCharsets.ISO_8859_1);
    return blanks[slot];
  }

  private boolean isSame(String known, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != in[from + i]) {
        return false;
      }
    }
    return true;
  }

  /// The name in a doctype.
  String doctype(int from, int to) {
    String text = new String(in, from, to - from, StandardCharsets.UTF_8).strip();
    int end = 0;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    if (end == 0) {
      throw new GiveUp("doctype");
    }
    return text.substring(0, end);
  }
}
