package letopis.parse.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// XML as feeds are really written, read without ever failing: unescaped ampersands, undeclared
/// prefixes and entities, unclosed elements and cut-off ends are mended as HTML parsers mend them.
/// A document type is dropped unread, so that no entity of its own exists: neither external ones
/// nor exploding ones.
final class FeedXml {
  /// Prefixes that we know elements by, for the namespaces that declare them.
  private static final Map<String, String> PREFIXES = new HashMap<>();

  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE[^>\\[]*", Pattern.CASE_INSENSITIVE);

  static {
    String[] table = {
      "http://www.w3.org/2005/atom",
      "atom",
      "http://purl.org/atom/ns#",
      "atom",
      "http://example.com/necho#",
      "atom",
      "http://purl.org/pie/",
      "atom",
      "http://purl.org/dc/elements/1.1/",
      "dc",
      "http://purl.org/dc/elements/1.0/",
      "dc",
      "http://purl.org/dc/terms/",
      "dcterms",
      "http://purl.org/rss/1.0/modules/content/",
      "content",
      "http://purl.org/rss/1.0/modules/syndication/",
      "sy",
      "http://search.yahoo.com/mrss/",
      "media",
      "http://search.yahoo.com/mrss",
      "media",
      "http://www.rssboard.org/media-rss",
      "media",
      "http://www.itunes.com/dtds/podcast-1.0.dtd",
      "itunes",
      "http://news.yandex.ru",
      "yandex",
      "https://news.yandex.ru",
      "yandex",
      "http://turbo.yandex.ru",
      "turbo",
      "http://rssnamespace.org/feedburner/ext/1.0",
      "feedburner",
      "http://www.google.com/schemas/sitemap-news/0.9",
      "news",
      "http://www.google.com/schemas/sitemap-image/1.1",
      "image",
      "http://www.w3.org/1999/xhtml",
      "xhtml",
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
      "rdf",
      "http://my.netscape.com/rdf/simple/0.9/",
      "",
      "http://channel.netscape.com/rdf/simple/0.9/",
      "",
      "http://purl.org/rss/1.0/",
      "",
      "http://purl.org/net/rss1.1#",
      "",
      "http://backend.userland.com/rss",
      "",
      "http://backend.userland.com/rss2",
      "",
      "http://blogs.law.harvard.edu/tech/rss",
      "",
      "http://www.sitemaps.org/schemas/sitemap/0.9",
      "",
      "http://www.google.com/schemas/sitemap/0.84",
      "",
    };
    for (int i = 0; i < table.length; i += 2) {
      PREFIXES.put(table[i], table[i + 1]);
    }
  }

  private FeedXml() {}

  static Document parse(String text) {
    Document document =
        Parser.xmlParser().parseInput(PlainText.withoutControls(withoutDoctype(text)), "");
    document.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.html);
    return document;
  }

  private static String withoutDoctype(String text) {
    Matcher matcher = DOCTYPE.matcher(text);
    if (!matcher.find() || matcher.start() > 20_000) {
      return text;
    }
    int end = matcher.end();
    if (end < text.length() && text.charAt(end) == '[') {
      int close = text.indexOf("]>", end);
      if (close < 0) {
        close = Math.max(end, text.indexOf("]", end));
      }
      end = close;
    }
    int after = text.indexOf('>', end);
    return after < 0 ? text : text.substring(0, matcher.start()) + text.substring(after + 1);
  }

  /// `prefix:name` in lower case with the prefix of [#PREFIXES]; no prefix for RSS, CDF, sitemaps
  /// and elements in no namespace.
  static String name(Element element) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    String local = tag.substring(colon + 1);
    String namespace = element.tag().namespace().strip().toLowerCase(Locale.ROOT);
    String prefix = PREFIXES.get(namespace);
    if (prefix == null) {
      prefix = colon < 0 ? "" : tag.substring(0, colon);
    }
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  /// The first child with one of these names that says something, names before positions.
  static Optional<Element> child(Element parent, String... names) {
    for (String name : names) {
      for (Element child : parent.children()) {
        if (name(child).equals(name) && (child.hasText() || !child.attributes().isEmpty())) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  static List<Element> children(Element parent, String... names) {
    List<String> wanted = List.of(names);
    List<Element> found = new ArrayList<>();
    for (Element child : parent.children()) {
      if (wanted.contains(name(child))) {
        found.add(child);
      }
    }
    return found;
  }

  /// The text of the first child with one of these names; white space folded, never empty.
  static Optional<String> text(Element parent, String... names) {
    for (String name : names) {
      for (Element child : children(parent, name)) {
        String text = PlainText.oneLine(child.wholeText());
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  /// An attribute in any case, stripped; never empty.
  static Optional<String> attribute(Element element, String name) {
    String value = element.attributes().getIgnoreCase(name).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// The language of an element: `xml:lang` of it or the nearest ancestor that has it.
  static Optional<String> lang(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      Optional<String> value = attribute(at, "xml:lang");
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /// The base of addresses in an element: `xml:base` of it and its ancestors, then the document's.
  static URI base(Element element, URI document) {
    Element parent = element.parent();
    URI outer = parent == null ? document : base(parent, document);
    return attribute(element, "xml:base")
        .flatMap(value -> Links.resolve(outer, value))
        .map(URI::create)
        .orElse(outer);
  }
}
