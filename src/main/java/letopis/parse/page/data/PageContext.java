package letopis.parse.page.data;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.scan.Phrase;
import letopis.parse.page.scan.ShownText;
import letopis.parse.page.scan.WordSet;

/// What the blocks of a page are compared with: its title, its description, the text that its
/// structured data gives.
public final class PageContext {
  /// A date by the title stands at most so many blocks before or behind it, and is shorter.
  private static final int DATE_BEFORE = 6;

  private static final int DATE_BEHIND = 10;
  private static final int DATE_CHARS = 80;

  /// The page itself.
  public final PageScan scan;

  final WordSet title;

  /// Words of the description that the page gives of itself.
  public final WordSet description;

  /// Words of the text that structured data give.
  public final WordSet articleBody;

  /// Index of the block that repeats the title, or -1.
  public final int titleBlock;

  /// Index of the last block that the text of structured data holds, or -1: that text is often cut
  /// off.
  public final int lastGiven;

  /// How sure the page's own data are that it is an article, from 0 to 3.
  public final int articleEvidence;

  /// Whether the page's own data say that it sells something.
  public final boolean product;

  /// Whether the page's own data call it something else than an article, and no day stands by its
  /// title.
  public final boolean other;

  /// What the site's engine names the page.
  public final EngineSigns engine;

  private final Set<Box> consents;

  /// For each block the share of its words that are in the title.
  private final float[] titleShares;

  /// With the text that structured data give.
  public PageContext(PageScan scan, Optional<String> title, PageData data) {
    this(scan, title, data, data.articleText("articleBody").orElse(""));
  }

  /// With another text than the one that structured data give.
  public PageContext(PageScan scan, Optional<String> title, PageData data, String articleBody) {
    this.scan = scan;
    this.title = WordSet.single(title.orElse(""));
    this.description =
        WordSet.triples(
            data.meta("og:description", "description", "twitter:description").orElse(""));
    this.articleBody = WordSet.triples(articleBody);
    this.titleShares = titleShares();
    this.titleBlock = findTitle();
    this.engine = new EngineSigns(scan.boxes.getFirst().element);
    this.consents = findConsents();
    this.lastGiven = findLastGiven();
    this.articleEvidence = articleEvidence(data);
    this.product =
        data.hasType("Product")
            || data.meta("og:type").filter(type -> type.contains("product")).isPresent();
    this.other =
        articleEvidence == 0
            && (product || data.meta("og:type").isPresent())
            && !engine.isPost()
            && !hasDate(scan.notes.times)
            && !hasDate(scan.notes.dateLines);
  }

  private static int articleEvidence(PageData data) {
    if (data.article().filter(node -> node.has("datePublished")).isPresent()) {
      return 3;
    }
    if (data.article().isPresent() || data.meta("article:published_time").isPresent()) {
      return 2;
    }
    return data.meta("og:type").filter("article"::equalsIgnoreCase).isPresent() ? 1 : 0;
  }

  private boolean hasDate(List<PageNotes.Note> notes) {
    for (PageNotes.Note note : notes) {
      int from = note.block() - titleBlock;
      boolean near = titleBlock < 0 || from >= -DATE_BEFORE && from <= DATE_BEHIND;
      if (near && ShownText.mayDate(note.element(), DATE_CHARS)) {
        String text = ShownText.of(note.element());
        if (text.length() < DATE_CHARS && text.chars().filter(Character::isDigit).count() >= 3) {
          return true;
        }
      }
    }
    return false;
  }

  private int findLastGiven() {
    for (int i = scan.blocks.size() - 1; i >= 0 && articleBody.size() > 0; i--) {
      Block block = scan.blocks.get(i);
      if (block.wordCount >= 8 && givenShare(block) > 0.7) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the block stands in a box that is named for consent and speaks of cookies.
  public boolean asksForConsent(Block block) {
    Box box = block.box;
    while (box != null && box.distanceTo(Hint.CONSENT) < Box.FAR) {
      if (consents.contains(box)) {
        return true;
      }
      box = box.parent;
    }
    return false;
  }

  /// Boxes named for consent in which cookies are spoken of, but not those around the title or most
  /// of the page.
  private Set<Box> findConsents() {
    Set<Box> found = Collections.newSetFromMap(new IdentityHashMap<>());
    int half = scan.boxes.getFirst().words / 2;
    for (Block block : scan.blocks) {
      if ((block.phrases & 1 << Phrase.CONSENT.ordinal()) == 0) {
        continue;
      }
      Box box = block.box;
      while (box != null && box.distanceTo(Hint.CONSENT) < Box.FAR) {
        if (box.distanceTo(Hint.CONSENT) == 0 && (titleBlock >= 0 || box.words < half)) {
          found.add(box);
        }
        box = box.parent;
      }
    }
    Box around = titleBlock < 0 ? null : scan.blocks.get(titleBlock).box;
    for (; around != null && !found.isEmpty(); around = around.parent) {
      found.remove(around);
    }
    return found;
  }

  /// Share of the block's sequences of three words that structured data have in their text.
  public float givenShare(Block block) {
    return articleBody.shareOf(scan.words, block.wordStart, block.wordCount);
  }

  /// Share of the block's words that are in the title.
  public float titleShare(Block block) {
    return titleShares[block.index];
  }

  private float[] titleShares() {
    float[] shares = new float[scan.blocks.size()];
    for (Block block : scan.blocks) {
      shares[block.index] = title.shareOf(scan.words, block.wordStart, block.wordCount);
    }
    return shares;
  }

  private int findTitle() {
    int best = -1;
    double bestScore = 0.5;
    for (Block block : scan.blocks) {
      if (block.wordCount > 40) {
        continue;
      }
      double share = titleShare(block);
      double covered = share * block.wordCount / Math.max(1, title.size());
      double score =
          Math.min(share, Math.min(1, covered))
              + (block.box.element.normalName().equals("h1") ? 0.45 : 0)
              + (block.box.kind == Box.Kind.HEADING ? 0.15 : 0)
              - block.linkShare() * 0.2;
      if (score > bestScore + 1e-9) {
        best = block.index;
        bestScore = score;
      }
    }
    return best;
  }
}
