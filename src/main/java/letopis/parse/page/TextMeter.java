package letopis.parse.page;

/// One pass over the characters of a block: its words and what they count up to.
final class TextMeter {
  /// Phrases are looked for among the first words, where "Read also" stands.
  private static final int PHRASE_WORDS = 14;

  private final PageScan.Words scan;
  int cjk;
  private int punctuation;
  private int commas;
  private int upper;
  private int capitalWords;
  private int stopWords;
  private int phrases;
  private int leadingPhrases;
  private int words;
  private int last;
  private int beforeLast;

  /// The hashes of the words of a text, in order.
  static int[] hashes(String text) {
    PageScan.Words words = new PageScan.Words();
    TextMeter meter = new TextMeter(text, words);
    return words.first(meter.words);
  }

  TextMeter(String text, PageScan.Words scan) {
    this.scan = scan;
    int hash = 17;
    boolean inWord = false;
    boolean capital = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isCjk(c)) {
        cjk++;
        continue;
      }
      if (isLetter(c)) {
        char lower =
            c < 128 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
        if (lower != c) {
          upper++;
        }
        if (!inWord) {
          inWord = true;
          hash = 17;
          capital = lower != c;
        }
        hash = WordTable.step(hash, lower);
        continue;
      }
      if (inWord) {
        endWord(hash, capital);
        inWord = false;
      }
      count(c);
    }
    if (inWord) {
      endWord(hash, capital);
    }
  }

  private void count(char c) {
    switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '؟', '।' -> punctuation++;
      case ',', ';', '、', '，', '،' -> commas++;
      default -> {}
    }
  }

  private static boolean isLetter(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /// Han, kana, and the scripts of Thailand and its neighbours: no spaces between words.
  static boolean isCjk(char c) {
    return c >= 0x2E80 && (c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF) || c >= 0x0E00 && c <= 0x0EFF;
  }

  private void endWord(int raw, boolean capital) {
    int hash = WordTable.finish(raw);
    scan.add(hash);
    words++;
    if (capital) {
      capitalWords++;
    }
    int found = WordTable.lookup(hash);
    if (WordTable.isStop(found)) {
      stopWords++;
    }
    if (words <= PHRASE_WORDS) {
      if (words > 1) {
        int two = WordTable.join(last, hash);
        found |= WordTable.lookup(two);
        if (words > 2) {
          found |= WordTable.lookup(WordTable.join(WordTable.join(beforeLast, last), hash));
        }
      }
      phrases |= found & Integer.MAX_VALUE;
      if (words <= 3) {
        leadingPhrases |= found & Integer.MAX_VALUE;
      }
    }
    beforeLast = last;
    last = hash;
  }

  /// Hands the counts over.
  void fill(Block block) {
    block.cjk = cjk;
    block.punctuation = punctuation;
    block.commas = commas;
    block.digits = digits(block.text);
    block.upper = upper;
    block.capitalWords = capitalWords;
    block.stopWords = stopWords;
    block.phrases = phrases;
    block.leadingPhrases = leadingPhrases;
  }

  private static int digits(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        count++;
      }
    }
    return count;
  }
}
