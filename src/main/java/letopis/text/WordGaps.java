package letopis.text;

/// What marks stand between the words of a text, as bits. Not for several threads.
final class WordGaps {
  static final int COMMA = 1;
  static final int QUOTE = 2;
  static final int DASH = 4;
  static final int OPENED = 8;
  static final int CLOSED = 16;
  static final int COLON = 32;

  /// A sentence ends.
  static final int STOP = 64;

  private static final int READ = 128;

  private final String text;
  private final WordList words;
  private final byte[] read;

  WordGaps(WordList words) {
    this.text = words.text();
    this.words = words;
    this.read = new byte[words.size() + 1];
  }

  /// What stands before a word, or behind the last one.
  int at(int index) {
    int known = read[index];
    if (known == 0) {
      known = READ | marks(index);
      read[index] = (byte) known;
    }
    return known & ~READ & 0xFF;
  }

  /// What stands between a word and the next one on the way to a name.
  ///
  /// @param step -1 for a word before the name, 1 for one behind it
  int beside(int index, int step) {
    return at(step < 0 ? index + 1 : index);
  }

  private int marks(int index) {
    int end = index < words.size() ? words.start(index) : text.length();
    int start = index == 0 ? 0 : words.end(index - 1);
    int marks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      marks |= c == ' ' ? 0 : mark(c);
    }
    return marks;
  }

  private static int mark(char c) {
    return switch (c) {
      case ',' -> COMMA;
      case '«', '»', '"', '“', '”', '„' -> QUOTE;
      case '—', '–', '-' -> DASH;
      case '(', '[' -> OPENED;
      case ')', ']' -> CLOSED;
      case ':', ';' -> COLON;
      case '.', '!', '?', '\n', '…' -> STOP;
      default -> 0;
    };
  }
}
