package letopis.parse.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The text of feed elements: Atom's text constructs (RFC 4287 section 3.1, Atom 0.3 `mode`) and
/// RSS's habit of HTML in everything.
final class XmlTexts {
  private static final Pattern XHTML_PREFIX = Pattern.compile("<(/?)(?:xhtml|x|h|html):(?=[a-z])");

  private XmlTexts() {}

  /// Plain text on one line.
  static String plain(Element element) {
    return isLiteral(element)
        ? PlainText.oneLine(element.wholeText())
        : PlainText.ofHtml(html(element));
  }

  /// HTML.
  static String html(Element element) {
    if (isBase64(element)) {
      return decoded(element);
    }
    if (!element.children().isEmpty()) {
      return PlainText.shortened(markup(element));
    }
    String text = element.wholeText().strip();
    return isLiteral(element) ? PlainText.asHtml(text) : PlainText.shortened(text);
  }

  /// Whether the text means itself, without any HTML in it. Only Atom can say so.
  private static boolean isLiteral(Element element) {
    if (!FeedXml.name(element).startsWith("atom:") && !isAtomWithoutNamespace(element)) {
      return false;
    }
    if (isBase64(element)) {
      return false;
    }
    String type = type(element);
    boolean escaped = element.attr("mode").equalsIgnoreCase("escaped");
    return element.children().isEmpty()
        && (type.isEmpty() || type.equals("text") || type.equals("text/plain"))
        && !(escaped && type.isEmpty() && PlainText.hasMarkup(element.wholeText()));
  }

  private static boolean isAtomWithoutNamespace(Element element) {
    return element.parent() != null && FeedXml.name(element.parent()).equals("entry");
  }

  private static String type(Element element) {
    return element.attr("type").strip().toLowerCase(Locale.ROOT);
  }

  private static String markup(Element element) {
    Element inner = element;
    // Atom's xhtml has one div that is not part of the content.
    if (type(element).contains("xhtml")
        && element.childrenSize() == 1
        && element.child(0).tagName().toLowerCase(Locale.ROOT).endsWith("div")) {
      inner = element.child(0);
    }
    return XHTML_PREFIX.matcher(inner.html()).replaceAll("<$1").strip();
  }

  private static boolean isBase64(Element element) {
    return element.attr("mode").equalsIgnoreCase("base64")
        || type(element).equals("application/octet-stream");
  }

  private static String decoded(Element element) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(element.wholeText().strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return element.wholeText().strip();
    }
  }

  /// The ISO 639-1 code at the begin of a language tag.
  static Optional<String> language(String tag) {
    String code = Objects.requireNonNull(tag).strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return code.matches("[a-z]{2}") ? Optional.of(code) : Optional.empty();
  }
}
