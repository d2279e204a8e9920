package letopis.parse.feed;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the feeds that an HTML page links to.
public final class FeedDiscovery {
  private static final int MOST = 20;

  private FeedDiscovery() {}

  /// The addresses of the feeds of a page: first those of `link rel=alternate` with a feed's type,
  /// then links that look like feeds.
  public static List<String> find(String html, URI url) {
    Document page = Jsoup.parse(html, url.toString());
    URI base =
        Optional.ofNullable(page.selectFirst("base[href]"))
            .flatMap(element -> Links.resolve(url, element.attr("href")))
            .map(URI::create)
            .orElse(url);
    Set<String> found = new LinkedHashSet<>();
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
        Links.resolve(base, link.attr("href")).ifPresent(found::add);
      }
    }
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href");
      if (href.toLowerCase(Locale.ROOT)
          .matches(
              ".*(?:/rss|/feed|\\brss\\.(?:xml|php)|/atom|feed\\.xml|\\.rss|\\.rdf)/?(?:\\?.*)?$")) {
        Links.resolve(base, href).ifPresent(found::add);
      }
    }
    return found.stream().limit(MOST).toList();
  }
}
