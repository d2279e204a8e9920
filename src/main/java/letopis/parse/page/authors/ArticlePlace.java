package letopis.parse.page.authors;

import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;

/// Where on a page its article stands: what is near to it belongs to it.
final class ArticlePlace {
  /// So many blocks after the title, or after the end of the text, may still be of the article.
  static final int AFTER = 10;

  private final int title;
  private final int bodyStart;
  private final int bodyEnd;

  ArticlePlace(PageContext context, BodyText body) {
    int first = body.blocks().isEmpty() ? 0 : body.blocks().getFirst().index;
    int last = body.blocks().isEmpty() ? 0 : body.blocks().getLast().index;
    boolean titled = context.titleBlock >= 0 && (last == 0 || context.titleBlock <= last);
    this.title = titled ? context.titleBlock : first;
    this.bodyStart = Math.max(first, title);
    this.bodyEnd = Math.max(last, title);
  }

  /// The block of the title, else the first of the text.
  int title() {
    return title;
  }

  int bodyStart() {
    return bodyStart;
  }

  int bodyEnd() {
    return bodyEnd;
  }

  /// Whether a block stands between the title and the text, or right above them.
  boolean isHead(int block) {
    return block >= title - 1 && block <= Math.min(bodyStart, title + AFTER);
  }

  /// Whether a block is no comment, menu or teaser; between title and text stands no teaser,
  /// whatever its elements are called.
  boolean has(int block, Box box) {
    boolean head = isHead(block);
    return box.distanceTo(Hint.COMMENT) > (head ? 1 : 5)
        && (head || box.distanceTo(Hint.RELATED) > 3)
        && box.distanceTo(Box.Kind.NAVIGATION) == Box.FAR;
  }
}
