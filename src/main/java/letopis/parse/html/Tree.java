package letopis.parse.html;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/// Puts the tags and texts of a page together (HTML 13.2.6), with the deviations of jsoup.
final class Tree {
  private static final Name HTML = Names.known("html");
  private static final Name BODY = Names.known("body");
  private static final Name TR = Names.known("tr");
  private static final Name COLGROUP = Names.known("colgroup");
  private static final Name SELECT = Names.known("select");
  private static final Name CAPTION = Names.known("caption");
  private static final Name TABLE = Names.known("table");
  private static final Name NOSCRIPT = Names.known("noscript");

  private final GrowingTree page;
  private final OpenElements open;
  private final HeadRules head;
  private final BodyRules body;
  private final TableRules table;
  private final SelectRules select;

  Tree(String baseUri) {
    page = new GrowingTree(baseUri);
    open = page.open;
    head = new HeadRules(this, page);
    body = new BodyRules(this, page);
    table = new TableRules(this, page, body);
    select = new SelectRules(this, page);
  }

  Document finish() {
    if (page.mode.compareTo(Mode.IN_BODY) < 0 || page.noscript >= 0) {
      throw new GiveUp("end of the page");
    }
    if (page.quirks) {
      page.document.quirksMode(Document.QuirksMode.quirks);
    }
    return page.document;
  }

  void doctype(String name) {
    if (page.mode == Mode.INITIAL) {
      page.quirks = !name.equalsIgnoreCase("html");
      page.mode = Mode.BEFORE_HTML;
    }
  }

  /// Whether white space that stands here is none of the text behind it.
  boolean isOutsideBody() {
    boolean outside =
        page.mode.compareTo(Mode.IN_BODY) < 0
            || page.mode.compareTo(Mode.IN_SELECT_IN_TABLE) > 0
            || page.mode == Mode.IN_COLUMNS;
    return outside && page.noscript < 0;
  }

  /// Texts before and behind a comment are two.
  void comment() {
    if (page.mode.compareTo(Mode.IN_HEAD) >= 0 && page.mode.compareTo(Mode.AFTER_BODY) < 0) {
      page.append(new Comment(""));
    }
  }

  boolean isForeign() {
    return page.isForeign();
  }

  /// Takes text up to the next tag or comment.
  void text(Slices slices, int from, int to) {
    boolean blank = slices.isBlank(from, to);
    if (page.noscript >= 0 || page.isForeign()) {
      page.append(text(slices, from, to, blank));
      return;
    }
    while (!take(slices, from, to, blank)) {}
  }

  private static TextNode text(Slices slices, int from, int to, boolean blank) {
    return new TextNode(blank ? slices.blank(from, to) : slices.text(from, to));
  }

  private boolean take(Slices slices, int from, int to, boolean blank) {
    switch (page.mode) {
      case INITIAL, BEFORE_HTML, BEFORE_HEAD, IN_HEAD, AFTER_HEAD -> {
        if (!blank) {
          head.goOn();
          return false;
        }
        if (page.mode == Mode.BEFORE_HTML) {
          page.document.appendChild(text(slices, from, to, true));
        } else if (page.mode != Mode.INITIAL) {
          page.append(text(slices, from, to, true));
        }
      }
      case IN_BODY, IN_CELL, IN_CAPTION -> {
        page.formatting.reopen();
        page.append(text(slices, from, to, blank));
      }
      case IN_TABLE, IN_TABLE_BODY, IN_ROW -> {
        if (open.top().is(Name.FOSTERS)) {
          if (!blank) {
            throw new GiveUp("text between the cells of a table");
          }
        } else {
          page.formatting.reopen();
        }
        page.append(text(slices, from, to, blank));
      }
      case IN_COLUMNS -> {
        if (!blank) {
          table.endColumns();
          return false;
        }
        page.append(text(slices, from, to, true));
      }
      case IN_SELECT, IN_SELECT_IN_TABLE -> page.append(text(slices, from, to, blank));
      case AFTER_BODY -> {
        if (!blank) {
          page.mode = Mode.IN_BODY;
          return false;
        }
        open.element(0).appendChild(text(slices, from, to, true));
      }
      case AFTER_HTML -> {
        if (!blank) {
          page.mode = Mode.IN_BODY;
          return false;
        }
        page.document.appendChild(text(slices, from, to, true));
      }
    }
    return true;
  }

  /// Takes the content of an element without tags, and ends it.
  void content(Slices slices, int from, int to) {
    Name name = open.top();
    if (to > from) {
      page.append(
          name.is(Name.DATA)
              ? new Data(slices, from, to)
              : new TextNode(
                  name.is(Name.RAW_TEXT) ? slices.raw(from, to) : slices.text(from, to)));
    }
    open.pop();
    if (page.mode == Mode.AFTER_HEAD) {
      open.removeIfThere(page.head);
    }
  }

