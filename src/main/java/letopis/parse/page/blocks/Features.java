package letopis.parse.page.blocks;

import java.util.List;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.Phrase;
import letopis.parse.pattern.Letters;

/// What the models are told about a block: what it is by itself, where it stands, what stands
/// around it. The first model sees this alone, the second [Surroundings] too. A change here needs
/// new weights: `bench extract --train`.
public final class Features {
  private static final int NEIGHBOURS = 2;
  private static final int ANCESTORS = 4;

  private static final Hint[] INLINE = {
    Hint.CAPTION, Hint.RELATED, Hint.SHARE, Hint.BYLINE, Hint.DATA, Hint.AD, Hint.TAG, Hint.TOOL
  };

  private final PageContext context;
  private final List<Block> blocks;
  private final BlockCounts counts;
  private final Look[] looks;
  private final Look[] kins;
  private final Box titleArticle;
  private final Box top;
  private final int topStart;
  private final int totalWords;
  private final int paragraphWords;
  private final float bodyKnown;

  private FeatureRow row = new FeatureRow();

  /// About the blocks of one page.
  public Features(PageContext context) {
    this.context = context;
    this.blocks = context.scan.blocks;
    this.counts = new BlockCounts(context);
    this.looks = new Look[context.scan.templates()];
    this.kins = new Look[context.scan.kins()];
    for (Block block : blocks) {
      add(looks, block.box.alike, block);
      add(kins, block.kin, block);
    }
    this.titleArticle = context.titleBlock < 0 ? null : blocks.get(context.titleBlock).box.article;
    this.totalWords = Math.max(1, counts.words[blocks.size()]);
    this.paragraphWords = Math.max(1, context.scan.boxes.getFirst().paragraphWords);
    this.bodyKnown =
        context.articleBody.size() > 0 ? Math.min(3000, context.articleBody.size()) : 0;
    this.top = Candidates.best(context.scan);
    this.topStart = firstOf(top);
  }

  private static void add(Look[] looks, int number, Block block) {
    looks[number] = looks[number] == null ? new Look() : looks[number];
    looks[number].add(block);
  }

  /// Fills a row for the first model.
  void fill(FeatureRow into, Block block) {
    row = into;
    row.clear();
    own(block);
    place(block);
    ancestors(block);
    row.put(block.box.distance);
    for (int step = 1; step <= NEIGHBOURS; step++) {
      neighbour(block, block.index - step);
      neighbour(block, block.index + step);
    }
  }

  /// What the second model is told besides; all blocks must have their [Block#first].
  Surroundings surroundings() {
    return new Surroundings(context.scan, counts);
  }

  private void own(Block block) {
    float words = block.size();
    put(words);
    put((float) block.text.length() / words);
    put(block.linkShare());
    put(block.links.size());
    put(block.punctuation / words);
    put(block.commas / words);
    put(block.punctuation);
    put(block.digits / (float) block.text.length());
    put(block.upper / (float) block.text.length());
    put(block.capitalWords / words);
    put(block.cjk > 0 ? 0.3f : block.stopWords / words);
    put(block.stopWords);
    put((float) block.boldChars / block.text.length());
    put(block.repeats);
    char last = block.text.charAt(block.text.length() - 1);
    put(end(last));
    put(beginning(block.text.charAt(0)));
    put(block.text.indexOf('\u00a9') >= 0 ? 1 : 0);
    put(block.text.indexOf('|') >= 0 ? 1 : 0);
    put(block.text.indexOf('\n') >= 0 ? 1 : 0);
    put(context.titleShare(block));
    put(context.description.shareOf(context.scan.words, block.wordStart, block.wordCount));
    put(bodyKnown);
    put(bodyKnown == 0 ? -1 : context.givenShare(block));
    put(context.lastGiven < 0 ? -99 : clip(block.index - context.lastGiven, 99));
    put(block.text.indexOf('@') >= 0 ? 1 : 0);
    for (Phrase phrase : Phrase.ALL) {
      int bit = 1 << phrase.ordinal();
      put((block.leadingPhrases & bit) != 0 ? 2 : (block.phrases & bit) != 0 ? 1 : 0);
    }
    put(block.box.hidden ? 1 : 0);
    put(block.box.level);
  }

