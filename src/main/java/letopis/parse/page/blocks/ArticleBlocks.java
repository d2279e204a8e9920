package letopis.parse.page.blocks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;

/// Chooses the blocks of the article by what the models think of them, by what is certain without a
/// model, and by what stands around.
public final class ArticleBlocks {
  /// A block is kept from this chance on.
  public static final float KEEP = 0.5f;

  /// Pages of services and products say more in short lines, of which the models are less sure.
  private static final float KEEP_OF_OTHERS = 0.35f;

  /// From here on a block may be kept for what stands around it.
  static final float IN_DOUBT = 0.2f;

  /// With fewer words than this, all blocks in doubt are taken.
  private static final int SHORT = 25;

  /// A page that goes on with more articles than this is a front page of teasers.
  private static final int MOST_NEXT = 5;

  /// Longer blocks than this are not said twice in an article.
  private static final int REPEATED_WORDS = 6;

  /// An article has a paragraph of so many words before its comments.
  private static final int PARAGRAPH = 12;

  /// A text in structured data with fewer words may be a stub.
  private static final int LONG = 60;

  private ArticleBlocks() {}

  /// The text of the article's blocks; where structured data has the text and the page shows little
  /// of it, that.
  public static BodyText text(PageContext context, PageData data) {
    List<Block> kept = of(context);
    Optional<String> given = data.articleText("articleBody");
    if (given.isPresent()
        && context.articleBody.size() > LONG
        && words(kept) * 2 < context.articleBody.size()) {
      String text =
          given.get().replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?[\\r\\n]\\s*", "\n").strip();
      return new BodyText(text, List.of(), kept);
    }
    return BodyText.of(kept);
  }

  /// The blocks of the article in their order; where hardly any are sure, those in doubt
  /// beside them too.
  static List<Block> of(PageContext context) {
    List<Block> kept = kept(context, context.other ? KEEP_OF_OTHERS : KEEP);
    if (words(kept) < SHORT) {
      List<Block> more = beside(kept, kept(context, IN_DOUBT));
      return words(more) > words(kept) ? more : kept;
    }
    return kept;
  }

  /// What stands beside the sure ones, or looks as they do; all, where none is sure.
  private static List<Block> beside(List<Block> sure, List<Block> doubtful) {
    Set<Box> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Integer> kins = new HashSet<>();
    for (Block block : sure) {
      parents.add(block.box.parent);
      kins.add(block.kin);
    }
    return doubtful.stream()
        .filter(
            block ->
                sure.isEmpty() || parents.contains(block.box.parent) || kins.contains(block.kin))
        .toList();
  }

  private static int words(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  private static List<Block> kept(PageContext context, float chance) {
    List<Block> blocks = context.scan.blocks;
    boolean[] kept = new boolean[blocks.size()];
    Map<String, Box> said = new HashMap<>();
    int end = end(context);
    for (Block block : blocks.subList(0, end)) {
      kept[block.index] = block.second >= chance && isKept(block, chance, context, said);
    }
    for (Block block : blocks.subList(0, end)) {
      kept[block.index] |= isHeldBy(block, kept) && isKept(block, chance, context, said);
    }
    List<Block> all = new ArrayList<>();
    for (Block block : blocks) {
      if (kept[block.index]) {
        all.add(block);
      }
    }
    return withoutComments(all, context);
  }

  private static boolean isKept(
      Block block, float chance, PageContext context, Map<String, Box> said) {
    if (block.index == context.titleBlock || Furniture.is(block, context)) {
      return false;
    }
    // In doubt, a link is a teaser.
    if (chance < KEEP && block.linkShare() > 0.5) {
      return false;
    }
    if (isOfTheSite(block, block.second < KEEP, context)) {
      return false;
    }
    if (block.size() < REPEATED_WORDS) {
      return true;
    }
    Box before = said.putIfAbsent(block.text, block.box);
    // A refrain: what is said again in the same place and form is meant.
    return before == null || isAlike(before, block.box);
  }

  /// Whether a block stands in a footer of the site: one in doubt, or one outside of the element
  /// `article` that has the title. Short articles would end with a note about cookies.
  private static boolean isOfTheSite(Block block, boolean doubtful, PageContext context) {
    if (block.box.distanceTo(Box.Kind.FOOTER) >= Box.FAR) {
      return false;
    }
    Box own =
        context.titleBlock < 0 ? null : context.scan.blocks.get(context.titleBlock).box.article;
    return doubtful || own != null && block.box.article != own;
  }

  /// Whether a block in doubt goes with what is kept around it: a heading with what stands under
  /// it, a piece of a list, a table or a quotation with its neighbours. Of a paragraph or a caption
  /// nothing follows from its neighbours.
  private static boolean isHeldBy(Block block, boolean[] kept) {
    int i = block.index;
    boolean next = i + 1 < kept.length && kept[i + 1];
    if (block.second < IN_DOUBT || kept[i] || !next || block.linkShare() >= 0.5) {
      return false;
    }
    Box box = block.box;
    if (box.distanceTo(Box.Kind.CAPTION) <= 2) {
      return false;
    }
    boolean piece =
        box.distanceTo(Box.Kind.ITEM) <= 2
            || box.distanceTo(Box.Kind.TABLE) <= 5
            || box.distanceTo(Box.Kind.QUOTE) <= 3
            || box.distanceTo(Box.Kind.CODE) <= 2;
    return box.distanceTo(Box.Kind.HEADING) <= 1 || piece && i > 0 && kept[i - 1];
  }

  /// Without what readers wrote below the article. Some sites name the text itself so
  /// ("commentary"): it stays where nothing else is there.
  private static List<Block> withoutComments(List<Block> kept, PageContext context) {
    boolean[] comments = commentBoxes(context);
    List<Block> rest = new ArrayList<>();
    boolean told = false;
    boolean commented = false;
    for (Block block : kept) {
      if (block.index > context.titleBlock && comments[block.box.index]) {
        commented = true;
      } else {
        rest.add(block);
        told |= !commented && block.size() >= PARAGRAPH;
      }
    }
    return told ? rest : kept;
  }

  /// For each box whether it is, or is in, one that is named for comments and not around the title.
  private static boolean[] commentBoxes(PageContext context) {
    boolean[] around = new boolean[context.scan.boxes.size()];
    Box box = context.titleBlock < 0 ? null : context.scan.blocks.get(context.titleBlock).box;
    for (; box != null; box = box.parent) {
      around[box.index] = true;
    }
    boolean[] comments = new boolean[around.length];
    for (Box one : context.scan.boxes) {
      boolean named = one.distanceTo(Hint.COMMENT) == 0 && !around[one.index];
      comments[one.index] = named || one.parent != null && comments[one.parent.index];
    }
    return comments;
  }

  /// Where the article ends at the latest: at the title of the next one.
  private static int end(PageContext context) {
    List<Block> blocks = context.scan.blocks;
    int first = blocks.size();
    int count = 0;
    for (Block block : blocks) {
      if (beginsNextArticle(block, context)) {
        first = count == 0 ? block.index : first;
        count++;
      }
    }
    return count <= MOST_NEXT ? first : blocks.size();
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
}
