package letopis.parse.html;

/// Where in a page its parser is: the insertion modes of HTML 13.2.4.1, in the order of a page.
enum Mode {
  INITIAL,
  BEFORE_HTML,
  BEFORE_HEAD,
  IN_HEAD,
  AFTER_HEAD,
  IN_BODY,
  IN_TABLE,
  IN_CAPTION,
  IN_COLUMNS,
  IN_TABLE_BODY,
  IN_ROW,
  IN_CELL,
  IN_SELECT,
  IN_SELECT_IN_TABLE,
  AFTER_BODY,
  AFTER_HTML
}
