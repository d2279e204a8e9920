package letopis.parse.page.scan;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/// A block-level element while a page is being read: where it stands and what its text adds up to.
/// Mutable, confined to one [PageScan].
public final class Box {
  /// A distance that stands for "no such ancestor".
  public static final byte FAR = 12;

  /// The element itself.
  public final Element element;

  /// Null for the root.
  public final Box parent;

  /// Its place among [PageScan#boxes].
  public final int index;

  /// 0 for the root.
  public final int depth;

  /// What its tag or its role makes it.
  public final Kind kind;

  /// Bits of [Hint#ordinal] of this element's own names.
  public final int hints;

  /// For each [Hint], then each [Kind], the levels up to the nearest ancestor-or-self that has it.
  public final byte[] distance;

  /// The nearest `<article>` above or here, or null.
  public final Box article;

  /// 1 to 6 for a heading, 9 for all else.
  public final byte level;

  /// Equal for elements that the site's templates treat alike: tag, class and parent's tag.
  public final int signature;

  /// The signatures of a page, numbered from 0.
  public final int alike;

  /// Equal for elements that are alike and whose parents and grandparents are, too.
  final int kin;

  /// Whether readers do not see it: by its attributes, or inside of such an element.
  public boolean hidden;

  // Sums over the text of all blocks inside.
  int chars;
  int linkChars;

  /// Words of all blocks inside.
  public int words;

  /// How many blocks are inside.
  public int blocks;

  /// Full stops, commas and the like inside.
  public int punctuation;

  /// Words of the paragraphs inside: blocks of some length that are no links.
  public int paragraphWords;

  /// Direct children that are elements of paragraphs and hold such.
  public int childParagraphs;

  /// What speaks for it as the element around the article, see [letopis.parse.page.blocks].
  public double score;

  Box(Element element, Box parent, int index, Kind kind, int hints, Template template) {
    this.element = element;
    this.parent = parent;
    this.index = index;
    this.kind = kind;
    this.hints = hints;
    this.signature = template.signature();
    this.alike = template.number();
    Box above = parent == null ? this : parent;
    Box top = above.parent == null ? above : above.parent;
    this.kin = (signature * 31 + above.signature) * 31 + top.signature;
    this.article = kind == Kind.ARTICLE ? this : parent == null ? null : parent.article;
    this.level = kind == Kind.HEADING ? (byte) (element.normalName().charAt(1) - '0') : 9;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.hidden = parent != null && parent.hidden;
    this.distance = new byte[Hint.ALL.length + Kind.ALL.length];
    if (parent == null) {
      Arrays.fill(distance, FAR);
    } else {
      for (int i = 0; i < distance.length; i++) {
        distance[i] = (byte) Math.min(parent.distance[i] + 1, FAR);
      }
    }
    for (int rest = hints; rest != 0; rest &= rest - 1) {
      distance[Integer.numberOfTrailingZeros(rest)] = 0;
    }
    distance[Hint.ALL.length + kind.ordinal()] = 0;
  }

  /// What a site's templates made an element from.
  ///
  /// @param number the signatures of a page, numbered from 0
  record Template(int signature, int number) {}

  /// Levels up to the nearest element with such a name, 0 for its own, [#FAR] for so many or none.
  public int distanceTo(Hint hint) {
    return distance[hint.ordinal()];
  }

  /// The same to the nearest of a kind.
  public int distanceTo(Kind wanted) {
    return distance[Hint.ALL.length + wanted.ordinal()];
  }

  /// The share of the characters inside that are text of links, from 0 to 1.
  public float linkShare() {
    return chars == 0 ? 0 : (float) linkChars / chars;
  }

  /// What an element is by its tag. The order is the order of features in the model: append only.
  public enum Kind {
    OTHER,
    PARAGRAPH,
    HEADING,
    ITEM,
    LIST,
    CELL,
    ROW,
    TABLE,
    QUOTE,
    CODE,
    CAPTION,
    FIGURE,
    SECTION,
    ARTICLE,
    MAIN,
    HEADER,
    FOOTER,
    NAVIGATION,
    ASIDE,
    FORM,
    DEFINITION,
    DETAILS;

    static final Kind[] ALL = values();
  }
}
