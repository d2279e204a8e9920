package letopis.parse.page.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import letopis.parse.page.scan.ShownText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads what is marked up in a page's own elements as if it were JSON-LD: microdata (`itemtype`,
/// `itemprop`, WHATWG HTML 5.2) and RDFa Lite (`typeof`, `property`, W3C 2015).
final class MarkedItems {
  /// Elements inside each other that are looked into.
  private static final int DEEPEST = 200;

  private static final int MOST_TYPES = 10;

  /// In characters: each element around a text has it all.
  private static final int LONGEST = 20_000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MarkedItems() {}

  /// The outermost items of a page that have a type of a name.
  static ArrayNode ofType(Document page, String type) {
    ArrayNode found = JSON.arrayNode();
    String ends = "\\b" + type + "(\\s|$)]";
    String items = "[itemtype~=" + ends + ", [typeof~=" + ends;
    for (Element item : page.select(items)) {
      Element parent = item.parent();
      if (parent == null || parent.closest(items) == null) {
        found.add(item(item, 0));
      }
    }
    return found;
  }

  private static ObjectNode item(Element element, int depth) {
    ObjectNode item = JSON.objectNode();
    String types = element.attr(element.hasAttr("itemtype") ? "itemtype" : "typeof");
    ArrayNode all = item.putArray("@type");
    Arrays.stream(types.strip().split("\\s+")).limit(MOST_TYPES).forEach(all::add);
    if (depth < DEEPEST) {
      element.children().forEach(child -> collect(child, item, depth + 1));
    }
    return item;
  }

  /// The properties in an element that belong to an item, not to another one inside of it.
  private static void collect(Element element, ObjectNode item, int depth) {
    String name = element.attr(element.hasAttr("itemprop") ? "itemprop" : "property");
    boolean isItem = element.hasAttr("itemtype") || element.hasAttr("typeof");
    if (!name.isBlank()) {
      String property = name.strip().split("\\s+")[0].replaceAll("^.*[/:]", "");
      if (isItem) {
        item.set(property, item(element, depth));
      } else if (!item.has(property)) {
        item.put(property, value(element));
      }
    }
    if (!isItem && depth < DEEPEST) {
      element.children().forEach(child -> collect(child, item, depth + 1));
    }
  }

  private static String value(Element element) {
    for (String attribute : new String[] {"content", "datetime", "href", "src"}) {
      if (element.hasAttr(attribute)) {
        boolean address = attribute.equals("href") || attribute.equals("src");
        return address ? element.absUrl(attribute) : element.attr(attribute);
      }
    }
    String text = ShownText.of(element);
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
