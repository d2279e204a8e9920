package letopis.parse.page.scan;

import letopis.parse.pattern.Letters;

/// One pass over the characters of a block: its words and what they count up to.
final class TextMeter {
  /// Phrases are looked for among the first words, where "Read also" stands.
  private static final int PHRASE_WORDS = 14;

  private final WordHashes scan;
  int cjk;
  int punctuation;
  int commas;
  int digits;
  int upper;
  int capitalWords;
  int stopWords;
  int phrases;
  int leadingPhrases;
  int words;
  private int last;
  private int beforeLast;

  /// Whether a phrase begins with the last word, or with the two last.
  private boolean oneGoesOn;

  private boolean twoGoOn;

  /// The hashes of the words of a text, in order.
  static int[] hashes(String text) {
    WordHashes words = new WordHashes();
    new TextMeter(text.toCharArray(), text.length(), words);
    return words.all();
  }

  TextMeter(char[] text, int length, WordHashes scan) {
    this.scan = scan;
    int hash = 17;
    boolean inWord = false;
    boolean capital = false;
    for (int i = 0; i < length; i++) {
      int sign = Letters.sign(text[i]);
      int kind = Letters.kind(sign);
      if (kind == Letters.LETTER) {
        upper += Letters.capital(sign);
        digits += Letters.digit(sign);
        if (!inWord) {
          inWord = true;
          hash = 17;
          capital = Letters.capital(sign) != 0;
        }
        hash = WordTable.step(hash, (char) sign);
      } else if (kind == Letters.CJK) {
        cjk++;
      } else {
        if (inWord) {
          endWord(hash, capital);
          inWord = false;
        }
        punctuation += kind == Letters.STOP ? 1 : 0;
        commas += kind == Letters.COMMA ? 1 : 0;
      }
    }
    if (inWord) {
      endWord(hash, capital);
    }
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
      int two = oneGoesOn ? WordTable.lookup(WordTable.join(last, hash)) : 0;
      int three =
          twoGoOn ? WordTable.lookup(WordTable.join(WordTable.join(beforeLast, last), hash)) : 0;
      int said = WordTable.phrases(found | two | three);
      phrases |= said;
      leadingPhrases |= words <= 3 ? said : 0;
      oneGoesOn = WordTable.goesOn(found);
      twoGoOn = WordTable.goesOn(two);
    }
    beforeLast = last;
    last = hash;
  }
}
