package letopis.parse.html;

/// How the tree construction of HTML 13.2.6 treats an element; elements of one kind are treated
/// alike.
enum Kind {
  HTML,
  HEAD,
  BODY,
  /// `base`, `link` and their like: without content, of the head wherever they stand.
  HEAD_EMPTY,
  META,
  TITLE,
  STYLE,
  SCRIPT,
  NOSCRIPT,
  A,
  /// `b`, `em` and their like, which are opened again where a block cut them.
  FORMAT,
  LI,
  DD,
  P,
  /// Blocks that end a paragraph, and whose end closes what is open in them.
  BLOCK,
  HEADING,
  PRE,
  HR,
  BR,
  /// `img` and its like.
  EMPTY,
  /// `source` and its like.
  MEDIA,
  INPUT,
  BUTTON,
  FORM,
  TEXTAREA,
  /// `iframe` and `noembed`: their content is no markup.
  RAW,
  SELECT,
  OPTION,
  OPTGROUP,
  OBJECT,
  RB,
  RT,
  TABLE,
  CAPTION,
  COLGROUP,
  COL,
  TBODY,
  TR,
  CELL,
  SVG,
  /// All other elements that HTML knows.
  OTHER,
  /// Elements that HTML does not know: `amp-img`.
  UNKNOWN,
  /// Elements inside `<svg>`.
  FOREIGN,
  TEMPLATE,
  /// What hardly any page has: its tree is left to jsoup.
  RARE
}