  private static float end(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '؟', '।' -> 3;
      case '"', '»', '”', '“', '\'', ')', '」' -> 2;
      case ':', ',', ';', '：' -> 1;
      default -> 0;
    };
  }

  private static float beginning(char c) {
    if (Character.isUpperCase(c) || Letters.isCjk(c)) {
      return 3;
    }
    return switch (c) {
      case '"', '«', '“', '„', '—', '–', '-' -> 2;
      default -> Character.isLetter(c) ? 1 : 0;
    };
  }

  private void place(Block block) {
    int i = block.index;
    put(block.box.depth);
    put((float) i / blocks.size());
    put((float) counts.words[i] / totalWords);
    put(context.titleBlock < 0 ? -99 : clip(i - context.titleBlock, 99));
    put(
        context.titleBlock < 0
            ? -1
            : clip(counts.words[i] - counts.words[context.titleBlock + 1], 3000));
    put(counts.sinceHeading[i]);
    int section = counts.sectionPhrases[i];
    put(section & (1 << Phrase.RELATED.ordinal()));
    put(section & (1 << Phrase.COMMENT.ordinal()));
    put(section & ~(1 << Phrase.RELATED.ordinal() | 1 << Phrase.COMMENT.ordinal()));
    put(context.articleEvidence);
    put(context.product ? 1 : 0);
    put(totalWords);
    put(paragraphWords);
    put(blocks.size());
    put((float) paragraphWords / totalWords);
    put(context.scan.boxes.getFirst().linkShare());
    Look look = looks[block.box.alike];
    put(look.blocks);
    put((float) look.words / look.blocks);
    put(look.chars == 0 ? 0 : (float) look.linkChars / look.chars);
    put((float) look.paragraphs / look.blocks);
    put((float) look.words / totalWords);
    Look kin = kins[block.kin];
    put(kin.blocks);
    put((float) kin.words / kin.blocks);
    put((float) kin.paragraphs / kin.blocks);
    put((float) kin.words / totalWords);
    int from = Math.max(0, i - 6);
    int to = Math.min(blocks.size(), i + 7);
    put((float) (counts.words[to] - counts.words[from]) / (to - from));
    put((float) (counts.headings[to] - counts.headings[from]) / (to - from));
    put(counts.titles[i]);
    put(counts.related[i]);
    put(counts.comments[i]);
    put(counts.dates[i + 1] - (context.titleBlock < 0 ? 0 : counts.dates[context.titleBlock]));
    Box article = block.box.article;
    put(article == null ? 0 : article == titleArticle ? 2 : titleArticle == null ? 1 : -1);
    put(article == null ? 0 : (float) article.paragraphWords / paragraphWords);
    for (Hint hint : INLINE) {
      put((block.inlineHints & 1 << hint.ordinal()) != 0 ? 1 : 0);
    }
  }

  private void ancestors(Block block) {
    Box box = block.box;
    for (int up = 0; up < ANCESTORS; up++) {
      put(box.words);
      put(box.linkShare());
      put(box.blocks);
      put((float) box.words / box.blocks);
      put((float) box.paragraphWords / paragraphWords);
      put(box.childParagraphs);
      put(box.punctuation / (float) Math.max(1, box.words));
      box = box.parent == null ? box : box.parent;
    }
    Box common = common(block.box, top);
    put(common == top ? block.box.depth - top.depth : 30);
    put(block.box.depth - common.depth);
    put(top.depth - common.depth);
    put((float) top.paragraphWords / paragraphWords);
    put(block.index - topStart);
  }

  private static Box common(Box a, Box b) {
    Box x = a;
    Box y = b;
    while (x != y) {
      if (x.index > y.index) {
        x = x.parent;
      } else {
        y = y.parent;
      }
    }
    return x;
  }

  /// Index of the first block at or after the start of a box; blocks and boxes are in page order.
  private int firstOf(Box box) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).box.index < box.index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void neighbour(Block block, int at) {
    if (at < 0 || at >= blocks.size()) {
      for (int i = 0; i < 6; i++) {
        put(-1);
      }
      return;
    }
    Block other = blocks.get(at);
    put(other.size());
    put(other.linkShare());
    put(other.box.level);
    put(
        other.box.signature == block.box.signature
            ? 2
            : other.box.parent == block.box.parent ? 1 : 0);
    put(other.phrases);
    put(other.punctuation);
  }

  private static float clip(int value, int limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private void put(float value) {
    row.put(value);
  }
}
