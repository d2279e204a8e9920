package letopis.parse.page.blocks;

import java.util.regex.Pattern;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.Box;
import letopis.parse.page.scan.Hint;
import letopis.parse.page.scan.Phrase;
import letopis.parse.pattern.Keywords;
import letopis.parse.pattern.SievedPattern;

/// Knows blocks that are none of the article for certain, whatever the models think of them.
final class Furniture {
  /// A line that begins with a day of a year has hardly more words when it only says when and where
  /// in the paper: "23 ноября 2026, 14:05 Город", "November 23, 2026".
  private static final int DATELINE_WORDS = 8;

  private static final SievedPattern DATELINE =
      new SievedPattern(
          "^\\s*(?:\\d{1,2}(?:[.] ?\\d{1,2}[.] ?|[.]? \\p{L}{3,12}[.,]? )|\\p{Lu}\\p{L}{2,8}[.]?"
              + " \\d{1,2}, )\\d{4}\\b(?!.*[.!?…]\\s*$)");

  /// A line that says who made a picture is not longer.
  private static final int CREDIT_WORDS = 8;

  /// "Photo: A. Meadow", "A. Meadow/Getty Images", "Foto:" before the next line.
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:photos?|fotos?|фото|bild|image)(?: by| von)?:.*"
              + "|фото (?:с|из|автора|пресс-службы|предоставлен\\p{L}+)(?: .*|[^\\p{L}]*)"
              + "|.*/ ?(?:getty|ap|afp|reuters|dpa|epa|shutterstock|imago)(?: images?| photo)?\\)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /// A line of a caption that has a sign of copyright is not longer.
  private static final int CREDITED_WORDS = 12;

  /// Nor is one that begins with it, or stands for a post.
  private static final int CAPTION_WORDS = 40;

  /// In characters. `\b` looks back over all accents that stand in a row, each time anew.
  private static final int LONGEST_LABEL = 1_000;

  private static final Keywords EXTERNAL = new Keywords("extern|redaktioneller");

  private static final SievedPattern EMBED =
      new SievedPattern(
          "\\b(?:extern(?:e|en|er)|redaktioneller) inhalte?\\b|\\bexternal content\\b",
          Pattern.CASE_INSENSITIVE);

  /// A label of more words says of the content that it can be shown.
  private static final int SHORT_LABEL = 4;

  private static final SievedPattern SHOWN =
      new SievedPattern(
          "\\b(?:dieser"
              + " stelle|finde(?:n|st)?|empfohlen\\w*|angezeigt|anzeigen|einverstanden|laden|zustimm\\w*|here"
              + " you|agree|accept|consent|load|show)\\b",
          Pattern.CASE_INSENSITIVE);

  /// So many blocks around are looked at.
  private static final int NEAR = 4;

  private Furniture() {}

  /// What is certain without a model: a line of date and section, "Read also" with its link, a row
  /// of short links, a menu above the title.
  static boolean is(Block block, PageContext context) {
    if (block.size() <= DATELINE_WORDS && block.digits >= 5 && DATELINE.begins(block.text)) {
      return true;
    }
    if (context.asksForConsent(block)
        || Notices.is(block)
        || isOfPaid(block, context)
        || isNamedRelated(block, context)
        || isEmbedLabel(block)
        || isCredit(block)
        || isAdLabel(block)) {
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
    boolean back = block.size() <= 4 && block.says(Phrase.NAVIGATION) && linksOnly;
    return leads || row || back || linksOnly && block.index < context.titleBlock;
  }

  /// Who made a picture, with or without what is on it where it stands under one, or whose a text
  /// is.
  private static boolean isCredit(Block block) {
    int sign = block.text.indexOf('\u00a9');
    if (sign >= 0 && block.size() <= (sign == 0 ? CAPTION_WORDS : CREDITED_WORDS)) {
      return true;
    }
    return block.says(Phrase.CREDIT)
        && (block.box.distanceTo(Box.Kind.CAPTION) <= 1
            || block.size() <= CREDIT_WORDS && CREDIT.matcher(block.text).matches());
  }

  /// "Here you find external content of …": what stands in the place of a post until readers agree.
  private static boolean isEmbedLabel(Block block) {
    return block.size() <= CAPTION_WORDS
        && block.text.length() <= LONGEST_LABEL
        && EXTERNAL.in(block.text)
        && EMBED.in(block.text)
        && (block.size() <= SHORT_LABEL || SHOWN.in(block.text));
  }

  /// What stands beside the mark of advertising in an element named for it.
  private static boolean isOfPaid(Block block, PageContext context) {
    Box parent = block.box.parent;
    if (parent == null || parent.distanceTo(Hint.AD) > 0) {
      return false;
    }
    int from = Math.max(0, block.index - NEAR);
    int to = Math.min(context.scan.blocks.size(), block.index + NEAR + 1);
    for (Block other : context.scan.blocks.subList(from, to)) {
      if (other.box.parent == parent && Notices.isPaid(other)) {
        return true;
      }
    }
    return false;
  }

  /// A link under "Read also" where both stand in one element.
  private static boolean isNamedRelated(Block block, PageContext context) {
    if (block.linkShare() <= 0.9 || block.box.parent == null) {
      return false;
    }
    for (int i = block.index - 1; i >= Math.max(0, block.index - NEAR); i--) {
      Block before = context.scan.blocks.get(i);
      boolean label =
          before.size() <= 3 && (before.leadingPhrases & 1 << Phrase.RELATED.ordinal()) != 0;
      if (label) {
        return before.box.parent == block.box || before.box.parent == block.box.parent;
      }
      if (before.linkShare() <= 0.9) {
        return false;
      }
    }
    return false;
  }

  /// "Advertisement" alone on a line.
  private static boolean isAdLabel(Block block) {
    return block.size() == 1 && block.says(Phrase.AD) && block.box.distanceTo(Box.Kind.HEADING) > 1;
  }
}
