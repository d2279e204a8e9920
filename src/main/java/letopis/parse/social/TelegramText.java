package letopis.parse.social;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// The text of a Telegram post without the platform's decoration.
final class TelegramText {
  private static final Safelist KEPT =
      new Safelist()
          .addTags("br", "b", "i", "u", "s", "a", "code", "pre", "blockquote")
          .addAttributes("a", "href");

  private TelegramText() {}

  /// Clean HTML; hashtags are added to the categories.
  static String clean(Element text, List<String> categories) {
    Element copy = text.clone();
    for (Element emoji : copy.select("i.emoji, tg-emoji")) {
      emoji.replaceWith(new TextNode(emoji.text()));
    }
    for (Element link : copy.select("a[href]")) {
      String href = link.attr("href");
      if (href.startsWith("?q=")) {
        categories.add(link.text().replaceFirst("^#", ""));
        link.unwrap();
      } else if (link.hasAttr("onclick")) {
        // Since 2024-04-20 the ampersands in these are escaped twice.
        link.attr("href", href.replace("&amp;", "&"));
      }
    }
    Document shell = Document.createShell("https://t.me/");
    shell.body().append(copy.html());
    Document cleaned = new Cleaner(KEPT).clean(shell);
    cleaned.outputSettings().prettyPrint(false);
    return cleaned.body().html().strip();
  }
}
