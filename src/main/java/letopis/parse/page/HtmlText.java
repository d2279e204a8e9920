package letopis.parse.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import letopis.document.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The plain text of a piece of HTML that is known to be content: a feed entry's full text, a post.
/// Nothing is judged, only structure is turned into lines.
///
/// @param text paragraphs, list items, table rows and headings, one a line
/// @param links absolute, in order
public record HtmlText(String text, List<Link> links) {
  public HtmlText {
    Objects.requireNonNull(text);
    links = List.copyOf(links);
  }

  /// Reads a fragment; relative addresses are resolved against `base`.
  public static HtmlText of(String html, URI base) {
    Document document = Jsoup.parseBodyFragment(html, base.toString());
    List<Link> links =
        document.select("a[href]").stream()
            .filter(a -> a.absUrl("href").startsWith("http"))
            .map(a -> new Link(a.absUrl("href"), a.text()))
            .toList();
    document.select("p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote,br").forEach(HtmlText::breakAfter);
    return new HtmlText(
        document
            .body()
            .wholeText()
            .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
            .replaceAll("\\s*\\n\\s*", "\n")
            .strip(),
        links);
  }

  /// The text alone.
  public static String toText(String html, URI base) {
    return of(html, base).text();
  }

  private static void breakAfter(Element element) {
    element.prependText("\n");
    element.appendText("\n");
  }
}
