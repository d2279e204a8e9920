package letopis.parse.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import letopis.document.Image;
import letopis.parse.Entry;
import org.jsoup.nodes.Element;

/// What an entry of an XML feed encloses: RSS enclosures, Atom links, Media RSS, iTunes images.
///
/// @param item the entry
/// @param links its addresses
record XmlMedia(Element item, XmlLinks links) {
  /// Files to download, images of Media RSS left out.
  List<Entry.Enclosure> enclosures() {
    List<Entry.Enclosure> enclosures = new ArrayList<>();
    for (Element element : FeedXml.children(item, "enclosure")) {
      FeedXml.attribute(element, "url")
          .or(() -> FeedXml.attribute(element, "href"))
          .flatMap(value -> resolved(value))
          .ifPresent(url -> enclosures.add(enclosure(url, element, "length")));
    }
    links
        .links("enclosure")
        .forEach(
            link ->
                links.href(link).ifPresent(url -> enclosures.add(enclosure(url, link, "length"))));
    media("media:content")
        .filter(element -> !isImage(element))
        .forEach(
            element ->
                FeedXml.attribute(element, "url")
                    .flatMap(value -> resolved(value))
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

  /// Pictures, each once.
  List<Image> images() {
    Set<Image> images = new LinkedHashSet<>();
    Stream.concat(FeedXml.children(item, "enclosure").stream(), media("media:content"))
        .filter(XmlMedia::isImage)
        .forEach(element -> image(element, "url").ifPresent(images::add));
    media("media:thumbnail").forEach(element -> image(element, "url").ifPresent(images::add));
    FeedXml.children(item, "itunes:image")
        .forEach(element -> image(element, "href").ifPresent(images::add));
    FeedXml.children(item, "image")
        .forEach(
            element ->
                FeedXml.text(element, "url")
                    .flatMap(value -> resolved(value))
                    .ifPresent(url -> images.add(new Image(url, Optional.empty()))));
    return List.copyOf(images);
  }

  /// How often it was seen, as YouTube says; -1 when nothing says it.
  long views() {
    return media("media:community")
        .flatMap(element -> FeedXml.children(element, "media:statistics").stream())
        .map(element -> element.attributes().getIgnoreCase("views").strip())
        .filter(views -> views.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .findFirst()
        .orElse(-1L);
  }

  private Optional<Image> image(Element element, String attribute) {
    return FeedXml.attribute(element, attribute)
        .flatMap(value -> resolved(value))
        .map(url -> new Image(url, FeedXml.text(element, "media:title", "media:description")));
  }

  private Optional<String> resolved(String address) {
    return Links.resolve(links.base(), address);
  }
}
