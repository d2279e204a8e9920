package letopis.parse.page.scan;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import letopis.document.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
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
    PageScan scan = new PageScan(Jsoup.parseBodyFragment(html, base.toString()));
    BodyText body = BodyText.of(scan.blocks);
    return new HtmlText(body.text(), body.links());
  }

  /// What a script holds, without copying it: a script has one node, as a rule.
  public static String data(Element script) {
    return script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode only
        ? only.getWholeData()
        : script.data();
  }

  /// The text alone.
  public static String toText(String html, URI base) {
    return of(html, base).text();
  }
}
