package letopis.parse.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.parse.charset.Charsets;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// Lists of feeds as feed readers exchange them (OPML 2.0), in and out.
public final class Opml {
  private static final URI NOWHERE = URI.create("http://invalid./");
  private static final int MOST = 10_000;

  private Opml() {}

  /// One feed of a list.
  ///
  /// @param folder the outline around it, when there is one
  public record Feed(String title, String url, Optional<String> home, Optional<String> folder) {}

  /// The feeds of a list, each address once; empty when it is no OPML.
  public static List<Feed> read(byte[] bytes) {
    String text = Charsets.decode(bytes, Optional.empty(), Charsets.Kind.XML).text();
    Map<String, Feed> feeds = new LinkedHashMap<>();
    for (Element outline : FeedXml.parse(text).getAllElements()) {
      if (feeds.size() < MOST && FeedXml.name(outline).equals("outline")) {
        FeedXml.attribute(outline, "xmlUrl")
            .flatMap(url -> Links.resolve(NOWHERE, url))
            .ifPresent(url -> feeds.putIfAbsent(url, feed(outline, url)));
      }
    }
    return new ArrayList<>(feeds.values());
  }

  private static Feed feed(Element outline, String url) {
    String title =
        FeedXml.attribute(outline, "title")
            .or(() -> FeedXml.attribute(outline, "text"))
            .orElse(url);
    Optional<String> folder =
        Optional.ofNullable(outline.parent())
            .filter(parent -> FeedXml.name(parent).equals("outline"))
            .flatMap(
                parent ->
                    FeedXml.attribute(parent, "text").or(() -> FeedXml.attribute(parent, "title")));
    return new Feed(
        PlainText.ofHtml(title),
        url,
        FeedXml.attribute(outline, "htmlUrl").flatMap(home -> Links.resolve(NOWHERE, home)),
        folder.map(PlainText::ofHtml));
  }

  /// A list as OPML 2.0.
  public static String write(String title, List<Feed> feeds) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    xml.append("  <head><title>")
        .append(Entities.escape(title))
        .append("</title></head>\n  <body>\n");
    for (Feed feed : feeds) {
      xml.append("    <outline type=\"rss\"")
          .append(attribute("text", feed.title()))
          .append(attribute("title", feed.title()))
          .append(attribute("xmlUrl", feed.url()));
      feed.home().ifPresent(home -> xml.append(attribute("htmlUrl", home)));
      xml.append("/>\n");
    }
    return xml.append("  </body>\n</opml>\n").toString();
  }

  private static String attribute(String name, String value) {
    String escaped =
        PlainText.oneLine(value).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return " " + name + "=\"" + escaped + "\"";
  }
}
