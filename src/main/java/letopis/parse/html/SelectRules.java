package letopis.parse.html;

import org.jsoup.nodes.Attributes;

/// What a tag means in a list of options (HTML 13.2.6.4.16).
final class SelectRules {
  private static final Name HTML = Names.known("html");
  private static final Name SELECT = Names.known("select");
  private static final Name OPTION = Names.known("option");
  private static final Name OPTGROUP = Names.known("optgroup");

  private final Tree tree;
  private final GrowingTree page;
  private final OpenElements open;

  SelectRules(Tree tree, GrowingTree page) {
    this.tree = tree;
    this.page = page;
    open = page.open;
  }

  Name inSelect(Name name, Attributes attributes, boolean selfClosing) {
    switch (name.kind) {
      case HTML -> {
        return page.merge(attributes, HTML);
      }
      case OPTION -> {
        if (open.top() == OPTION) {
          open.pop();
        }
        page.insert(name, attributes);
        return name;
      }
      case OPTGROUP -> {
        if (open.top() == OPTION) {
          open.pop();
        }
        if (open.top() == OPTGROUP) {
          open.pop();
        }
        page.insert(name, attributes);
        return name;
      }
      case SCRIPT -> {
        return tree.inHead(name, attributes, selfClosing);
      }
      case NOSCRIPT -> {
        return page.beginNoscript(attributes);
      }
      case SELECT, INPUT, TEXTAREA -> throw new GiveUp("control in a select");
      default -> throw new GiveUp("element in a select");
    }
  }

  void endInSelect(Name name) {
    if (name == OPTGROUP) {
      if (open.top() == OPTION && open.name(open.size() - 2) == OPTGROUP) {
        open.pop();
      }
      if (open.top() == OPTGROUP) {
        open.pop();
      }
    } else if (name == OPTION) {
      if (open.top() == OPTION) {
        open.pop();
      }
    } else if (name != SELECT) {
      throw new GiveUp("end tag in a select");
    } else {
      for (int i = open.size() - 1; i >= 0; i--) {
        if (open.name(i) == SELECT) {
          open.cutTo(i);
          page.resetMode();
          return;
        }
        if (open.name(i) != OPTION && open.name(i) != OPTGROUP) {
          return;
        }
      }
    }
  }
}
