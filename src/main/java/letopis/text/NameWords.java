package letopis.text;

/// A text and its words, as a reader of names looks at them.
record NameWords(String text, WordList words) {
  private static final String BREAKS = ",.;:!?\n—–()|»";

  /// «РИА «Новости»» was matched word by word: take the closing mark in when one was opened.
  int closeQuote(int start, int end) {
    long opened = text.substring(start, end).chars().filter(c -> c == '«').count();
    return opened > 0 && end < text.length() && text.charAt(end) == '»' ? end + 1 : end;
  }

  /// «пресс-служба» is two words to the tokeniser and one to readers.
  String hyphenated(int index) {
    String surface = surface(index);
    if (index + 1 < words.size()
        && words.start(index + 1) == words.end(index) + 1
        && text.charAt(words.end(index)) == '-') {
      return surface + "-" + surface(index + 1);
    }
    return surface;
  }

  /// Whether a sentence or a clause ends between two words.
  boolean broken(int one, int next) {
    if (next >= words.size()) {
      return true;
    }
    for (int i = words.end(one); i < words.start(next); i++) {
      if (BREAKS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a quotation mark opens directly before a word.
  boolean opens(int index) {
    return index < words.size()
        && words.start(index) > 0
        && "«\"“„".indexOf(text.charAt(words.start(index) - 1)) >= 0;
  }

  String surface(int index) {
    return text.substring(words.start(index), words.end(index));
  }
}
