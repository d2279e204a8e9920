package letopis.parse.page;

import java.util.List;

/// What the models are told about a block. The first model judges a block by itself and its place;
/// the second sees also what the first thought of the blocks and boxes around. A change here needs
/// new weights: `bench extract --train`.
final class Features {
  private static final int NEIGHBOURS = 2;
  private static final int ANCESTORS = 4;
  private static final int[] WINDOWS = {3, 8, 20};

  private static final Hint[] INLINE = {
    Hint.CAPTION, Hint.RELATED, Hint.SHARE, Hint.BYLINE, Hint.DATA, Hint.AD, Hint.TAG, Hint.TOOL
  };

  private final PageContext context;
  private final List<Block> blocks;
  private final Signature[] signatures;
  private final int[] wordsBefore;
  private final int[] sectionPhrases;
  private final int[] sinceHeading;
  private final int[] headings;
  private final int[] titlesSince;
  private final int[] datesBefore;
  private final int[] relatedBefore;
  private final int[] commentsBefore;
  private final Box titleArticle;
  private final Box top;
  private final int topStart;
  private final int totalWords;
  private final int paragraphWords;
  private final float bodyKnown;

  private float[] row = new float[0];
  private int next;

  /// Text of all blocks whose boxes look alike to the templates.
  private static final class Signature {
    int blocks;
    int words;
    int chars;
    int linkChars;
    int paragraphs;
  }

  Features(PageContext context) {
    this.context = context;
    this.blocks = context.scan.blocks;
    this.signatures = new Signature[context.scan.templates()];
    this.wordsBefore = new int[blocks.size() + 1];
    this.sectionPhrases = new int[blocks.size()];
    this.sinceHeading = new int[blocks.size()];
    this.headings = new int[blocks.size() + 1];
    int heading = -1;
    for (Block block : blocks) {
      int i = block.index;
      wordsBefore[i + 1] = wordsBefore[i] + block.size();
      if (isHeading(block)) {
        heading = i;
      }
      headings[i + 1] = headings[i] + (isHeading(block) ? 1 : 0);
      sectionPhrases[i] = heading < 0 ? 0 : blocks.get(heading).phrases;
      sinceHeading[i] = heading < 0 ? 99 : Math.min(99, i - heading);
      Signature signature = signatures[block.box.alike];
      if (signature == null) {
        signature = new Signature();
        signatures[block.box.alike] = signature;
      }
      signature.blocks++;
      signature.words += block.size();
      signature.chars += block.text.length();
      signature.linkChars += block.linkChars;
      signature.paragraphs += block.size() >= 20 && block.linkShare() < 0.3 ? 1 : 0;
    }
    this.titlesSince = new int[blocks.size()];
    this.relatedBefore = new int[blocks.size()];
    this.commentsBefore = new int[blocks.size()];
    this.datesBefore = new int[blocks.size() + 1];
    countSections();
    this.titleArticle = context.titleBlock < 0 ? null : blocks.get(context.titleBlock).box.article;
    this.totalWords = Math.max(1, wordsBefore[blocks.size()]);
    this.paragraphWords = Math.max(1, context.scan.boxes.getFirst().paragraphWords);
    this.bodyKnown =
        context.articleBody.size() > 0 ? Math.min(3000, context.articleBody.size()) : 0;
    this.top = Candidates.best(context.scan);
    this.topStart = firstOf(top);
  }

  /// What a second article, a list of teasers or comments below the first one begins with.
  private void countSections() {
    int level = context.titleBlock < 0 ? 0 : blocks.get(context.titleBlock).box.signature;
    int titles = 0;
    int related = 0;
    int comments = 0;
    for (Block block : blocks) {
      boolean after = context.titleBlock >= 0 && block.index > context.titleBlock;
      boolean heading = isHeading(block);
      titles += after && heading && block.box.signature == level ? 1 : 0;
      related += heading && (block.phrases & 1 << Phrase.RELATED.ordinal()) != 0 ? 1 : 0;
      comments += heading && (block.phrases & 1 << Phrase.COMMENT.ordinal()) != 0 ? 1 : 0;
      titlesSince[block.index] = titles;
      relatedBefore[block.index] = related;
      commentsBefore[block.index] = comments;
    }
    for (PageScan.Note time : context.scan.times) {
      datesBefore[Math.min(time.block(), blocks.size())]++;
    }
    for (int i = 1; i < datesBefore.length; i++) {
      datesBefore[i] += datesBefore[i - 1];
    }
  }

  private static boolean isHeading(Block block) {
    return block.box.kind == Box.Kind.HEADING
        || block.size() <= 8 && block.boldChars * 10 >= block.text.length() * 9;
  }

