package letopis.parse.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.parse.Entry;
import org.jsoup.nodes.Element;

/// One `item` or `entry` of an XML feed, whichever of the many elements that mean the same it uses.
final class XmlEntry {
  private static final String[] TITLE = {
    "title", "atom:title", "dc:title", "media:title", "itunes:title"
  };
  private static final String[] SUMMARY = {
    "description",
    "atom:summary",
    "summary",
    "abstract",
    "dc:description",
    "dcterms:abstract",
    "itunes:summary",
    "media:description",
    "atom:tagline",
    "itunes:subtitle"
  };
  private static final String[] CONTENT = {
    "content:encoded",
    "atom:content",
    "content",
    "yandex:full-text",
    "full-text",
    "fulltext",
    "fullitem",
    "rambler:fulltext",
    "mailru:full-text",
    "xhtml:body",
    "body",
    "turbo:content"
  };
  private static final String[] PUBLISHED = {
    "pubdate",
    "atom:published",
    "published",
    "atom:issued",
    "issued",
    "dcterms:issued",
    "dc:date",
    "dcterms:created",
    "atom:created",
    "created",
    "date",
    "dcterms:date",
    "yandex:pubdate"
  };
  private static final String[] UPDATED = {
    "atom:updated", "updated", "atom:modified", "modified", "dcterms:modified", "lastbuilddate"
  };

  private final Element item;
  private final URI base;
  private final XmlLinks links;
  private final XmlMedia media;
  private final FeedDates dates;

  XmlEntry(Element item, URI base, FeedDates dates) {
    this.item = item;
    this.base = FeedXml.base(item, base);
    this.links = new XmlLinks(item, this.base);
    this.media = new XmlMedia(item, links);
    this.dates = dates;
  }

  Entry read() {
    Optional<String> url = links.url();
    String summary = FeedXml.child(item, SUMMARY).map(XmlTexts::plain).orElse("");
    Optional<Claimed> updated = date(UPDATED).or(this::lastMod);
    return new Entry(
        id().or(() -> url).orElse(""),
        url,
        title(),
        summary,
        content(),
        false,
        date(PUBLISHED).or(() -> updated),
        updated.map(Claimed::at),
        XmlPeople.authors(item),
        categories(),
        media.enclosures(),
        media.images(),
        attributions(),
        lang(),
        media.views(),
        Set.of());
  }

  private String title() {
    return FeedXml.child(item, TITLE).map(XmlTexts::plain).orElse("");
  }

  private String content() {
    for (String name : CONTENT) {
      for (Element element : FeedXml.children(item, name)) {
        String html = XmlTexts.html(element);
        if (!html.isBlank()) {
          return html;
        }
      }
    }
    return video();
  }

  /// What is said of a video of YouTube, in plain text whose lines matter: all that its channel
  /// publishes in words.
  private String video() {
    return FeedXml.child(item, "yt:videoid")
        .flatMap(_ -> FeedXml.child(item, "media:group"))
        .flatMap(group -> FeedXml.child(group, "media:description"))
        .map(element -> PlainText.asHtml(element.wholeText()))
        .orElse("");
  }

  private Optional<String> id() {
    return FeedXml.text(item, "guid", "atom:id", "id", "dc:identifier")
        .or(() -> FeedXml.attribute(item, "rdf:about"));
  }

  /// The first of these elements that holds a date.
  private Optional<Claimed> date(String[] names) {
    for (String name : names) {
      for (Element element : FeedXml.children(item, name)) {
        Optional<Claimed> date = dates.read(element.wholeText());
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  /// CDF keeps it in an attribute.
  private Optional<Claimed> lastMod() {
    return FeedXml.attribute(item, "lastmod").flatMap(dates::read);
  }

  private List<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    for (Element element :
        FeedXml.children(item, "category", "atom:category", "dc:subject", "media:category")) {
      Optional<String> term =
          FeedXml.attribute(element, "term").or(() -> FeedXml.attribute(element, "label"));
      String text = term.orElseGet(() -> XmlTexts.plain(element));
      if (!text.isEmpty()) {
        categories.add(text);
      }
    }
    return List.copyOf(categories);
  }

  /// Where the entry says that it comes from another publication.
  private List<Attribution> attributions() {
    List<Attribution> attributions = new ArrayList<>();
    for (Element source : FeedXml.children(item, "source", "atom:source", "dc:source")) {
      Optional<String> title = FeedXml.text(source, "atom:title", "title");
      String text = source.children().isEmpty() ? PlainText.oneLine(source.wholeText()) : "";
      Optional<String> url =
          Stream.of(
                  FeedXml.attribute(source, "url"),
                  FeedXml.child(source, "atom:link", "link")
                      .flatMap(link -> FeedXml.attribute(link, "href")),
                  Optional.of(text).filter(value -> value.startsWith("http")))
              .flatMap(Optional::stream)
              .map(value -> Links.resolve(base, value))
              .flatMap(Optional::stream)
              .findFirst();
      String name = title.orElse(text.isEmpty() ? url.orElse("") : text);
      if (!name.isEmpty()) {
        attributions.add(new Attribution(Attribution.How.SOURCE, name, url, -1, -1));
      }
    }
    return attributions;
  }

  private Optional<String> lang() {
    return FeedXml.text(item, "dc:language")
        .or(() -> FeedXml.lang(item))
        .flatMap(XmlTexts::language);
  }
}
