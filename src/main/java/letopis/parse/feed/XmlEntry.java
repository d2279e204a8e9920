package letopis.parse.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;
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

  private static final Pattern MAIL_THEN_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
  private static final Pattern NAME_THEN_MAIL = Pattern.compile("(.+?)\\s*[(<]\\S+@\\S+[)>]");

  private final Element item;
  private final URI base;
  private final FeedDates dates;

  XmlEntry(Element item, URI base, FeedDates dates) {
    this.item = item;
    this.base = FeedXml.base(item, base);
    this.dates = dates;
  }

  Entry read() {
    Optional<String> url = url();
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
        authors(),
        categories(),
        enclosures(),
        images(),
        attributions(),
        lang(),
        -1);
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
    return "";
  }

  private Optional<String> id() {
    return FeedXml.text(item, "guid", "atom:id", "id", "dc:identifier")
        .or(() -> FeedXml.attribute(item, "rdf:about"));
  }

  private Optional<String> url() {
    Optional<String> link = plainLink().or(() -> atomLink("alternate")).or(this::permalink);
    return link.or(
            () ->
                FeedXml.text(item, "feedburner:origlink")
                    .flatMap(value -> Links.resolve(base, value)))
        .or(() -> FeedXml.attribute(item, "rdf:about").flatMap(value -> Links.resolve(base, value)))
        .or(() -> FeedXml.attribute(item, "href").flatMap(value -> Links.resolve(base, value)));
  }

  /// RSS: the address is the text of `link`.
  private Optional<String> plainLink() {
    for (Element link : FeedXml.children(item, "link", "url", "pdalink")) {
      String text = link.wholeText().strip();
      Optional<String> url =
          text.isEmpty() ? Optional.empty() : Links.resolve(FeedXml.base(link, base), text);
      if (url.isPresent()) {
        return url;
      }
    }
    return Optional.empty();
  }

  /// Atom: `link` with this relation, HTML before other types.
  private Optional<String> atomLink(String relation) {
    return links(relation)
        .sorted(
            (a, b) ->
                Boolean.compare(b.attr("type").contains("html"), a.attr("type").contains("html")))
        .map(this::href)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<Element> links(String relation) {
    return FeedXml.children(item, "atom:link", "link").stream()
        .filter(
            link -> {
              String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
              return rel.isEmpty() ? relation.equals("alternate") : rel.equals(relation);
            });
  }

  private Optional<String> href(Element link) {
    return FeedXml.attribute(link, "href")
        .flatMap(value -> Links.resolve(FeedXml.base(link, base), value));
  }

  /// A `guid` is an address unless it says that it is not (RSS 2.0, "guid").
  private Optional<String> permalink() {
    return FeedXml.children(item, "guid").stream()
        .filter(
            guid ->
                !guid.attributes().getIgnoreCase("isPermaLink").strip().equalsIgnoreCase("false"))
        .map(guid -> guid.wholeText().strip())
        .filter(text -> text.regionMatches(true, 0, "http", 0, 4))
        .map(text -> Links.resolve(base, text))
        .flatMap(Optional::stream)
        .findFirst();
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

  private List<String> authors() {
    Set<String> authors = new LinkedHashSet<>();
    for (Element element :
        FeedXml.children(
            item, "author", "atom:author", "dc:creator", "dc:author", "yandex:author")) {
      String name =
          FeedXml.text(element, "atom:name", "name")
              .orElseGet(() -> element.children().isEmpty() ? XmlTexts.plain(element) : "");
      Optional.of(person(name)).filter(text -> !text.isEmpty()).ifPresent(authors::add);
    }
    if (authors.isEmpty()) {
      FeedXml.text(item, "itunes:author", "media:credit").ifPresent(authors::add);
    }
    return List.copyOf(authors);
  }

  /// `mail (Name)` and `Name <mail>` are the name.
  static String person(String text) {
    Matcher mailFirst = MAIL_THEN_NAME.matcher(text);
    if (mailFirst.matches()) {
      return mailFirst.group(1).strip();
    }
    Matcher nameFirst = NAME_THEN_MAIL.matcher(text);
    return nameFirst.matches() ? nameFirst.group(1).strip() : text.strip();
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

  private List<Entry.Enclosure> enclosures() {
    List<Entry.Enclosure> enclosures = new ArrayList<>();
    for (Element element : FeedXml.children(item, "enclosure")) {
      FeedXml.attribute(element, "url")
          .or(() -> FeedXml.attribute(element, "href"))
          .flatMap(value -> Links.resolve(base, value))
          .ifPresent(url -> enclosures.add(enclosure(url, element, "length")));
    }
    links("enclosure")
        .forEach(
            link -> href(link).ifPresent(url -> enclosures.add(enclosure(url, link, "length"))));
    media("media:content")
        .filter(element -> !isImage(element))
        .forEach(
            element ->
                FeedXml.attribute(element, "url")
                    .flatMap(value -> Links.resolve(base, value))
                    .filter(url -> enclosures.stream().noneMatch(known -> known.url().equals(url)))
                    .ifPresent(url -> enclosures.add(enclosure(url, element, "fileSize"))));
    return enclosures;
  }

  private static Entry.Enclosure enclosure(String url, Element element, String length) {
    String digits = element.attributes().getIgnoreCase(length).strip();
    return new Entry.Enclosure(
        url,
        FeedXml.attribute(element, "type"),
        digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1);
  }

  /// Elements of Media RSS, which may stand in groups.
  private Stream<Element> media(String name) {
    return Stream.concat(Stream.of(item), FeedXml.children(item, "media:group").stream())
        .flatMap(parent -> FeedXml.children(parent, name).stream());
  }

  private static boolean isImage(Element element) {
    return element.attr("medium").equalsIgnoreCase("image")
        || element.attr("type").toLowerCase(Locale.ROOT).startsWith("image/")
        || element
            .attr("url")
            .toLowerCase(Locale.ROOT)
            .matches(".*\\.(?:jpe?g|png|gif|webp)(?:\\?.*)?");
  }

  private List<Image> images() {
    Set<Image> images = new LinkedHashSet<>();
    Stream.concat(FeedXml.children(item, "enclosure").stream(), media("media:content"))
        .filter(XmlEntry::isImage)
        .forEach(element -> image(element, "url").ifPresent(images::add));
    media("media:thumbnail").forEach(element -> image(element, "url").ifPresent(images::add));
    FeedXml.children(item, "itunes:image")
        .forEach(element -> image(element, "href").ifPresent(images::add));
    FeedXml.children(item, "image")
        .forEach(
            element ->
                FeedXml.text(element, "url")
                    .flatMap(value -> Links.resolve(base, value))
                    .ifPresent(url -> images.add(new Image(url, Optional.empty()))));
    return List.copyOf(images);
  }

  private Optional<Image> image(Element element, String attribute) {
    return FeedXml.attribute(element, attribute)
        .flatMap(value -> Links.resolve(base, value))
        .map(url -> new Image(url, FeedXml.text(element, "media:title", "media:description")));
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
        .or(() -> FeedXml.inherited(item, "xml:lang"))
        .flatMap(XmlEntry::language);
  }

  /// The ISO 639-1 code at the begin of a language tag.
  static Optional<String> language(String tag) {
    String code = Objects.requireNonNull(tag).strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return code.matches("[a-z]{2}") ? Optional.of(code) : Optional.empty();
  }
}
