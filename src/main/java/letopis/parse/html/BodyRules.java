package letopis.parse.html;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// What a tag means in the body of a page (HTML 13.2.6.4.7).
final class BodyRules {
  private static final Name HTML = Names.known("html");
  private static final Name BODY = Names.known("body");
  private static final Name PARAGRAPH = Names.known("p");
  private static final Name OPTION = Names.known("option");
  private static final Name RUBY = Names.known("ruby");

  private final Tree tree;
  private final GrowingTree page;
  private final OpenElements open;
  private final Formatting formatting;

  BodyRules(Tree tree, GrowingTree page) {
    this.tree = tree;
    this.page = page;
    open = page.open;
    formatting = page.formatting;
  }

  Name inBody(Name name, Attributes attributes, boolean selfClosing) {
    switch (name.kind) {
      case A -> {
        if (formatting.last(name) != null) {
          tree.end(name);
          Element still = open.last(name);
          if (still != null) {
            formatting.remove(still);
            open.removeIfThere(still);
          }
        }
        format(name, attributes);
      }
      case FORMAT -> format(name, attributes);
      case OTHER, UNKNOWN -> {
        formatting.reopen();
        page.insert(name, attributes);
      }
      case LI -> {
        endItem(name);
        endParagraph();
        page.insert(name, attributes);
      }
      case DD -> {
        endTerm();
        endParagraph();
        page.insert(name, attributes);
      }
      case P, BLOCK, PRE -> {
        endParagraph();
        page.insert(name, attributes);
      }
      case HR -> {
        endParagraph();
        page.insert(name, attributes);
      }
      case HEADING -> {
        endParagraph();
        if (open.top().kind == Kind.HEADING) {
          open.pop();
        }
        page.insert(name, attributes);
      }
      case BR, EMPTY, INPUT -> {
        formatting.reopen();
        page.insert(name, attributes);
      }
      case MEDIA, TEXTAREA, RAW -> page.insert(name, attributes);
      case BUTTON -> {
        if (open.inScope(name, Name.SCOPE | Name.BUTTON_SCOPE)) {
          tree.end(name);
          return tree.start(name, attributes, selfClosing);
        }
        formatting.reopen();
        page.insert(name, attributes);
      }
      case FORM -> {
        if (page.form != null) {
          return null;
        }
        endParagraph();
        page.form = (FormElement) page.insert(name, attributes);
      }
      case SELECT -> {
        if (selfClosing) {
          throw new GiveUp("select that closes itself");
        }
        formatting.reopen();
        page.insert(name, attributes);
        page.mode = page.mode == Mode.IN_BODY ? Mode.IN_SELECT : Mode.IN_SELECT_IN_TABLE;
      }
      case OPTION, OPTGROUP -> {
        if (open.top() == OPTION) {
          open.pop();
        }
        formatting.reopen();
        page.insert(name, attributes);
      }
      case OBJECT -> {
        formatting.reopen();
        page.insert(name, attributes);
        formatting.mark();
      }
      case RB, RT -> {
        if (open.has(RUBY)) {
          throw new GiveUp("ruby");
        }
        page.insert(name, attributes);
      }
      case TABLE -> {
        if (!page.quirks) {
          endParagraph();
        }
        page.insert(name, attributes);
        page.mode = Mode.IN_TABLE;
      }
      case SVG -> {
        formatting.reopen();
        page.insert(name, attributes);
        if (selfClosing) {
          open.pop();
        }
        return null;
      }
      case NOSCRIPT -> {
        formatting.reopen();
        return page.beginNoscript(attributes);
      }
      case HEAD_EMPTY, META, TITLE, STYLE, SCRIPT -> {
        return tree.inHead(name, attributes, selfClosing);
      }
      case HTML -> {
        return page.merge(attributes, HTML);
      }
      case BODY -> {
        return open.size() > 1 && open.name(1) == BODY ? page.merge(attributes, BODY) : null;
      }
      case HEAD, CAPTION, COL, COLGROUP, TBODY, TR, CELL -> {
        return null;
      }
      case FOREIGN, TEMPLATE, RARE -> throw new GiveUp("rare element");
    }
    return name.is(Name.VOID) ? null : name;
  }

