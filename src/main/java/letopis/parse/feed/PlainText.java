package letopis.parse.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// Turns what feeds and platforms write into plain text or HTML.
public final class PlainText {
  /// Longest text of one field, in UTF-16 units; what is beyond was never news.
  static final int LONGEST = 2_000_000;

  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z!][^<>]*>|&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\\w{1,31});");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  /// Characters that XML 1.0 does not allow, and lone surrogates' replacement is left to the
  /// decoder.
  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]");

  private PlainText() {}

  /// Whether text contains a tag or a character reference.
  static boolean hasMarkup(String text) {
    return MARKUP.matcher(text).find();
  }

  /// The words of text that may be HTML, on one line.
  public static String ofHtml(String html) {
    String text = hasMarkup(html) ? words(Jsoup.parseBodyFragment(shortened(html))) : html;
    return oneLine(text);
  }

  private static String words(Document document) {
    document.select("script, style").remove();
    return document.text();
  }

  /// The words of HTML with its line breaks and paragraphs as newlines.
  public static String withLines(Element element) {
    Element copy = element.clone();
    copy.select("br").forEach(br -> br.replaceWith(new org.jsoup.nodes.TextNode("\n")));
    copy.select("p, div, blockquote, li, pre").forEach(block -> block.appendText("\n"));
    String[] lines = withoutControls(copy.wholeText()).split("\n");
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(BLANKS.matcher(line).replaceAll(" ").strip()).append('\n');
    }
    return text.toString().replaceAll("\n{3,}", "\n\n").strip();
  }

  /// One line of text: white space folded, control characters dropped.
  public static String oneLine(String text) {
    return BLANKS.matcher(withoutControls(shortened(text))).replaceAll(" ").strip();
  }

  static String withoutControls(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }

  /// Plain text as HTML, a paragraph a line.
  public static String asHtml(String text) {
    StringBuilder html = new StringBuilder();
    for (String line : text.strip().split("\n+")) {
      html.append("<p>").append(Entities.escape(line.strip())).append("</p>");
    }
    return html.toString();
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
