package letopis.parse.page.scan;

import java.util.List;
import org.jsoup.nodes.Element;

/// A run of text without a block boundary inside: a paragraph, an item, a cell, a line of a menu.
/// Mutable, confined to one [PageScan].
public final class Block {
  /// The innermost block-level element around it.
  public final Box box;

  /// Its place among [PageScan#blocks].
  public final int index;

  /// As readers see it, with single spaces.
  public final String text;

  /// The `<a>` elements inside, in order.
  public final List<Element> links;

  /// Where this block's words begin in [PageScan#words].
  public final int wordStart;

  /// How many words it has; CJK signs are counted apart.
  public final int wordCount;

  /// The [Box#kin] of all blocks of a page, numbered from 0.
  public int kin;

  /// Characters of its text that are in links.
  public int linkChars;

  /// Characters of its text that are bold.
  public int boldChars;

  /// Hints of inline elements that begin with the block.
  public int inlineHints;

  /// Full stops, commas and the like.
  public final int punctuation;

  /// Commas alone.
  public final int commas;

  /// Digits.
  public final int digits;

  /// Capital letters.
  public final int upper;

  /// Words that begin with a capital letter.
  public final int capitalWords;

  /// Words of [StopWords]: sentences have many of them, menus have none.
  public final int stopWords;

  /// Chinese, Japanese and Korean signs, which have no spaces between words.
  public final int cjk;

  /// Bits of [Phrase#ordinal] of the phrases among its first words.
  public final int phrases;

  /// Bits of [Phrase#ordinal] of the phrases that it begins with.
  public final int leadingPhrases;

  /// How many blocks of the page have this text.
  public int repeats;

  /// What the first model thinks, from 0 (boilerplate) to 1 (article).
  public float first;

  /// What the second model thinks, who knows what the first thinks of the blocks around.
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
