package letopis.parse.page.scan;

import java.util.List;

/// Adds the blocks of a page up into their boxes, from the leaves to the root.
final class BoxSums {
  /// A block with fewer words, or that is mostly links, is no paragraph.
  private static final int PARAGRAPH = 8;

  private BoxSums() {}

  /// @param boxes outer before inner
  static void add(List<Box> boxes, List<Block> blocks) {
    for (Block block : blocks) {
      addOwn(block.box, block);
    }
    for (int i = boxes.size() - 1; i > 0; i--) {
      addChild(boxes.get(i).parent, boxes.get(i));
    }
    countRepeats(blocks);
  }

  private static void addOwn(Box box, Block block) {
    box.chars += block.text.length();
    box.linkChars += Math.min(block.linkChars, block.text.length());
    box.words += block.size();
    box.blocks++;
    box.punctuation += block.punctuation;
    if (block.linkShare() < 0.5 && block.size() >= PARAGRAPH) {
      box.paragraphWords += block.size();
    }
  }

  private static void addChild(Box parent, Box box) {
    parent.chars += box.chars;
    parent.linkChars += box.linkChars;
    parent.words += box.words;
    parent.blocks += box.blocks;
    parent.punctuation += box.punctuation;
    parent.paragraphWords += box.paragraphWords;
    if (box.kind == Box.Kind.PARAGRAPH && box.paragraphWords > 0) {
      parent.childParagraphs++;
    }
  }

  private static void countRepeats(List<Block> blocks) {
    Numbering texts = new Numbering();
    int[] numbers = new int[blocks.size()];
    int[] repeats = new int[blocks.size()];
    for (Block block : blocks) {
      numbers[block.index] = texts.of(block.text.hashCode());
      repeats[numbers[block.index]]++;
    }
    for (Block block : blocks) {
      block.repeats = repeats[numbers[block.index]];
    }
  }
}
