package letopis.parse.page;

/// What each UTF-16 unit is to [TextMeter], looked up instead of computed.
final class Letters {
  static final byte OTHER = 0;
  static final byte LETTER = 1;

  /// A sign of a script without spaces between words.
  static final byte CJK = 2;

  /// Ends a sentence.
  static final byte STOP = 3;

  static final byte COMMA = 4;

  private static final byte[] KINDS = new byte[1 << 16];
  private static final char[] LOWER = new char[1 << 16];

  static {
    for (int i = 0; i < KINDS.length; i++) {
      KINDS[i] = compute((char) i);
      LOWER[i] =
          i < 128 ? (char) (i >= 'A' && i <= 'Z' ? i + 32 : i) : Character.toLowerCase((char) i);
    }
  }

  private Letters() {}

  static byte kind(char c) {
    return KINDS[c];
  }

  static char lower(char c) {
    return LOWER[c];
  }

  /// Han, kana, and the scripts of Thailand and its neighbours: no spaces between words.
  static boolean isCjk(char c) {
    return c >= 0x2E80 && (c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF) || c >= 0x0E00 && c <= 0x0EFF;
  }

  private static byte compute(char c) {
    if (isCjk(c)) {
      return CJK;
    }
    if (isLetter(c)) {
      return LETTER;
    }
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '؟', '।' -> STOP;
      case ',', ';', '、', '，', '،' -> COMMA;
      default -> OTHER;
    };
  }

  private static boolean isLetter(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
