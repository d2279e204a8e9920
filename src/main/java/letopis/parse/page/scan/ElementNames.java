package letopis.parse.page.scan;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// The attributes by which an element says what it is and how it is shown, each looked up once.
/// jsoup's own `attr` compares their names without regard to case, which its HTML parser has made
/// needless.
///
/// @param classes the value of `class`
/// @param others all attributes of an element that has any besides `class` and `href`; most have
///     none, and nothing more is looked up
record ElementNames(String classes, Attributes others) {
  private static final Attributes NONE = new Attributes();
  private static final ElementNames EMPTY = new ElementNames("", NONE);

  static ElementNames of(Element element) {
    int size = element.attributesSize();
    if (size == 0) {
      return EMPTY;
    }
    Attributes all = element.attributes();
    String classes = all.get("class");
    size -= all.hasKey("class") ? 1 : 0;
    size -= size > 0 && all.hasKey("href") ? 1 : 0;
    return new ElementNames(classes, size == 0 ? NONE : all);
  }

  boolean hasOthers() {
    return others != NONE;
  }

  /// The value of an attribute besides `class` and `href`, empty where there is none.
  String other(String name) {
    return others.get(name);
  }

  /// What the element says of itself in hints.
  int hints(String tag, HintFinder hints) {
    int found = tag.indexOf('-') > 0 ? hints.find(tag) : 0;
    found |= hints.find(classes);
    return hasOthers()
        ? found
            | hints.find(other("id"))
            | hints.find(other("role"))
            | hints.find(other("itemprop"))
            | hints.find(other("data-testid"))
            | hints.find(other("data-component"))
        : found;
  }

  /// Whether readers do not see the element.
  boolean hides() {
    if (!hasOthers()) {
      return false;
    }
    String style = other("style");
    return others.hasKey("hidden")
        || other("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("display: none")
        || style.contains("visibility:hidden")
        || style.contains("visibility: hidden");
  }
}
