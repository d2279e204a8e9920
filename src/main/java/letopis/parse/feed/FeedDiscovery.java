package letopis.parse.feed;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the feeds that an HTML page links to.
public final class FeedDiscovery {
  private static final int MOST = 20;

  private FeedDiscovery() {}

  /// A linked feed.
  ///
  /// @param declared by `link rel=alternate` with a feed's type; else it only looks like one
  public record Found(String url, String title, boolean declared) {}

  /// The feeds of a page: declared ones first, then links that look like feeds.
  public static List<Found> find(String html, URI url) {
    Document page = Jsoup.parse(html, url.toString());
    URI base =
        Optional.ofNullable(page.selectFirst("base[href]"))
            .flatMap(element -> Links.resolve(url, element.attr("href")))
            .map(URI::create)
            .orElse(url);
    Map<String, Found> found = new LinkedHashMap<>();
    for (Element link : page.select("link[rel~=(?i)alternate][href], link[rel~=(?i)feed][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      boolean feed =
          type.contains("rss")
              || type.contains("atom")
              || type.contains("rdf")
              || type.equals("application/feed+json")
              || type.equals("text/xml")
              || type.equals("application/xml");
      if (feed) {
        Links.resolve(base, link.attr("href"))
            .ifPresent(href -> found.putIfAbsent(href, new Found(href, link.attr("title"), true)));
      }
    }
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href");
      if (href.toLowerCase(Locale.ROOT)
          .matches(
              ".*(?:/rss|/feed|\\brss\\.(?:xml|php)|/atom|feed\\.xml|\\.rss|\\.rdf)/?(?:\\?.*)?$")) {
        Links.resolve(base, href)
            .ifPresent(
                address ->
                    found.putIfAbsent(
                        address, new Found(address, PlainText.oneLine(link.text()), false)));
      }
    }
    return found.values().stream().limit(MOST).toList();
  }
}
