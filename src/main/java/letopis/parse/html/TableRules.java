package letopis.parse.html;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.FormElement;

/// What a tag means in a table (HTML 13.2.6.4.9 to 15).
final class TableRules {
  private static final Name HTML = Names.known("html");
  private static final Name BODY = Names.known("body");
  private static final Name TABLE = Names.known("table");
  private static final Name CAPTION = Names.known("caption");
  private static final Name COLGROUP = Names.known("colgroup");
  private static final Name TBODY = Names.known("tbody");
  private static final Name TR = Names.known("tr");

  private final Tree tree;
  private final GrowingTree page;
  private final OpenElements open;
  private final Formatting formatting;
  private final BodyRules body;

  TableRules(Tree tree, GrowingTree page, BodyRules body) {
    this.tree = tree;
    this.page = page;
    open = page.open;
    formatting = page.formatting;
    this.body = body;
  }

  Name inTable(Name name, Attributes attributes, boolean selfClosing) {
    switch (name.kind) {
      case CAPTION -> {
        open.clearTo(Kind.TABLE);
        formatting.mark();
        page.insert(name, attributes);
        page.mode = Mode.IN_CAPTION;
        return name;
      }
      case COLGROUP -> {
        open.clearTo(Kind.TABLE);
        page.insert(name, attributes);
        page.mode = Mode.IN_COLUMNS;
        return name;
      }
      case COL -> {
        open.clearTo(Kind.TABLE);
        page.insert(COLGROUP, null);
        page.mode = Mode.IN_COLUMNS;
        return tree.start(name, attributes, selfClosing);
      }
      case TBODY -> {
        open.clearTo(Kind.TABLE);
        page.insert(name, attributes);
        page.mode = Mode.IN_TABLE_BODY;
        return name;
      }
      case CELL, TR -> {
        open.clearTo(Kind.TABLE);
        page.insert(TBODY, null);
        page.mode = Mode.IN_TABLE_BODY;
        return tree.start(name, attributes, selfClosing);
      }
      case STYLE, SCRIPT -> {
        if (name.text.equals("noframes")) {
          throw new GiveUp("noframes in a table");
        }
        return tree.inHead(name, attributes, selfClosing);
      }
      case NOSCRIPT -> {
        return page.beginNoscript(attributes);
      }
      case INPUT -> {
        if (attributes == null || !attributes.get("type").equalsIgnoreCase("hidden")) {
          throw new GiveUp("input between the cells of a table");
        }
        page.insert(name, attributes);
        return null;
      }
      case FORM -> {
        if (page.form == null) {
          page.form = (FormElement) page.insert(name, attributes);
          open.pop();
        }
        return null;
      }
      default -> throw new GiveUp("element between the cells of a table");
    }
  }

  Name inCaption(Name name, Attributes attributes, boolean selfClosing) {
    if (isPartOfTable(name)) {
      if (!open.inScope(CAPTION, Name.TABLE_SCOPE)) {
        return null;
      }
      endCaption();
      return tree.start(name, attributes, selfClosing);
    }
    return body.inBody(name, attributes, selfClosing);
  }

  private static boolean isPartOfTable(Name name) {
    return switch (name.kind) {
      case CAPTION, COL, COLGROUP, TBODY, TR, CELL -> true;
      default -> false;
    };
  }

  private void endCaption() {
    open.impliedEnds(null);
    open.popTo(CAPTION);
    formatting.clearToMark();
    page.mode = Mode.IN_TABLE;
  }

  Name inColumns(Name name, Attributes attributes, boolean selfClosing) {
    if (name.kind == Kind.COL) {
      page.insert(name, attributes);
      return null;
    }
    if (name == HTML) {
      return page.merge(attributes, HTML);
    }
    if (!endColumns()) {
      return null;
    }
    return tree.start(name, attributes, selfClosing);
  }

  boolean endColumns() {
    if (open.top() != COLGROUP) {
      throw new GiveUp("columns of a table");
    }
    open.pop();
    page.mode = Mode.IN_TABLE;
    return true;
  }

  Name inTableBody(Name name, Attributes attributes, boolean selfClosing) {
    switch (name.kind) {
      case TR -> {
        open.clearTo(Kind.TBODY);
        page.insert(name, attributes);
        page.mode = Mode.IN_ROW;
        return name;
      }
      case CELL -> {
        open.clearTo(Kind.TBODY);
        page.insert(TR, null);
        page.mode = Mode.IN_ROW;
        return tree.start(name, attributes, selfClosing);
      }
      case CAPTION, COL, COLGROUP, TBODY -> {
        return endTableBody() ? tree.start(name, attributes, selfClosing) : null;
      }
      default -> {
        return inTable(name, attributes, selfClosing);
      }
    }
  }

