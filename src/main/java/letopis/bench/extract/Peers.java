package letopis.bench.extract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import letopis.document.Content;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.PageResult.PageAddresses;
import letopis.parse.charset.Charsets;
import letopis.parse.page.scan.HtmlText;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.slf4j.LoggerFactory;

/// The others that read the same pages in the same run.
final class Peers {
  private static final String BASE = "http://localhost/";

  static {
    // Readability4J logs every node it removes.
    if (LoggerFactory.getLogger("net.dankito") instanceof Logger logger) {
      logger.setLevel(Level.OFF);
    }
  }

  private Peers() {}

  /// Mozilla's algorithm as ported to Kotlin; what it finds is turned to text by our own rules.
  static PageResult readability(PageInput page) {
    String base = page.url().map(Object::toString).orElse(BASE);
    Article article = new Readability4J(base, html(page)).parse();
    String content = article.getContent();
    String text =
        content == null
            ? ""
            : HtmlText.toText(content, page.url().orElse(java.net.URI.create(BASE)));
    String byline = article.getByline();
    String excerpt = article.getExcerpt();
    return article(
        article.getTitle(),
        excerpt == null ? "" : excerpt,
        text,
        byline == null
            ? List.of()
            : List.of(byline.replaceFirst("^(?i)by\\s+", "").split(", | and ")));
  }

  /// A text alone, measured as if it were an article.
  static PageResult text(String text) {
    return article("", "", text, List.of());
  }

  static PageResult plain(PageInput page) {
    var document = Jsoup.parse(html(page));
    return article(document.title(), "", document.body().text(), List.of());
  }

  private static String html(PageInput page) {
    return Charsets.decode(page.bytes(), page.contentType(), Charsets.Kind.HTML).text();
  }

  private static PageResult article(String title, String lead, String text, List<String> authors) {
    return new PageResult.Article(
        PageAddresses.NONE,
        new Content(
            title == null ? "" : title,
            lead,
            text,
            "und",
            authors,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
