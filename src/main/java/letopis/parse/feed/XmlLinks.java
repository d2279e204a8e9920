package letopis.parse.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The addresses of one entry of an XML feed: RSS has them as text, Atom as attributes with a
/// relation, and some feeds only as the identifier.
///
/// @param item the entry
/// @param base what its relative addresses start from
record XmlLinks(Element item, URI base) {
  /// The address of the publication.
  Optional<String> url() {
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

  /// Links of a relation, the unnamed ones as `alternate` (RFC 4287 section 4.2.7.2).
  Stream<Element> links(String relation) {
    return FeedXml.children(item, "atom:link", "link").stream()
        .filter(
            link -> {
              String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
              return rel.isEmpty() ? relation.equals("alternate") : rel.equals(relation);
            });
  }

  /// Where a link leads.
  Optional<String> href(Element link) {
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
}
