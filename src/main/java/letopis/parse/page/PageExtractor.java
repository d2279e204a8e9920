package letopis.parse.page;

import java.util.List;
import java.util.Optional;
import letopis.document.Content;
import letopis.parse.PageResult;
import letopis.parse.PageResult.PageAddresses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Finds the article in a saved page. Has no state; may be shared by threads.
public final class PageExtractor {
  /// Reads one page. Any bytes give an answer; nothing is thrown.
  public PageResult extract(PageInput page) {
    Document document =
        Jsoup.parse(new String(page.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    Content content =
        new Content(
            document.title(),
            "",
            document.body().text(),
            "und",
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new PageResult.Article(
        PageAddresses.NONE, content, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /// The hashes of the text blocks of a page, each once, for [SiteMemory].
  static long[] blockHashes(PageInput page) {
    return Jsoup.parse(new String(page.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .select("p,li,div")
        .stream()
        .mapToLong(element -> element.ownText().hashCode())
        .distinct()
        .toArray();
  }
}
