package letopis.bench.extract;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import letopis.parse.charset.Charsets;
import letopis.parse.html.OrdinaryHtml;
import letopis.parse.page.PageInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Whether our own parser makes the tree of a page that jsoup makes.
public final class TreeCheck {
  /// Some of what our parser keeps; the others it may leave out.
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "alt",
          "class",
          "content",
          "datetime",
          "hidden",
          "href",
          "id",
          "itemprop",
          "lang",
          "name",
          "property",
          "rel",
          "role",
          "src",
          "style",
          "title",
          "type");

  private TreeCheck() {}

  /// Reads each page twice and counts.
  static void print(List<GoldPage> pages, PrintWriter out) {
    int left = 0;
    int different = 0;
    for (GoldPage page : pages) {
      PageInput input = ExtractBench.input(page);
      byte[] utf8 = Charsets.utf8(input.bytes(), input.contentType(), Charsets.Kind.HTML);
      String text = new String(utf8, StandardCharsets.UTF_8);
      String base = input.url().map(Object::toString).orElse("");
      Optional<Document> ours = OrdinaryHtml.parse(utf8, base);
      if (ours.isEmpty()) {
        left++;
      } else if (!shape(ours.get()).equals(shape(Jsoup.parse(text, base)))) {
        different++;
      }
    }
    out.printf(
        Locale.ROOT,
        "%nour parser: %d pages, %d of them left to jsoup, %d trees differ from those of jsoup%n",
        pages.size(),
        left,
        different);
  }

  /// A tree and its text, without comments and the attributes that extraction does not ask for.
  public static String shape(Document document) {
    StringBuilder shape = new StringBuilder(document.quirksMode().toString());
    document.traverse((node, depth) -> add(node, depth, shape));
    return shape.append('\n').append(document.text()).toString();
  }

  private static void add(Node node, int depth, StringBuilder shape) {
    if (node instanceof Element element) {
      shape.append('\n').append(depth).append(' ').append(element.normalName());
      boolean svg =
          element.normalName().equals("svg")
              || element.tag().namespace().equals(Parser.NamespaceSvg);
      for (Attribute attribute : element.attributes()) {
        if (ATTRIBUTES.contains(attribute.getKey()) && !svg) {
          shape.append(' ').append(attribute);
        }
      }
    } else if (node instanceof TextNode text) {
      shape.append('\n').append(depth).append(" text ").append(text.getWholeText());
    } else if (node instanceof DataNode data) {
      shape.append('\n').append(depth).append(" data ").append(data.getWholeData());
    }
  }
}
