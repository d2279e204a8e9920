package letopis.parse.page;

import java.util.List;
import java.util.Optional;
import letopis.document.Content;
import letopis.parse.PageResult;
import letopis.parse.PageResult.PageAddresses;
import letopis.parse.charset.Charsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Finds the article in a saved page. Has no state; may be shared by threads.
public final class PageExtractor {
  private final BlockModel model;

  public PageExtractor() {
    this(BlockModel.shipped());
  }

  /// With other weights than the shipped ones, for `bench extract`.
  public PageExtractor(BlockModel model) {
    this.model = model;
  }

  /// Reads one page. Any bytes give an answer; nothing is thrown.
  public PageResult extract(PageInput page) {
    Document document = parse(page);
    PageScan scan = new PageScan(document);
    PageData data = new PageData(scan);
    Optional<String> title = Titles.find(document, scan, data).map(Titles.Title::text);
    PageContext context = new PageContext(scan, title, data);
    Features features = new Features(context);
    model.judge(features, scan.blocks);
    BodyText body = BodyText.of(scan, context);
    Content content =
        new Content(
            title.orElse(""),
            "",
            body.text(),
            "und",
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            body.links(),
            List.of());
    return new PageResult.Article(
        PageAddresses.NONE, content, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  static Document parse(PageInput page) {
    String html = Charsets.decode(page.bytes(), page.contentType(), Charsets.Kind.HTML).text();
    return Jsoup.parse(html, page.url().map(Object::toString).orElse(""));
  }

  /// The hashes of the text blocks of a page, each once, for [SiteMemory].
  static long[] blockHashes(PageInput page) {
    return new PageScan(parse(page))
        .blocks.stream().mapToLong(block -> block.text.hashCode()).distinct().toArray();
  }
}