  private boolean endTableBody() {
    open.clearTo(Kind.TBODY);
    if (open.top().kind != Kind.TBODY) {
      throw new GiveUp("body of a table");
    }
    open.pop();
    page.mode = Mode.IN_TABLE;
    return true;
  }

  Name inRow(Name name, Attributes attributes, boolean selfClosing) {
    if (name.kind == Kind.CELL) {
      open.clearTo(Kind.TR);
      page.insert(name, attributes);
      page.mode = Mode.IN_CELL;
      formatting.mark();
      return name;
    }
    if (isPartOfTable(name)) {
      return endRow() ? tree.start(name, attributes, selfClosing) : null;
    }
    return inTable(name, attributes, selfClosing);
  }

  private boolean endRow() {
    if (!open.inScope(TR, Name.TABLE_SCOPE)) {
      return false;
    }
    open.clearTo(Kind.TR);
    open.pop();
    page.mode = Mode.IN_TABLE_BODY;
    return true;
  }

  Name inCell(Name name, Attributes attributes, boolean selfClosing) {
    if (isPartOfTable(name)) {
      endCell();
      return tree.start(name, attributes, selfClosing);
    }
    return body.inBody(name, attributes, selfClosing);
  }

  private void endCell() {
    Name cell = open.cellInScope();
    if (cell == null) {
      throw new GiveUp("cell");
    }
    endCell(cell);
  }

  private void endCell(Name cell) {
    open.impliedEnds(null);
    open.popTo(cell);
    formatting.clearToMark();
    page.mode = Mode.IN_ROW;
  }

  void endInTable(Name name) {
    if (name == TABLE) {
      if (open.inScope(name, Name.TABLE_SCOPE)) {
        open.popTo(name);
        page.resetMode();
      }
    } else if (!isPartOfTable(name) && name != BODY && name != HTML) {
      if (name.kind == Kind.P || name.kind == Kind.BR || name.kind == Kind.TEMPLATE) {
        throw new GiveUp("end tag between the cells of a table");
      }
      body.endInBody(name);
    }
  }

  void endInTableBody(Name name) {
    if (name.kind == Kind.TBODY) {
      if (open.inScope(name, Name.TABLE_SCOPE)) {
        open.clearTo(Kind.TBODY);
        open.pop();
        page.mode = Mode.IN_TABLE;
      }
    } else if (name == TABLE) {
      endTableBody();
      tree.end(name);
    } else if (!isPartOfTable(name) && name != BODY && name != HTML) {
      endInTable(name);
    }
  }

  void endInRow(Name name) {
    if (name == TR) {
      endRow();
    } else if (name == TABLE) {
      if (endRow()) {
        tree.end(name);
      }
    } else if (name.kind == Kind.TBODY) {
      if (open.inScope(name, Name.TABLE_SCOPE) && endRow()) {
        tree.end(name);
      }
    } else if (!isPartOfTable(name) && name != BODY && name != HTML) {
      endInTable(name);
    }
  }

  void endInCell(Name name) {
    if (name.kind == Kind.CELL) {
      if (open.inScope(name, Name.TABLE_SCOPE)) {
        endCell(name);
      } else {
        page.mode = Mode.IN_ROW;
      }
    } else if (name == TABLE || name.kind == Kind.TBODY || name == TR) {
      if (open.inScope(name, Name.TABLE_SCOPE)) {
        endCell();
        tree.end(name);
      }
    } else if (!isPartOfTable(name) && name != BODY && name != HTML) {
      body.endInBody(name);
    }
  }

  void endInCaption(Name name) {
    if (name == CAPTION || name == TABLE) {
      if (open.inScope(CAPTION, Name.TABLE_SCOPE)) {
        endCaption();
        if (name == TABLE) {
          endInTable(name);
        }
      }
    } else if (!isPartOfTable(name) && name != BODY && name != HTML) {
      body.endInBody(name);
    }
  }

  void endInColumns(Name name) {
    if (name != COLGROUP) {
      endColumns();
      tree.end(name);
    } else if (open.top() == COLGROUP) {
      endColumns();
    }
  }
}
