package letopis.parse.html;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// What a tag means before the body of a page (HTML 13.2.6.4.1 to 6).
final class HeadRules {
  private static final Name HEAD = Names.known("head");
  private static final Name BODY = Names.known("body");
  private static final Name HTML = Names.known("html");
  private static final Name BREAK = Names.known("br");

  private final Tree tree;
  private final GrowingTree page;
  private final OpenElements open;
  private boolean baseFound;

  HeadRules(Tree tree, GrowingTree page) {
    this.tree = tree;
    this.page = page;
    open = page.open;
  }

  Name start(Name name, Attributes attributes, boolean selfClosing) {
    return switch (page.mode) {
      case INITIAL -> {
        begin();
        yield tree.start(name, attributes, selfClosing);
      }
      case BEFORE_HTML -> {
        if (name == HTML) {
          page.beginHtml(attributes);
          yield name;
        }
        page.beginHtml(null);
        yield tree.start(name, attributes, selfClosing);
      }
      case BEFORE_HEAD -> {
        if (name == HTML) {
          yield page.merge(attributes, HTML);
        }
        beginHead(name == HEAD ? attributes : null);
        yield name == HEAD ? name : tree.start(name, attributes, selfClosing);
      }
      case IN_HEAD -> inHead(name, attributes, selfClosing);
      default -> afterHead(name, attributes, selfClosing);
    };
  }

  /// Goes on to the next mode, because something stands here that belongs behind it.
  void goOn() {
    switch (page.mode) {
      case INITIAL -> begin();
      case BEFORE_HTML -> page.beginHtml(null);
      case BEFORE_HEAD -> beginHead(null);
      case IN_HEAD -> endHead();
      default -> beginBody(null);
    }
  }

  private void begin() {
    page.quirks = true;
    page.mode = Mode.BEFORE_HTML;
  }

  private void beginHead(Attributes attributes) {
    page.head = page.insert(HEAD, attributes);
    page.mode = Mode.IN_HEAD;
  }

  private void endHead() {
    open.pop();
    page.mode = Mode.AFTER_HEAD;
  }

  private void beginBody(Attributes attributes) {
    page.insert(BODY, attributes);
    page.mode = Mode.IN_BODY;
  }

  /// What a tag means in the head, and what belongs there wherever it stands.
  Name inHead(Name name, Attributes attributes, boolean selfClosing) {
    return switch (name.kind) {
      case HTML -> page.merge(attributes, HTML);
      case HEAD_EMPTY, META -> {
        Element element = page.insert(name, attributes);
        if (name.text.equals("base") && !baseFound) {
          takeBase(element);
        }
        yield null;
      }
      case TITLE, STYLE, SCRIPT -> page.inserted(name, attributes);
      case NOSCRIPT -> page.beginNoscript(attributes);
      case HEAD -> null;
      default -> {
        endHead();
        yield tree.start(name, attributes, selfClosing);
      }
    };
  }

  private void takeBase(Element base) {
    String href = base.absUrl("href");
    if (!href.isEmpty()) {
      page.document.setBaseUri(href);
      baseFound = true;
    }
  }

  private Name afterHead(Name name, Attributes attributes, boolean selfClosing) {
    switch (name.kind) {
      case HTML -> {
        return page.merge(attributes, HTML);
      }
      case BODY -> {
        beginBody(attributes);
        return name;
      }
      case HEAD_EMPTY, META, TITLE, STYLE, SCRIPT -> {
        open.push(HEAD, page.head);
        Name placed = inHead(name, attributes, selfClosing);
        if (placed == null) {
          open.pop();
        }
        return placed;
      }
      case HEAD -> {
        return null;
      }
      default -> {
        beginBody(null);
        return tree.start(name, attributes, selfClosing);
      }
    }
  }

  void end(Name name) {
    boolean later = name == BODY || name == HTML || name == BREAK;
    switch (page.mode) {
      case INITIAL -> {
        begin();
        tree.end(name);
      }
      case BEFORE_HTML, BEFORE_HEAD -> {
        if (later || name == HEAD) {
          goOn();
          tree.end(name);
        }
      }
      case IN_HEAD -> {
        if (later || name == HEAD) {
          goOn();
        }
        if (later) {
          tree.end(name);
        }
      }
      default -> {
        if (later) {
          goOn();
          tree.end(name);
        }
      }
    }
  }
}
