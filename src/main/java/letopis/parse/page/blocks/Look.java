package letopis.parse.page.blocks;

import letopis.parse.page.scan.Block;

/// Text of all blocks whose boxes look alike to the templates.
final class Look {
  int blocks;
  int words;
  int chars;
  int linkChars;
  int paragraphs;

  void add(Block block) {
    blocks++;
    words += block.size();
    chars += block.text.length();
    linkChars += block.linkChars;
    paragraphs += block.size() >= 20 && block.linkShare() < 0.3 ? 1 : 0;
  }
}
