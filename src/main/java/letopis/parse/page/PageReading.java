package letopis.parse.page;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.parse.Entry;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.SiteMemory;
import letopis.parse.charset.Charsets;
import letopis.parse.page.authors.Authors;
import letopis.parse.page.blocks.ArticleBlocks;
import letopis.parse.page.blocks.BlockModel;
import letopis.parse.page.blocks.Features;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.dates.DateFinder;
import letopis.parse.page.kind.PageKind;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.titles.GivenTitles;
import letopis.parse.page.titles.SiteNames;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.page.titles.Titles;
import letopis.parse.page.topics.PageTopics;
import letopis.sources.Source.Selectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// One page while it is read: each question is asked with the answers to those before it.
final class PageReading {
  private final PageInput page;
  private final Chosen chosen;
  private final PageScan scan;
  private final PageData data;
  private final PageFacts facts;
  private final SiteNames site;
  private final Optional<String> title;

  /// @param learns whether the memory of the site takes note of the page first
  PageReading(PageInput page, boolean learns) {
    this.page = page;
    Reader html = Charsets.read(page.bytes(), page.contentType(), Charsets.Kind.HTML);
    String address = page.url().map(Object::toString).orElse("");
    Document document = Parser.htmlParser().parseInput(html, address);
    this.chosen = new Chosen(page.selectors(), document);
    this.scan = new PageScan(document);
    if (learns) {
      page.memory().ifPresent(memory -> memory.learn(hashes()));
    }
    this.data = new PageData(scan);
    this.facts = new PageFacts(document, scan, data);
    this.site = new SiteNames(data, page.url(), page.memory());
    String listed = page.listed().map(Entry::title).orElse("");
    this.title = chosen.text(Selectors::title).or(() -> Titles.find(scan, data, site, listed));
  }

  /// The hashes of the text blocks and of the pieces of the title, each once, for [SiteMemory].
  private long[] hashes() {
    return LongStream.concat(
            scan.blocks.stream().mapToLong(Block::hash),
            GivenTitles.pieces(scan).stream().mapToLong(TitlePieces::hash))
        .distinct()
        .toArray();
  }

  /// What the blocks are compared with; empty where only a share of the text that structured data
  /// give is wanted, and they give none.
  Optional<PageContext> context(double share) {
    Optional<String> given = data.articleText("articleBody");
    if (share < 1 && given.isEmpty()) {
      return Optional.empty();
    }
    String body = given.orElse("");
    String cut = body.substring(0, (int) (body.length() * share));
    return Optional.of(new PageContext(scan, title, data, cut));
  }

  /// The text of the blocks that the models keep.
  BodyText text(BlockModel model, PageContext context) {
    model.judge(new Features(context), scan.blocks);
    page.memory().ifPresent(this::forgetRepeated);
    return ArticleBlocks.text(context, data);
  }

  PageResult result(BlockModel model) {
    PageContext context = new PageContext(scan, title, data);
    BodyText found = text(model, context);
    BodyText body =
        BodyText.inside(scan, chosen.elements(Selectors::body)).orElseGet(() -> leadIfEmpty(found));
    DateFinder dates = new DateFinder(page, context, data, facts.declaredLanguage());
    Optional<String> reason = PageKind.notAnArticle(page, context, data, body, title);
    return reason.isPresent() && !chosen.isSet(Selectors::body)
        ? new PageResult.NotAnArticle(
            facts.addresses(), title, reason.get(), dates.find(body).published())
        : article(context, body, dates);
  }

  /// An article whose text is behind a wall or a script still says what it is about.
  private BodyText leadIfEmpty(BodyText body) {
    boolean dated =
        data.article().filter(node -> node.has("datePublished")).isPresent()
            || data.meta("article:published_time").isPresent();
    return body.text().isBlank() && dated && lead().isPresent()
        ? new BodyText(lead().get(), List.of(), List.of())
        : body;
  }

  private Optional<String> lead() {
    return data.meta("og:description", "description").map(PageData::plain);
  }

  private PageResult article(PageContext context, BodyText body, DateFinder finder) {
    DateFinder.Dates dates = finder.find(body);
    Optional<Claimed> published =
        Optional.ofNullable(chosen.elements(Selectors::published).first())
            .flatMap(finder::selected)
            .or(dates::published);
    List<String> authors = Authors.selected(chosen.elements(Selectors::authors));
    PageTopics topics = new PageTopics(context, data, body, page.url());
    List<String> tags = chosen.elements(Selectors::tags).eachText();
    String lang = facts.language(body.text());
    Content content =
        new Content(
            title.orElse(""),
            chosen.text(Selectors::lead).or(this::lead).orElse(""),
            body.text(),
            lang,
            authors.isEmpty() ? new Authors(context, data, body, site).find() : authors,
            topics.section(),
            tags.isEmpty() ? topics.tags() : tags,
            facts.images(context, body),
            body.links(),
            Attribution.in(body.text(), lang));
    return new PageResult.Article(
        facts.addresses(),
        content,
        published,
        dates.modified(),
        SiteNames.shown(data),
        facts.noarchive());
  }

  /// One article under several addresses must not wipe itself out: where most of the text is known,
  /// the memory is not to be trusted.
  private void forgetRepeated(SiteMemory memory) {
    int kept = 0;
    int known = 0;
    for (Block block : scan.blocks) {
      if (block.second >= ArticleBlocks.KEEP) {
        kept += block.size();
        known += memory.repeats(block.hash()) ? block.size() : 0;
      }
    }
    if (known * 2 > kept) {
      return;
    }
    for (Block block : scan.blocks) {
      if (memory.repeats(block.hash())) {
        block.second = 0;
      }
    }
  }
}
