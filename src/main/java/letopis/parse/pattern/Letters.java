package letopis.parse.pattern;

/// What each UTF-16 unit is to [TextMeter], looked up instead of computed.
public final class Letters {
  static final byte OTHER = 0;
  public static final byte LETTER = 1;

  /// A sign of a script without spaces between words.
  public static final byte CJK = 2;

  /// Ends a sentence.
  public static final byte STOP = 3;

  public static final byte COMMA = 4;

  /// What stands in a key for a sign that needs more than a table: half of a pair of surrogates, or
  /// Σ, which has another small letter at the end of a word.
  public static final char RARE = 1;

  // The bits of a sign above its letter: three for the kind, two for the counts.
  private static final int KIND = 16;
  private static final int CAPITAL = 19;
  private static final int DIGIT = 20;

  private static final char[] LOWER = new char[1 << 16];

  /// All that the meter asks for, in one place of memory.
  private static final int[] SIGNS = new int[1 << 16];

  private static final char[] KEYS = new char[1 << 16];

  static {
    for (int i = 0; i < SIGNS.length; i++) {
      LOWER[i] =
          i < 128 ? (char) (i >= 'A' && i <= 'Z' ? i + 32 : i) : Character.toLowerCase((char) i);
      KEYS[i] = computeKey((char) i);
      byte kind = compute((char) i);
      int capital = kind == LETTER && LOWER[i] != i ? 1 : 0;
      int digit = DigitRuns.isDigit((char) i) ? 1 : 0;
      SIGNS[i] = LOWER[i] | kind << KIND | capital << CAPITAL | digit << DIGIT;
    }
  }

  private Letters() {}

  /// What there is to know of a unit: its small letter in the lower half, the rest for the three
  /// questions below.
  public static int sign(char c) {
    return SIGNS[c];
  }

  public static int kind(int sign) {
    return sign >>> KIND & 7;
  }

  /// 1 for a letter that is not a small one, else 0.
  public static int capital(int sign) {
    return sign >>> CAPITAL & 1;
  }

  /// 1 for an ASCII digit, else 0.
  public static int digit(int sign) {
    return sign >>> DIGIT;
  }

  public static char lower(char c) {
    return LOWER[c];
  }

  /// The small letter or the digit, ё as е; 0 for what is neither, [#RARE] for what this table
  /// cannot tell.
  public static char key(char c) {
    return KEYS[c];
  }

  private static char computeKey(char c) {
    if (c == 'Σ' || Character.isSurrogate(c)) {
      return RARE;
    }
    char lower = LOWER[c];
    return !Character.isLetterOrDigit(c) ? 0 : lower == 'ё' ? 'е' : lower;
  }

  /// Han, kana, and the scripts of Thailand and its neighbours: no spaces between words.
  public static boolean isCjk(char c) {
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