  /// Fills `into` for the first model and says how many values there are.
  int first(Block block, float[] into) {
    start(into);
    own(block);
    place(block);
    ancestors(block);
    for (byte distance : block.box.distance) {
      put(distance);
    }
    for (int step = 1; step <= NEIGHBOURS; step++) {
      neighbour(block, block.index - step);
      neighbour(block, block.index + step);
    }
    return next;
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
    put((float) wordsBefore[i] / totalWords);
    put(context.titleBlock < 0 ? -99 : clip(i - context.titleBlock, 99));
    put(
        context.titleBlock < 0
            ? -1
            : clip(wordsBefore[i] - wordsBefore[context.titleBlock + 1], 3000));
    put(sinceHeading[i]);
    int section = sectionPhrases[i];
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
    Signature signature = signatures[block.box.alike];
    put(signature.blocks);
    put((float) signature.words / signature.blocks);
    put(signature.chars == 0 ? 0 : (float) signature.linkChars / signature.chars);
    put((float) signature.paragraphs / signature.blocks);
    put((float) signature.words / totalWords);
    int from = Math.max(0, i - 6);
    int to = Math.min(blocks.size(), i + 7);
    put((float) (wordsBefore[to] - wordsBefore[from]) / (to - from));
    put((float) (headings[to] - headings[from]) / (to - from));
    put(titlesSince[i]);
    put(relatedBefore[i]);
    put(commentsBefore[i]);
    put(datesBefore[i + 1] - (context.titleBlock < 0 ? 0 : datesBefore[context.titleBlock]));
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

  /// Adds what the second model sees besides to a row that [#first] filled; call [#prepareSecond]
  /// before. Says how many values there are then.
  int second(Block block, float[] into, int filled) {
    row = into;
    next = filled;
    put(block.first);
    for (int step = 1; step <= 4; step++) {
      put(block.index >= step ? blocks.get(block.index - step).first : -1);
      put(block.index + step < blocks.size() ? blocks.get(block.index + step).first : -1);
    }
    for (int width : WINDOWS) {
      put(density(block.index - width, block.index));
      put(density(block.index + 1, block.index + 1 + width));
    }
    Box box = block.box;
    for (int up = 0; up < 5; up++) {
      double[] sums = judged[box.index];
      put((float) (sums[0] / Math.max(1, sums[1])));
      put((float) (sums[0] / Math.max(1, likelyTotal)));
      box = box.parent == null ? box : box.parent;
    }
    put((float) (likely[block.index] / Math.max(1, likelyTotal)));
    put((float) likelyTotal);
    put(block.index - firstLikely);
    put(block.index - lastLikely);
    double[] sums = bySignature[block.box.alike];
    put((float) (sums[0] / Math.max(1, sums[1])));
    return next;
  }

  private double[][] judged = new double[0][];
  private double[] likely = new double[0];
  private double likelyTotal;
  private int firstLikely;
  private int lastLikely;
  private double[][] bySignature = new double[0][];

  /// Sums the first model's judgements up over boxes, windows and look-alikes.
  void prepareSecond() {
    judged = new double[context.scan.boxes.size()][2];
    likely = new double[blocks.size() + 1];
    firstLikely = -1;
    lastLikely = blocks.size();
    int last = -1;
    bySignature = new double[signatures.length][2];
    for (Block block : blocks) {
      double mass = block.first * block.size();
      judged[block.box.index][0] += mass;
      judged[block.box.index][1] += block.size();
      double[] alike = bySignature[block.box.alike];
      alike[0] += mass;
      alike[1] += block.size();
      likely[block.index + 1] = likely[block.index] + mass;
      if (block.first > 0.7 && block.size() >= 12) {
        firstLikely = firstLikely < 0 ? block.index : firstLikely;
        last = block.index;
      }
    }
    lastLikely = last < 0 ? blocks.size() : last;
    likelyTotal = likely[blocks.size()];
    for (int i = judged.length - 1; i > 0; i--) {
      int parent = context.scan.boxes.get(i).parent.index;
      judged[parent][0] += judged[i][0];
      judged[parent][1] += judged[i][1];
    }
  }

  private float density(int from, int to) {
    int low = Math.max(0, from);
    int high = Math.min(blocks.size(), to);
    return low >= high
        ? -1
        : (float) ((likely[high] - likely[low]) / (wordsBefore[high] - wordsBefore[low]));
  }

  private static float clip(int value, int limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private void start(float[] into) {
    row = into;
    next = 0;
  }

  private void put(float value) {
    row[next++] = value;
  }
}
