package letopis.parse.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.document.Claimed;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.charset.Charsets;
import letopis.sources.Access;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Reads a listing page by the selectors of its source. An item without a link is no entry; a link
/// twice is one entry.
public final class ListingReader {
  private static final int SEVERAL = 3;

  private final int maxEntries;

  /// @param maxEntries bound of the entries of one page
  public ListingReader(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /// The entries of a page. Never throws for whatever bytes.
  public FeedResult read(Access.Html access, FeedInput input) {
    String html = Charsets.decode(input.body(), input.contentType(), Charsets.Kind.HTML).text();
    if (html.isBlank()) {
      return new NotAFeed("empty");
    }
    Document page = Jsoup.parse(html, input.url().toString());
    Elements items = page.select(access.item());
    if (items.isEmpty()) {
      return new NotAFeed(
          "no element fits the selector \"" + access.item() + "\": the layout may have changed");
    }
    List<String> warnings = new ArrayList<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    int unlinked = 0;
    for (Element item : items) {
      Optional<Entry> entry = entry(item, access, input, base(page, input.url()));
      if (entry.isEmpty()) {
        unlinked++;
      }
      entry.filter(_ -> entries.size() < maxEntries).ifPresent(e -> entries.putIfAbsent(e.id(), e));
    }
    if (unlinked > 0) {
      warnings.add(unlinked + " of " + items.size() + " items have no link");
    }
    return new FeedResult.Feed(
        "html",
        Optional.of(PlainText.oneLine(page.title())).filter(title -> !title.isEmpty()),
        Optional.of(input.url().toString()),
        XmlTexts.language(page.select("html").attr("lang")),
        withoutCalls(List.copyOf(entries.values())),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        warnings);
  }

  /// Words that several links of a page bear ("Read more", in whatever language) are the title of
  /// none of what they lead to.
  private static List<Entry> withoutCalls(List<Entry> entries) {
    Map<String, Long> bearers =
        entries.stream().collect(Collectors.groupingBy(Entry::title, Collectors.counting()));
    return entries.stream()
        .map(entry -> bearers.get(entry.title()) < SEVERAL ? entry : entry.untitled())
        .toList();
  }

  private static URI base(Document page, URI url) {
    return Optional.ofNullable(page.selectFirst("base[href]"))
        .flatMap(element -> Links.resolve(url, element.attr("href")))
        .map(URI::create)
        .orElse(url);
  }

  private static Optional<Entry> entry(
      Element item, Access.Html access, FeedInput input, URI base) {
    Element link = first(item, access.link().orElse("a[href]"));
    if (link == null && item.hasAttr("href")) {
      link = item;
    }
    if (link != null && !link.hasAttr("href")) {
      link = link.selectFirst("a[href]");
    }
    if (link == null) {
      return Optional.empty();
    }
    String words = link.text();
    return Links.resolve(base, link.attr("href"))
        .map(
            url ->
                new Entry(
                    url,
                    Optional.of(url),
                    access
                        .title()
                        .map(css -> text(item, css))
                        .orElseGet(() -> PlainText.oneLine(words)),
                    access.summary().map(css -> text(item, css)).orElse(""),
                    "",
                    false,
                    access.date().flatMap(css -> date(item, css, input)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    -1,
                    Set.of()));
  }

  /// The item itself may fit the selector.
  private static Element first(Element item, String css) {
    return item.selectFirst(css);
  }

  private static String text(Element item, String css) {
    Element found = item.selectFirst(css);
    return found == null ? "" : PlainText.oneLine(found.text());
  }

  /// The machine-readable attribute of a date when it has one, else its words.
  private static Optional<Claimed> date(Element item, String css, FeedInput input) {
    FeedDates dates = new FeedDates(input.zone(), input.at(), PublishedFrom.PAGE_TEXT);
    for (Element element : item.select(css)) {
      for (String attribute :
          List.of("datetime", "content", "data-time", "data-timestamp", "title")) {
        Optional<Claimed> date =
            Optional.of(element.attr(attribute)).filter(v -> !v.isBlank()).flatMap(dates::read);
        if (date.isPresent()) {
          return date;
        }
      }
      Optional<Claimed> date = dates.read(element.text());
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