  private void format(Name name, Attributes attributes) {
    formatting.reopen();
    formatting.add(name, page.insert(name, attributes));
  }

  private void endParagraph() {
    if (open.inScope(PARAGRAPH, Name.SCOPE | Name.BUTTON_SCOPE)) {
      open.impliedEnds(PARAGRAPH);
      open.popTo(PARAGRAPH);
    }
  }

  private void endItem(Name item) {
    for (int i = open.size() - 1; i > 0; i--) {
      Name name = open.name(i);
      if (name == item) {
        tree.end(item);
        return;
      }
      if (breaksItems(name)) {
        return;
      }
    }
  }

  private static boolean breaksItems(Name name) {
    return name.is(Name.SPECIAL)
        && name != PARAGRAPH
        && !name.text.equals("div")
        && !name.text.equals("address");
  }

  private void endTerm() {
    int bottom = open.size() - 1;
    for (int i = bottom; i >= Math.max(0, bottom - 24); i--) {
      Name name = open.name(i);
      if (name.kind == Kind.DD) {
        tree.end(name);
        return;
      }
      if (breaksItems(name)) {
        return;
      }
    }
  }

  void endInBody(Name name) {
    switch (name.kind) {
      case LI -> endInScope(name, Name.SCOPE | Name.LIST_SCOPE);
      case DD -> endInScope(name, Name.SCOPE);
      case P -> {
        if (!open.inScope(name, Name.SCOPE | Name.BUTTON_SCOPE)) {
          page.insert(name, null);
        }
        endInScope(name, Name.SCOPE | Name.BUTTON_SCOPE);
      }
      case BODY, HTML -> {
        if (open.has(BODY) && (name == HTML || open.inScope(name, Name.SCOPE))) {
          page.mode = Mode.AFTER_BODY;
          if (name == HTML) {
            tree.end(name);
          }
        }
      }
      case FORM -> {
        FormElement current = page.form;
        page.form = null;
        if (current != null && open.inScope(name, Name.SCOPE)) {
          open.impliedEnds(null);
          open.removeIfThere(current);
        }
      }
      case HEADING -> {
        if (open.headingInScope()) {
          open.impliedEnds(name);
          open.popHeading();
        }
      }
      case BR -> {
        formatting.reopen();
        page.insert(name, null);
      }
      case A, FORMAT -> endFormat(name);
      case OBJECT -> {
        if (open.inScope(name, Name.SCOPE)) {
          open.impliedEnds(null);
          open.popTo(name);
          formatting.clearToMark();
        }
      }
      case RARE, TEMPLATE -> throw new GiveUp("end of a rare element");
      default -> {
        if (name.is(Name.CLOSER)) {
          if (open.inScope(name, Name.SCOPE)) {
            open.impliedEnds(null);
            open.popTo(name);
          }
        } else {
          endOther(name);
        }
      }
    }
  }

  private void endInScope(Name name, int scope) {
    if (open.inScope(name, scope)) {
      open.impliedEnds(name);
      open.popTo(name);
    }
  }

  private void endOther(Name name) {
    if (!open.has(name)) {
      return;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      Name there = open.name(i);
      if (there == name) {
        open.impliedEnds(name);
        open.popTo(name);
        return;
      }
      if (there.is(Name.SPECIAL)) {
        return;
      }
    }
  }

  /// The simple cases of the adoption agency algorithm.
  private void endFormat(Name name) {
    if (open.top() == name && !formatting.holds(open.topElement())) {
      open.pop();
      return;
    }
    Element element = formatting.last(name);
    if (element == null) {
      endOther(name);
      return;
    }
    int place = open.indexOf(element);
    if (place < 0) {
      formatting.remove(element);
      return;
    }
    if (!open.inScope(name, Name.SCOPE)) {
      return;
    }
    for (int i = place + 1; i < open.size(); i++) {
      if (open.name(i).is(Name.SPECIAL)) {
        throw new GiveUp("block in an inline element");
      }
    }
    open.cutTo(place);
    formatting.remove(element);
  }
}