  /// Takes a start tag.
  ///
  /// @return the name of the element, when it is open now
  Name start(Name name, Attributes attributes, boolean selfClosing) {
    if (page.noscript >= 0) {
      return inNoscript(name, attributes);
    }
    if (page.isForeign()) {
      return inSvg(name, attributes, selfClosing);
    }
    if (name.kind == Kind.RARE || name.kind == Kind.TEMPLATE) {
      throw new GiveUp("rare element " + name.text);
    }
    return switch (page.mode) {
      case INITIAL, BEFORE_HTML, BEFORE_HEAD, IN_HEAD, AFTER_HEAD ->
          head.start(name, attributes, selfClosing);
      case IN_BODY -> body.inBody(name, attributes, selfClosing);
      case IN_TABLE -> table.inTable(name, attributes, selfClosing);
      case IN_CAPTION -> table.inCaption(name, attributes, selfClosing);
      case IN_COLUMNS -> table.inColumns(name, attributes, selfClosing);
      case IN_TABLE_BODY -> table.inTableBody(name, attributes, selfClosing);
      case IN_ROW -> table.inRow(name, attributes, selfClosing);
      case IN_CELL -> table.inCell(name, attributes, selfClosing);
      case IN_SELECT -> select.inSelect(name, attributes, selfClosing);
      case IN_SELECT_IN_TABLE -> {
        if (endsSelect(name)) {
          open.popTo(SELECT);
          page.resetMode();
          yield start(name, attributes, selfClosing);
        }
        yield select.inSelect(name, attributes, selfClosing);
      }
      case AFTER_BODY, AFTER_HTML -> {
        if (name == HTML) {
          yield page.merge(attributes, HTML);
        }
        page.mode = Mode.IN_BODY;
        yield start(name, attributes, selfClosing);
      }
    };
  }

  /// What belongs into the head wherever it stands.
  Name inHead(Name name, Attributes attributes, boolean selfClosing) {
    return head.inHead(name, attributes, selfClosing);
  }

  private Name inNoscript(Name name, Attributes attributes) {
    if (name.kind == Kind.RARE
        || name.kind == Kind.SVG
        || name.kind == Kind.TEXTAREA
        || name.kind == Kind.TEMPLATE) {
      throw new GiveUp("rare element in noscript");
    }
    Name placed = page.inserted(name, attributes);
    return placed == null || name.kind == Kind.PRE ? null : placed;
  }

  private Name inSvg(Name name, Attributes attributes, boolean selfClosing) {
    if (!Foreign.staysInside(name.text) || Foreign.mayHoldHtml(open.top().text)) {
      throw new GiveUp("html in svg");
    }
    page.insert(name, attributes);
    if (selfClosing) {
      open.pop();
    }
    return null;
  }

  /// Takes an end tag.
  void end(Name name) {
    if (page.noscript >= 0) {
      endInNoscript(name);
      return;
    }
    if (page.isForeign()) {
      endInSvg(name);
      return;
    }
    switch (page.mode) {
      case INITIAL, BEFORE_HTML, BEFORE_HEAD, IN_HEAD, AFTER_HEAD -> head.end(name);
      case IN_BODY -> body.endInBody(name);
      case IN_TABLE -> table.endInTable(name);
      case IN_CAPTION -> table.endInCaption(name);
      case IN_COLUMNS -> table.endInColumns(name);
      case IN_TABLE_BODY -> table.endInTableBody(name);
      case IN_ROW -> table.endInRow(name);
      case IN_CELL -> table.endInCell(name);
      case IN_SELECT -> select.endInSelect(name);
      case IN_SELECT_IN_TABLE -> {
        if (endsSelect(name)) {
          if (open.inScope(name, Name.TABLE_SCOPE)) {
            open.popTo(SELECT);
            page.resetMode();
            end(name);
          }
        } else {
          select.endInSelect(name);
        }
      }
      case AFTER_BODY -> {
        if (name == HTML) {
          page.mode = Mode.AFTER_HTML;
        } else {
          page.mode = Mode.IN_BODY;
          end(name);
        }
      }
      case AFTER_HTML -> {
        page.mode = Mode.IN_BODY;
        end(name);
      }
    }
  }

  private void endInNoscript(Name name) {
    if (name == NOSCRIPT) {
      open.cutTo(page.noscript);
      page.noscript = -1;
      page.form = page.formOutside;
      return;
    }
    for (int i = open.size() - 1; i > page.noscript; i--) {
      if (open.name(i) == name) {
        open.cutTo(i);
        return;
      }
    }
  }

  private void endInSvg(Name name) {
    for (int i = open.size() - 1; open.name(i).isForeign(); i--) {
      if (open.name(i).text.equalsIgnoreCase(name.text)) {
        open.cutTo(i);
        return;
      }
    }
    throw new GiveUp("end tag in svg");
  }

  private static boolean endsSelect(Name name) {
    return name == CAPTION
        || name == TABLE
        || name.kind == Kind.TBODY
        || name == TR
        || name.kind == Kind.CELL;
  }
}
