package letopis.parse.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import org.jsoup.nodes.Element;

/// RSS, RDF, Atom and CDF.
final class XmlFeed {
  private final Element root;
  private final FeedInput input;
  private final int maxEntries;
  private final FeedDates dates;

  XmlFeed(Element root, FeedInput input, int maxEntries) {
    this.root = root;
    this.input = input;
    this.maxEntries = maxEntries;
    this.dates = new FeedDates(input.zone(), input.at(), PublishedFrom.FEED);
  }

  FeedResult.Feed read(List<String> warnings) {
    Element channel = FeedXml.child(root, "channel").orElse(root);
    URI base = base(channel);
    List<Element> items = new ArrayList<>();
    collect(root, items, 0);
    if (items.size() > maxEntries) {
      warnings.add(items.size() + " entries; only the first " + maxEntries + " are read");
    }
    List<Entry> entries = new ArrayList<>();
    for (Element item : items.subList(0, Math.min(items.size(), maxEntries))) {
      entries.add(new XmlEntry(item, base, dates).read());
    }
    return new FeedResult.Feed(
        format(),
        FeedXml.child(channel, "title", "atom:title", "dc:title").map(XmlTexts::plain),
        home(channel, base),
        FeedXml.text(channel, "language", "dc:language")
            .or(() -> FeedXml.lang(channel))
            .flatMap(XmlTexts::language),
        entries,
        interval(channel),
        List.of(),
        linked(channel, base, "next"),
        warnings);
  }

  /// Items wherever a careless writer put them: in the channel, beside it, or in one another.
  private static void collect(Element at, List<Element> items, int depth) {
    for (Element child : at.children()) {
      String name = FeedXml.name(child);
      boolean item = name.equals("item") || name.equals("entry") || name.equals("atom:entry");
      if (item) {
        items.add(child);
      }
      boolean container =
          name.equals("channel")
              || name.equals("rss")
              || name.equals("feed")
              || name.equals("items");
      if ((item || container) && depth < 64) {
        collect(child, items, depth + 1);
      }
    }
  }

  /// RSS writes relative links relative to the site, Atom to the document.
  private URI base(Element channel) {
    URI document = FeedXml.base(channel, input.url());
    boolean atom = FeedXml.name(root).startsWith("atom:") || FeedXml.name(root).equals("feed");
    return atom
        ? document
        : FeedXml.text(channel, "link")
            .filter(link -> link.startsWith("http"))
            .flatMap(link -> Links.resolve(document, link))
            .map(URI::create)
            .orElse(document);
  }

  private Optional<String> home(Element channel, URI base) {
    return FeedXml.text(channel, "link")
        .flatMap(link -> Links.resolve(base, link))
        .or(() -> linked(channel, base, "alternate"))
        .or(() -> FeedXml.attribute(channel, "href").flatMap(link -> Links.resolve(base, link)));
  }

  private Optional<String> linked(Element channel, URI base, String relation) {
    for (Element link : FeedXml.children(channel, "atom:link", "link")) {
      String rel = link.attr("rel").strip();
      boolean wanted =
          rel.equalsIgnoreCase(relation) || rel.isEmpty() && relation.equals("alternate");
      Optional<String> href =
          FeedXml.attribute(link, "href")
              .flatMap(value -> Links.resolve(FeedXml.base(link, base), value));
      if (wanted && href.isPresent()) {
        return href;
      }
    }
    return Optional.empty();
  }

  private String format() {
    String version = root.attributes().getIgnoreCase("version").strip();
    return switch (FeedXml.name(root)) {
      case "rdf:rdf" -> "rss-1.0";
      case "atom:feed", "atom:entry", "feed", "entry" ->
          version.startsWith("0") || root.tag().namespace().contains("purl.org/atom")
              ? "atom-0.3"
              : "atom-1.0";
      case "channel" -> root.attributes().hasKeyIgnoreCase("href") ? "cdf" : "rss";
      default -> version.isEmpty() ? "rss" : "rss-" + version;
    };
  }

  /// How long the feed wants to be left alone.
  private static Optional<Duration> interval(Element channel) {
    Optional<Duration> ttl =
        FeedXml.text(channel, "ttl")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofMinutes(Long.parseLong(text)))
            .filter(Duration::isPositive);
    return ttl.or(() -> syndication(channel));
  }

  /// RSS 1.0 "syndication": so many times in a period. Misspelt periods are no hint.
  private static Optional<Duration> syndication(Element channel) {
    Optional<Duration> period =
        FeedXml.text(channel, "sy:updateperiod")
            .flatMap(
                text ->
                    switch (text) {
                      case "hourly" -> Optional.of(Duration.ofHours(1));
                      case "daily" -> Optional.of(Duration.ofDays(1));
                      case "weekly" -> Optional.of(Duration.ofDays(7));
                      case "monthly" -> Optional.of(Duration.ofDays(30));
                      case "yearly" -> Optional.of(Duration.ofDays(365));
                      default -> Optional.empty();
                    });
    int frequency =
        FeedXml.text(channel, "sy:updatefrequency")
            .filter(text -> text.matches("[1-9]\\d{0,4}"))
            .map(Integer::parseInt)
            .orElse(1);
    return period.map(length -> length.dividedBy(frequency));
  }
}
