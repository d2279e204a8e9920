package letopis.parse.feed;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.sources.Access;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Guesses the selectors of a page that lists articles: the element that occurs once for each of
/// many links with a headline's worth of words. A beginning for whoever configures the source, to
/// be looked at by a person.
public final class ListingGuess {
  /// Fewer links alike may be a menu.
  private static final int FEW = 5;

  private static final int HEADLINE = 20;
  private static final int LEVELS = 5;

  private ListingGuess() {}

  /// How this page could be read as a listing; empty when nothing on it repeats.
  public static Optional<Access.Html> of(String html, URI url) {
    Document page = Jsoup.parse(html, url.toString());
    Map<String, Set<String>> links = new LinkedHashMap<>();
    for (Element link : page.select("a[href]")) {
      Optional<String> address = Links.resolve(url, link.attr("href"));
      if (link.text().strip().length() >= HEADLINE
          && address.filter(to -> isOfSite(to, url)).isPresent()) {
        Element around = link;
        for (int i = 0; i < LEVELS && around != null; i++) {
          selector(around)
              .ifPresent(
                  css -> links.computeIfAbsent(css, _ -> new LinkedHashSet<>()).add(address.get()));
          around = around.parent();
        }
      }
    }
    String best = "";
    int most = FEW - 1;
    for (Map.Entry<String, Set<String>> one : links.entrySet()) {
      int items = page.select(one.getKey()).size();
      int found = one.getValue().size();
      // One link an item, or nearly; of equal ones the outermost, which has the date.
      if (found >= most && found > FEW - 1 && items >= found && items <= found + found / 3) {
        best = one.getKey();
        most = found;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(listing(page, url, best));
  }

  private static Access.Html listing(Document page, URI url, String item) {
    Element first = page.selectFirst(item);
    Optional<String> date = Optional.empty();
    if (first != null) {
      Element time = first.selectFirst("time, [class~=(?i)date|time]");
      date =
          Optional.ofNullable(time)
              .flatMap(
                  element ->
                      element.tagName().equals("time") ? Optional.of("time") : selector(element));
    }
    return new Access.Html(url, item, Optional.empty(), Optional.empty(), date, Optional.empty());
  }

  private static boolean isOfSite(String address, URI url) {
    URI to = URI.create(address);
    return String.valueOf(to.getHost()).equals(String.valueOf(url.getHost()))
        && to.getPath() != null
        && to.getPath().length() > 1;
  }

  /// The tag with its first class that is a name and no number of its own.
  private static Optional<String> selector(Element element) {
    String tag = element.tagName();
    Optional<String> named =
        element.classNames().stream()
            .filter(name -> name.matches("[A-Za-z][A-Za-z_-]*\\d?"))
            .findFirst()
            .map(name -> tag + "." + name);
    return named.or(() -> Optional.of(tag).filter("article"::equals));
  }
}
