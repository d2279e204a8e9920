package letopis.parse.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.document.Link;
import org.jsoup.nodes.Element;

/// The text of an article put together from the blocks that belong to it.
///
/// @param text one block a line; list items begin with a hyphen, cells of a row are split by bars
/// @param links absolute, in order, each address once
record BodyText(String text, List<Link> links, List<Block> blocks) {
  /// A block is kept from this chance on.
  static final float KEEP = 0.5f;

  /// With fewer words than this, blocks from [#IN_DOUBT] on are taken too.
  private static final int SHORT = 25;

  /// A page that goes on with more articles than this is a front page of teasers.
  private static final int MOST_NEXT = 5;

  static final float IN_DOUBT = 0.2f;

  /// A text in structured data with fewer words may be a stub.
  private static final int LONG = 60;

  /// Longer blocks than this are not said twice in an article.
  private static final int REPEATED_WORDS = 6;

  /// A line that begins with a day of a year has hardly more words when it only says when and where
  /// in the paper: "23 ноября 2026, 14:05 Город".
  private static final int DATELINE_WORDS = 8;

  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\s*\\d{1,2}(?:[.] ?\\d{1,2}[.] ?|[.]? \\p{L}{3,12}[.,]? )\\d{4}\\b(?!.*[.!?…]\\s*$)");

  /// The kept blocks; where hardly any are, those in doubt too; where structured data has the text
  /// and the page shows little of it, that.
  static BodyText of(PageContext context, PageData data) {
    List<Block> kept = kept(context, KEEP);
    int words = words(kept);
    if (words < SHORT) {
      List<Block> more = kept(context, IN_DOUBT);
      if (words(more) > words) {
        kept = more;
      }
    }
    Optional<String> given = data.articleText("articleBody");
    if (given.isPresent()
        && context.articleBody.size() > LONG
        && words(kept) * 2 < context.articleBody.size()) {
      String text =
          given.get().replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?[\\r\\n]\\s*", "\n").strip();
      return new BodyText(text, List.of(), kept);
    }
    return of(kept);
  }

  private static int words(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  private static List<Block> kept(PageContext context, float chance) {
    List<Block> kept = new ArrayList<>();
    Map<String, Box> said = new HashMap<>();
    boolean goesOn = nextArticles(context) <= MOST_NEXT;
    for (Block block : context.scan.blocks) {
      if (goesOn && beginsNextArticle(block, context)) {
        break;
      }
      if (block.second < chance || block.index == context.titleBlock || isChrome(block, context)) {
        continue;
      }
      // In doubt, a link is a teaser.
      if (chance < KEEP && block.linkShare() > 0.5) {
        continue;
      }
      if (block.size() >= REPEATED_WORDS) {
        Box before = said.putIfAbsent(block.text, block.box);
        // A refrain: what is said again in the same place and form is meant.
        if (before != null && !isAlike(before, block.box)) {
          continue;
        }
      }
      kept.add(block);
    }
    return kept;
  }

  private static long nextArticles(PageContext context) {
    return context.scan.blocks.stream().filter(block -> beginsNextArticle(block, context)).count();
  }

  /// Pages that go on with the next article when readers reach the end: its `<h1>` is what the
  /// `<h1>` of this one is, in an `<article>` of its own. Lower headings begin teasers, too.
  private static boolean beginsNextArticle(Block block, PageContext context) {
    if (block.box.level != 1 || block.index <= context.titleBlock || context.titleBlock < 0) {
      return false;
    }
    Block title = context.scan.blocks.get(context.titleBlock);
    Box own = title.box.article;
    Box next = block.box.article;
    return block.box.signature == title.box.signature
        && !block.text.equals(title.text)
        && own != null
        && next != null
        && own != next
        && own.depth == next.depth;
  }

  private static boolean isAlike(Box a, Box b) {
    return a == b || a.parent == b.parent && a.signature == b.signature;
  }

  /// What is certain without a model: a line of date and section, "Read also" with its link, a row
  /// of short links, a menu above the title.
  private static boolean isChrome(Block block, PageContext context) {
    if (block.size() <= DATELINE_WORDS && DATELINE.matcher(block.text).find()) {
      return true;
    }
    if (context.asksForConsent(block) || isCredit(block)) {
      return true;
    }
    boolean menu = block.box.distanceTo(Hint.NAVIGATION) <= 2;
    boolean related = block.box.distanceTo(Hint.RELATED) <= 2;
    if (block.size() <= 2 && menu || block.linkShare() > 0.9 && related) {
      return true;
    }
    int furniture = 1 << Phrase.RELATED.ordinal() | 1 << Phrase.SHARE.ordinal();
    boolean leads = (block.leadingPhrases & furniture) != 0;
    if (block.linkShare() < 0.4) {
      return leads && block.size() <= 3;
    }
    boolean linksOnly = block.linkShare() > 0.9;
    boolean row = linksOnly && block.links.size() > 1 && block.size() <= 3 * block.links.size();
    return leads || row || linksOnly && block.index < context.titleBlock;
  }

  /// "Photo: A. Meadow" under a picture, with or without what is on it.
  private static boolean isCredit(Block block) {
    return block.box.distanceTo(Box.Kind.CAPTION) <= 1
        && (block.phrases & 1 << Phrase.CREDIT.ordinal()) != 0;
  }

  /// The text of the elements that configuration names; empty when they have none.
  static Optional<BodyText> inside(PageScan scan, List<Element> elements) {
    Set<Element> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(elements);
    List<Block> kept = new ArrayList<>();
    for (Block block : scan.blocks) {
      for (Box box = block.box; box != null; box = box.parent) {
        if (wanted.contains(box.element)) {
          kept.add(block);
          break;
        }
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(of(kept));
  }

  static BodyText of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    Set<String> seen = new HashSet<>();
    List<Link> links = new ArrayList<>();
    Box row = null;
    for (Block block : blocks) {
      Box itsRow = block.box.kind == Box.Kind.CELL ? block.box.parent : null;
      if (!text.isEmpty()) {
        text.append(itsRow != null && itsRow == row ? " | " : "\n");
      }
      if (block.box.kind == Box.Kind.ITEM) {
        text.append("- ");
      }
      row = itsRow;
      text.append(block.text.replace(" \n", "\n").replace("\n ", "\n"));
      for (Element a : block.links) {
        String url = Addresses.absolute(a, "href");
        if (url.startsWith("http") && seen.add(url)) {
          links.add(new Link(url, a.text()));
        }
      }
    }
    return new BodyText(text.toString(), links, blocks);
  }
}
