package letopis.parse.page.scan;

import java.util.List;
import org.jsoup.nodes.Element;

/// A run of text without a block boundary inside: a paragraph, an item, a cell, a line of a menu.
/// Mutable, confined to one [PageScan].
public final class Block {
  public final Box box;
  /// Its place among [PageScan#blocks].
  public final int index;
  public final String text;

  /// The `<a>` elements inside, in order.
  public final List<Element> links;

  /// Where this block's words begin in [PageScan#words], and how many there are.
  public final int wordStart;

  public final int wordCount;

  /// The [Box#kin] of all blocks of a page, numbered from 0.
  public int kin;

  public int linkChars;
  public int boldChars;

  /// Hints of inline elements that begin with the block.
  public int inlineHints;

  public final int punctuation;
  public final int commas;
  public final int digits;
  public final int upper;
  public final int capitalWords;
  public final int stopWords;
  public final int cjk;
  public final int phrases;
  public final int leadingPhrases;
  public int repeats;

  /// What the models think, from 0 (boilerplate) to 1 (article).
  public float first;

  public float second;

  Block(Box box, int index, String text, List<Element> links, int wordStart, TextMeter counts) {
    this.box = box;
    this.index = index;
    this.text = text;
    this.links = links;
    this.wordStart = wordStart;
    this.wordCount = counts.words;
    this.punctuation = counts.punctuation;
    this.commas = counts.commas;
    this.digits = counts.digits;
    this.upper = counts.upper;
    this.capitalWords = counts.capitalWords;
    this.stopWords = counts.stopWords;
    this.cjk = counts.cjk;
    this.phrases = counts.phrases;
    this.leadingPhrases = counts.leadingPhrases;
  }

  /// Words, where two CJK signs count as one.
  public int size() {
    return Math.max(1, wordCount + cjk / 2);
  }

  /// Whether its first words have such a phrase among them.
  public boolean says(Phrase phrase) {
    return (phrases & 1 << phrase.ordinal()) != 0;
  }

  /// Equal for blocks with the same text.
  public long hash() {
    return ((long) text.hashCode() << 32) ^ text.length();
  }

  /// The share of its characters that are text of links, from 0 to 1.
  public float linkShare() {
    return text.isEmpty() ? 0 : Math.min(1f, (float) linkChars / text.length());
  }
}
