package letopis.parse.page.blocks;

import java.util.List;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.Phrase;

/// What stands before each block of a page, counted once: words, headings, dates, beginnings of
/// other articles.
final class BlockCounts {
  /// A distance that stands for "no heading before".
  private static final int NO_HEADING = 99;

  /// Words before each block, and last those of the page.
  final int[] words;

  /// The same of headings.
  final int[] headings;

  /// Dates up to and with each block.
  final int[] dates;

  /// Blocks since the last heading.
  final int[] sinceHeading;

  /// [Block#phrases] of that heading.
  final int[] sectionPhrases;

  /// Headings after the title that look as it does: a second article begins with one.
  final int[] titles;

  /// Headings over teasers, and over comments.
  final int[] related;

  final int[] comments;

  BlockCounts(PageContext context) {
    List<Block> blocks = context.scan.blocks;
    int size = blocks.size();
    words = new int[size + 1];
    headings = new int[size + 1];
    dates = new int[size + 1];
    sinceHeading = new int[size];
    sectionPhrases = new int[size];
    titles = new int[size];
    related = new int[size];
    comments = new int[size];
    countHeadings(blocks);
    countSections(blocks, context.titleBlock);
    for (PageNotes.Note time : context.scan.notes.times) {
      dates[Math.min(time.block(), size)]++;
    }
    for (int i = 1; i < dates.length; i++) {
      dates[i] += dates[i - 1];
    }
  }

  private void countHeadings(List<Block> blocks) {
    int last = -1;
    for (Block block : blocks) {
      int i = block.index;
      boolean heading = isHeading(block);
      last = heading ? i : last;
      words[i + 1] = words[i] + block.size();
      headings[i + 1] = headings[i] + (heading ? 1 : 0);
      sinceHeading[i] = last < 0 ? NO_HEADING : Math.min(NO_HEADING, i - last);
      sectionPhrases[i] = last < 0 ? 0 : blocks.get(last).phrases;
    }
  }

  private void countSections(List<Block> blocks, int titleBlock) {
    int level = titleBlock < 0 ? 0 : blocks.get(titleBlock).box.signature;
    int titlesSoFar = 0;
    int relatedSoFar = 0;
    int commentsSoFar = 0;
    for (Block block : blocks) {
      boolean after = titleBlock >= 0 && block.index > titleBlock;
      boolean heading = isHeading(block);
      titlesSoFar += after && heading && block.box.signature == level ? 1 : 0;
      relatedSoFar += heading && block.says(Phrase.RELATED) ? 1 : 0;
      commentsSoFar += heading && block.says(Phrase.COMMENT) ? 1 : 0;
      titles[block.index] = titlesSoFar;
      related[block.index] = relatedSoFar;
      comments[block.index] = commentsSoFar;
    }
  }

  private static boolean isHeading(Block block) {
    return block.box.kind == Box.Kind.HEADING
        || block.size() <= 8 && block.boldChars * 10 >= block.text.length() * 9;
  }
}
