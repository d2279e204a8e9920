package letopis.parse.page.blocks;

import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.PageScan;

/// The box that most likely holds the article, by the rule of Arc90's Readability: each paragraph
/// gives points to the boxes above it, half as many at each level.
final class Candidates {
  private Candidates() {}

  static Box best(PageScan scan) {
    for (Block block : scan.blocks) {
      if (block.size() >= 6 && block.linkShare() < 0.5 && !isChrome(block.box)) {
        double points = 1 + block.commas + Math.min(3, block.text.length() / 100.0);
        Box box = block.box.parent == null ? block.box : block.box.parent;
        for (double share = 1; box != null && share > 0.1; share /= 2) {
          box.score += points * share;
          box = box.parent;
        }
      }
    }
    Box best = scan.boxes.getFirst();
    double bestScore = 0;
    for (Box box : scan.boxes) {
      double score = (box.score + weight(box)) * (1 - box.linkShare());
      if (box.score > 0 && score > bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean isChrome(Box box) {
    return box.distanceTo(Box.Kind.NAVIGATION) < Box.FAR
        || box.distanceTo(Box.Kind.FOOTER) < Box.FAR
        || box.distanceTo(Hint.COMMENT) < 5
        || box.distanceTo(Hint.CONSENT) < 5
        || box.hidden;
  }

  private static double weight(Box box) {
    double weight = 0;
    if (has(box, Hint.BODY)) {
      weight += 50;
    } else if (has(box, Hint.CONTENT)) {
      weight += 25;
    }
    if (has(box, Hint.COMMENT)
        || has(box, Hint.SIDE)
        || has(box, Hint.FOOTER)
        || has(box, Hint.RELATED)
        || has(box, Hint.POPUP)) {
      weight -= 25;
    }
    return weight;
  }

  private static boolean has(Box box, Hint hint) {
    return (box.hints & 1 << hint.ordinal()) != 0;
  }
}
