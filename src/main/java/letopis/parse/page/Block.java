package letopis.parse.page;

import java.util.List;
import org.jsoup.nodes.Element;

/// A run of text without a block boundary inside: a paragraph, an item, a cell, a line of a menu.
/// Mutable, confined to one [PageScan].
final class Block {
  final Box box;
  final int index;
  final String text;

  /// The `<a>` elements inside, in order.
  final List<Element> links;

  /// Where this block's words begin in [PageScan#words], and how many there are.
  final int wordStart;

  final int wordCount;

  /// The [Box#kin] of all blocks of a page, numbered from 0.
  int kin;

  int linkChars;
  int boldChars;

  /// Hints of inline elements that begin with the block.
  int inlineHints;

  int punctuation;
  int commas;
  int digits;
  int upper;
  int capitalWords;
  int stopWords;
  int cjk;
  int phrases;
  int leadingPhrases;
  int repeats;

  /// What the models think, from 0 (boilerplate) to 1 (article).
  float first;

  float second;

  Block(Box box, int index, String text, List<Element> links, int wordStart, int wordCount) {
    this.box = box;
    this.index = index;
    this.text = text;
    this.links = links;
    this.wordStart = wordStart;
    this.wordCount = wordCount;
  }

  /// Words, where two CJK signs count as one.
  int size() {
    return Math.max(1, wordCount + cjk / 2);
  }

  /// Whether its first words have such a phrase among them.
  boolean says(Phrase phrase) {
    return (phrases & 1 << phrase.ordinal()) != 0;
  }

  /// Equal for blocks with the same text.
  long hash() {
    return ((long) text.hashCode() << 32) ^ text.length();
  }

  float linkShare() {
    return text.isEmpty() ? 0 : Math.min(1f, (float) linkChars / text.length());
  }
}
