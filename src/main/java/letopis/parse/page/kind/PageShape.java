package letopis.parse.page.kind;

import java.util.List;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Addresses;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.PageNotes;
import letopis.parse.page.scan.ShownText;
import letopis.parse.pattern.SievedPattern;
import org.jsoup.nodes.Element;

/// What a page looks like besides its words: how its text lies, and how many headlines, dates,
/// prices and further pages it shows.
final class PageShape {
  /// No longer block is a price.
  private static final int PRICE_WORDS = 6;

  private static final int DAY_CHARS = 20;
  private static final int HEADLINE_CHARS = 15;

  /// The row of pages below a list is not longer.
  private static final int PAGER_WORDS = 20;

  private static final SievedPattern PRICE =
      new SievedPattern("[$€£₽¥]\\s?\\d|\\d\\s?(?:[$€£₽¥]|USD|EUR|руб)");

  private final PageContext context;

  // Of the text that was found.
  int words;
  int paragraphs;
  int longest;
  int teasers;
  double linkShare;

  /// The most words in one element, as a share.
  double together;

  // Of the whole page: the most linked headlines, dates or prices that the templates treat alike.
  int headlines;
  int dates;
  int prices;

  /// Links to further pages of the same list.
  int pages;

  PageShape(PageContext context, BodyText body) {
    this.context = context;
    measureText(body.blocks());
    measurePage();
  }

  private void measureText(List<Block> found) {
    int[] byBox = new int[context.scan.boxes.size()];
    double chars = 0;
    double linked = 0;
    int most = 0;
    for (Block block : found) {
      words += block.size();
      longest = Math.max(longest, block.size());
      chars += block.text.length();
      linked += Math.min(block.linkChars, block.text.length());
      if (block.size() >= 12) {
        paragraphs++;
        teasers += followsHeadline(block) ? 1 : 0;
      }
      Box parent = block.box.parent == null ? block.box : block.box.parent;
      byBox[parent.index] += block.size();
      most = Math.max(most, byBox[parent.index]);
    }
    linkShare = chars == 0 ? 1 : linked / chars;
    together = (double) Math.max(most, longest) / Math.max(1, words);
  }

  /// A teaser is a paragraph under a linked headline; the page's own title is none.
  private boolean followsHeadline(Block block) {
    for (int i = block.index - 1; i >= Math.max(0, block.index - 3); i--) {
      Block before = context.scan.blocks.get(i);
      if (i == context.titleBlock || before.size() >= 12 && !isHeadline(before)) {
        return false;
      }
      if (isHeadline(before)) {
        return true;
      }
    }
    return block.linkShare() > 0.8 || beginsWithHeadline(block);
  }

  /// A headline and its teaser in one block, as Bitrix writes its lists: a link of some words
  /// begins it, behind a day at most.
  private static boolean beginsWithHeadline(Block block) {
    // A link around several blocks is in none of them.
    if (block.links.isEmpty()
        || block.linkChars < HEADLINE_CHARS
        || block.linkShare() >= 0.8
        || block.size() < 6
        || block.size() > 60) {
      return false;
    }
    String link = ShownText.of(block.links.getFirst());
    // Searched for in the begin alone: a word may be as long as a page.
    int end = Math.min(block.text.length(), DAY_CHARS + link.length());
    return link.length() >= HEADLINE_CHARS && block.text.substring(0, end).contains(link);
  }

  /// A day may stand before it.
  private static boolean isHeadline(Block block) {
    int letters = block.text.length() - block.digits - (block.digits > 3 ? 4 : 0);
    return block.size() >= 4 && block.size() <= 30 && block.linkChars > 0.8 * letters;
  }

  private void measurePage() {
    int[] linked = new int[context.scan.templates()];
    int[] priced = new int[linked.length];
    for (Block block : context.scan.blocks) {
      int look = block.box.alike;
      if (isHeadline(block) || beginsWithHeadline(block)) {
        headlines = Math.max(headlines, ++linked[look]);
      }
      if (isPrice(block)) {
        prices = Math.max(prices, ++priced[look]);
      }
      pages += block.digits > 0 && block.size() <= PAGER_WORDS ? numbered(block) : 0;
    }
    int[] dated = new int[linked.length];
    for (PageNotes.Note time : context.scan.notes.times) {
      dates = Math.max(dates, ++dated[time.box().alike]);
    }
  }

  private static int numbered(Block block) {
    int numbered = 0;
    for (Element link : block.links) {
      numbered += leadsToPage(link) ? 1 : 0;
    }
    return numbered;
  }

  /// "3" to `/news/page/3`, `?p=3`; a calendar has days behind months, comments have pages too.
  private static boolean leadsToPage(Element link) {
    String number = ShownText.of(link);
    if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(Character::isDigit)) {
      return false;
    }
    String address = Addresses.written(link, "href");
    int at = address.lastIndexOf(number);
    int end = at + number.length();
    if (at < 2
        || end < address.length() && Character.isDigit(address.charAt(end))
        || address.contains("comment")
        || address.charAt(0) == '#') {
      return false;
    }
    int before = Character.isLetter(address.charAt(at - 1)) ? at - 1 : at - 2;
    return Character.isLetter(address.charAt(before)) || address.contains("PAGEN_");
  }

  private static boolean isPrice(Block block) {
    return block.digits > 0 && block.size() <= PRICE_WORDS && PRICE.in(block.text);
  }
}
