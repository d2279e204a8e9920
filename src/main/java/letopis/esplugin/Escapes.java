package letopis.esplugin;

/// The escapes that mapping rules and word delimiter types may use: `\\`, `\n`, `\t`, `\r`, `\b`,
/// `\f`, and a backslash with `u` and four hexadecimal digits.
final class Escapes {
  private Escapes() {}

  static String parse(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      if (at >= text.length()) {
        throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
      }
      char kind = text.charAt(at++);
      switch (kind) {
        case '\\' -> plain.append('\\');
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'r' -> plain.append('\r');
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case 'u' -> {
          if (at + 4 > text.length()) {
            throw new IllegalArgumentException("Invalid escaped char in [" + text + "]");
          }
          plain.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> {
          // Any other escaped character is dropped together with its backslash, as officially.
        }
      }
    }
    return plain.toString();
  }
}
