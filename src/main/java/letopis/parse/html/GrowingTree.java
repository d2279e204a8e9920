package letopis.parse.html;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.nodes.Node;

/// The tree of a page while it is put together, with what the rules remember. Mutable, confined to
/// one page.
final class GrowingTree {
  /// Deeper pages are left to jsoup, which goes no deeper than a dozen elements more.
  private static final int DEEPEST = 500;

  private static final Name HTML = Names.known("html");
  private static final Name NOSCRIPT = Names.known("noscript");

  final Document document;
  final OpenElements open = new OpenElements();
  final Formatting formatting = new Formatting(open);
  Mode mode = Mode.INITIAL;
  Element head;

  /// The form that is open, or null.
  FormElement form;

  boolean quirks;

  /// Depth of the open `<noscript>`, or -1: what stands inside is taken as it is.
  int noscript = -1;

  /// The form around it.
  FormElement formOutside;

  GrowingTree(String baseUri) {
    document = new Document(baseUri);
  }

  /// Whether the open element is inside `<svg>`.
  boolean isForeign() {
    return !open.isEmpty() && open.top().isForeign();
  }

  void append(Node node) {
    open.topElement().appendChild(node);
  }

  void beginHtml(Attributes attributes) {
    Element element = HTML.element(attributes);
    document.appendChild(element);
    open.push(HTML, element);
    mode = Mode.BEFORE_HEAD;
  }

  /// Puts an element into the open one and opens it, if it may have content.
  Element insert(Name name, Attributes attributes) {
    if (open.size() >= DEEPEST) {
      throw new GiveUp("depth");
    }
    Element element = name.element(attributes);
    open.topElement().appendChild(element);
    if (!name.is(Name.VOID)) {
      open.push(name, element);
    }
    return element;
  }

  Name inserted(Name name, Attributes attributes) {
    insert(name, attributes);
    return name.is(Name.VOID) ? null : name;
  }

  Name beginNoscript(Attributes attributes) {
    noscript = open.size();
    formOutside = form;
    form = null;
    insert(NOSCRIPT, attributes);
    return null;
  }

  /// Gives what an element has that is there already to the first.
  Name merge(Attributes attributes, Name name) {
    Element first = open.last(name);
    if (attributes != null && first != null) {
      Attributes known = first.attributes();
      for (Attribute attribute : attributes) {
        if (!known.hasKey(attribute.getKey())) {
          known.put(attribute);
        }
      }
    }
    return null;
  }

  /// Finds the mode from the open elements.
  void resetMode() {
    for (int i = open.size() - 1; i >= 0; i--) {
      Mode found =
          switch (open.name(i).kind) {
            case SELECT -> Mode.IN_SELECT;
            case CELL -> Mode.IN_CELL;
            case TR -> Mode.IN_ROW;
            case TBODY -> Mode.IN_TABLE_BODY;
            case CAPTION -> Mode.IN_CAPTION;
            case COLGROUP -> Mode.IN_COLUMNS;
            case TABLE -> Mode.IN_TABLE;
            case BODY -> Mode.IN_BODY;
            case HTML -> Mode.AFTER_HEAD;
            default -> null;
          };
      if (found != null) {
        mode = found;
        return;
      }
    }
  }
}
