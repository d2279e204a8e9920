package letopis.parse.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.charset.Charsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads feeds and sitemaps: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed; sitemaps,
/// indexes of them, and lists of addresses. What the document is, its content decides; the
/// `Content-Type` only helps with the character set.
///
/// Never throws for whatever bytes. No document type is read, so nothing is fetched and no entity
/// expands. Safe for use by several threads.
public final class FeedReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST_ROOT = 3;
  private static final Set<String> ROOTS =
      Set.of(
          "rss",
          "rdf:rdf",
          "rdf",
          "feed",
          "atom:feed",
          "atom:entry",
          "channel",
          "urlset",
          "sitemapindex",
          "opml");
  private static final Pattern HTML =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);

  private final int maxEntries;

  /// @param maxEntries bound of the entries of one document; more are named in a warning
  public FeedReader(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /// The entries of a document.
  public FeedResult read(FeedInput input) {
    List<String> warnings = new ArrayList<>();
    byte[] body = input.body();
    if (Gzip.isGzip(body)) {
      Optional<byte[]> unzipped = Gzip.unzip(body);
      if (unzipped.isEmpty()) {
        return new NotAFeed("a gzip file that is broken or larger than " + Gzip.MOST + " bytes");
      }
      body = unzipped.get();
    }
    Charsets.Decoded decoded = Charsets.decode(body, input.contentType(), Charsets.Kind.XML);
    String text = decoded.text();
    int start = firstSign(text);
    if (start == text.length()) {
      return new NotAFeed("empty");
    }
    char first = text.charAt(start);
    if (first == '{' || first == '[') {
      return json(text.substring(start), input, warnings);
    }
    if (Sitemaps.isPlain(text)) {
      return new Sitemaps(input, maxEntries).plain(text, warnings);
    }
    if (text.indexOf('<') < 0) {
      return new NotAFeed(isBinary(text) ? "binary data" : "plain text without markup");
    }
    return xml(text, input, warnings);
  }

  private FeedResult xml(String text, FeedInput input, List<String> warnings) {
    Document document = FeedXml.parse(text);
    Optional<Element> root = root(document, 0);
    if (root.isEmpty()) {
      return isHtml(text) ? notHtml(text, input) : new NotAFeed(unknown(document));
    }
    Element element = root.get();
    if (text.indexOf('<') > 0 && !text.substring(0, text.indexOf('<')).isBlank()) {
      warnings.add("there is text before the document");
    }
    return switch (FeedXml.name(element)) {
      case "urlset" -> new Sitemaps(input, maxEntries).urls(element, warnings);
      case "sitemapindex" -> new Sitemaps(input, maxEntries).index(element, warnings);
      case "opml" ->
          new NotAFeed(
              "an OPML list of "
                  + element.getElementsByAttribute("xmlUrl").size()
                  + " feeds: import it with `sources import`");
      default -> new XmlFeed(element, input, maxEntries).read(warnings);
    };
  }

  /// The outermost element that can be a feed; it may stand in something else, such as an XHTML
  /// page or an error message, some levels deep.
  private static Optional<Element> root(Element at, int depth) {
    for (Element child : at.children()) {
      if (ROOTS.contains(FeedXml.name(child))) {
        return Optional.of(child);
      }
    }
    if (depth < DEEPEST_ROOT) {
      for (Element child : at.children()) {
        Optional<Element> inner = root(child, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private FeedResult json(String text, FeedInput input, List<String> warnings) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.isObject() && JsonFeed.isOne(root)) {
        return new JsonFeed(root, input).read(maxEntries, warnings);
      }
      return new NotAFeed("JSON, but not a JSON Feed");
    } catch (JsonProcessingException e) {
      // Where a bracket was opened is of use, what the parser calls our bytes is not.
      String fault = e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ", "[");
      return new NotAFeed("broken JSON: " + PlainText.oneLine(fault));
    }
  }

  private static NotAFeed notHtml(String html, FeedInput input) {
    List<String> found = FeedDiscovery.find(html, input.url());
    if (found.isEmpty()) {
      return new NotAFeed("an HTML page that links to no feed");
    }
    return new NotAFeed(
        "an HTML page: a feed is linked at "
            + found.stream().limit(3).collect(Collectors.joining(", ")));
  }

  private static boolean isHtml(String text) {
    return HTML.matcher(text.substring(0, Math.min(text.length(), 4096))).find();
  }

  private static String unknown(Document document) {
    Element first = document.firstElementChild();
    return first == null
        ? "markup without an element"
        : "XML with the unknown root element \"" + PlainText.oneLine(first.tagName()) + "\"";
  }

  private static boolean isBinary(String text) {
    int end = Math.min(text.length(), 1000);
    return text.substring(0, end).chars().filter(c -> c == 0xfffd || c < 9).count() > end / 20;
  }

  private static int firstSign(String text) {
    int at = 0;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at))
            || text.charAt(at) == 0
            || text.charAt(at) == '\ufeff')) {
      at++;
    }
    return at;
  }
}
