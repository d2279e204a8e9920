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
import letopis.parse.PageResult.PageAddresses;
import letopis.parse.SiteMemory;
import letopis.parse.charset.Charsets;
import letopis.parse.page.authors.Authors;
import letopis.parse.page.blocks.ArticleBlocks;
import letopis.parse.page.blocks.BlockLab;
import letopis.parse.page.blocks.BlockModel;
import letopis.parse.page.blocks.Features;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.dates.DateFinder;
import letopis.parse.page.kind.Binary;
import letopis.parse.page.kind.PageKind;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.PageScan;
import letopis.parse.page.titles.GivenTitles;
import letopis.parse.page.titles.SiteNames;
import letopis.parse.page.titles.TitlePieces;
import letopis.parse.page.titles.Titles;
import letopis.parse.page.topics.PageTopics;
import letopis.sources.Source;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/// Finds the article in a saved page. Has no state; may be shared by threads.
public final class PageExtractor {
  /// Larger pages are refused: no article needs so many bytes.
  public static final int MAX_BYTES = 32 << 20;

  /// Pages with more tags are refused: their tree would take gigabytes.
  static final int MAX_TAGS = 1_000_000;

  /// No tag is shorter.
  private static final int SHORTEST_TAG = 3;

  /// One for the process, as its memory is.
  private static final TreeRoom ROOM = new TreeRoom();

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
    return extract(page, false);
  }

  /// Reads one page after its site's memory has learned from it.
  public PageResult learnAndExtract(PageInput page) {
    return extract(page, true);
  }

  private PageResult extract(PageInput page, boolean learns) {
    if (page.bytes().length > MAX_BYTES) {
      return refused("larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    if (hasTooManyTags(page.bytes())) {
      return refused("more than " + MAX_TAGS + " tags");
    }
    Optional<String> wrong = Binary.kind(page.bytes());
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    return ROOM.with(page.bytes(), () -> read(page, parse(page), learns));
  }

  private static boolean hasTooManyTags(byte[] bytes) {
    return bytes.length > MAX_TAGS * SHORTEST_TAG && TreeRoom.tags(bytes) > MAX_TAGS;
  }

  private static PageResult refused(String reason) {
    return new PageResult.Refused(PageAddresses.NONE, reason);
  }

  private PageResult read(PageInput page, Document document, boolean learns) {
    Optional<Source.Selectors> selectors = page.selectors();
    selectors.ifPresent(s -> s.remove().forEach(css -> select(document, css).remove()));
    PageScan scan = new PageScan(document);
    if (learns) {
      page.memory().ifPresent(memory -> memory.learn(hashes(scan)));
    }
    PageData data = new PageData(scan);
    PageFacts facts = new PageFacts(document, scan, data);
    SiteNames site = new SiteNames(data, page.url(), page.memory());
    Optional<String> title =
        selectors
            .flatMap(Source.Selectors::title)
            .map(css -> select(document, css).text())
            .filter(text -> !text.isBlank())
            .or(() -> title(page, scan, data, site));
    PageContext context = new PageContext(scan, title, data);
    Features features = new Features(context);
    model.judge(features, scan.blocks);
    page.memory().ifPresent(memory -> forgetRepeated(scan, memory));
    BodyText body =
        selectors
            .flatMap(Source.Selectors::body)
            .flatMap(css -> BodyText.inside(scan, select(document, css)))
            .orElseGet(() -> leadIfEmpty(ArticleBlocks.text(context, data), data));
    Optional<String> reason = PageKind.notAnArticle(page, context, data, body, title);
    if (reason.isPresent() && selectors.flatMap(Source.Selectors::body).isEmpty()) {
      Optional<Claimed> published =
          new DateFinder(page, context, data, facts.declaredLanguage()).find(body).published();
      return new PageResult.NotAnArticle(facts.addresses(), title, reason.get(), published);
    }
    return article(page, document, context, data, facts, site, title, body);
  }

  private static Optional<String> title(PageInput page, PageScan scan, PageData data) {
    return title(page, scan, data, new SiteNames(data, page.url(), page.memory()));
  }

  private static Optional<String> title(
      PageInput page, PageScan scan, PageData data, SiteNames site) {
    return Titles.find(scan, data, site, page.listed().map(Entry::title).orElse(""));
  }

  /// An article whose text is behind a wall or a script still says what it is about.
  private static BodyText leadIfEmpty(BodyText body, PageData data) {
    boolean dated =
        data.article().filter(node -> node.has("datePublished")).isPresent()
            || data.meta("article:published_time").isPresent();
    Optional<String> lead = data.meta("og:description", "description").map(PageData::plain);
    return body.text().isBlank() && dated && lead.isPresent()
        ? new BodyText(lead.get(), List.of(), List.of())
        : body;
  }

  private static PageResult article(
      PageInput page,
      Document document,
      PageContext context,
      PageData data,
      PageFacts facts,
      SiteNames site,
      Optional<String> title,
      BodyText body) {
    Optional<Source.Selectors> selectors = page.selectors();
    DateFinder dateFinder = new DateFinder(page, context, data, facts.declaredLanguage());
    DateFinder.Dates dates = dateFinder.find(body);
    Optional<Claimed> published =
        selectors
            .flatMap(Source.Selectors::published)
            .flatMap(css -> Optional.ofNullable(select(document, css).first()))
            .flatMap(dateFinder::selected)
            .or(dates::published);
    List<String> authors =
        selectors
            .flatMap(Source.Selectors::authors)
            .map(css -> Authors.selected(select(document, css)))
            .filter(names -> !names.isEmpty())
            .orElseGet(() -> new Authors(context, data, body, site).find());
    PageTopics topics = new PageTopics(context, data, body, page.url());
    List<String> tags =
        selectors
            .flatMap(Source.Selectors::tags)
            .map(css -> select(document, css).eachText())
            .filter(names -> !names.isEmpty())
            .orElseGet(topics::tags);
    String lead =
        selectors
            .flatMap(Source.Selectors::lead)
            .map(css -> select(document, css).text())
            .filter(text -> !text.isBlank())
            .orElseGet(
                () -> data.meta("og:description", "description").map(PageData::plain).orElse(""));
    String lang = facts.language(body.text());
    Content content =
        new Content(
            title.orElse(""),
            lead,
            body.text(),
            lang,
            authors,
            topics.section(),
            tags,
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

  /// A selector that cannot be read matches nothing; `sources check` has said so already.
  private static Elements select(Document document, String css) {
    try {
      return document.select(css);
    } catch (org.jsoup.select.Selector.SelectorParseException e) {
      return new Elements();
    }
  }

  /// One article under several addresses must not wipe itself out: where most of the text is known,
  /// the memory is not to be trusted.
  private static void forgetRepeated(PageScan scan, SiteMemory memory) {
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

  /// The main text of a page whether it is an article or not, for `bench extract`.
  public String mainText(PageInput page) {
    PageScan scan = new PageScan(parse(page));
    PageData data = new PageData(scan);
    PageContext context = new PageContext(scan, title(page, scan, data), data);
    model.judge(new Features(context), scan.blocks);
    return ArticleBlocks.text(context, data).text();
  }

  /// The blocks of a page as the models see them, for training.
  public static BlockLab lab(PageInput page) {
    return lab(page, 1).orElseThrow();
  }

  /// The same with only the first part of the text that the page's structured data give; empty when
  /// they give none. Sites often cut it.
  ///
  /// @param share of its characters
  public static Optional<BlockLab> lab(PageInput page, double share) {
    PageScan scan = new PageScan(parse(page));
    PageData data = new PageData(scan);
    Optional<String> given = data.articleText("articleBody");
    if (share < 1 && given.isEmpty()) {
      return Optional.empty();
    }
    String body = given.orElse("");
    String cut = body.substring(0, (int) (body.length() * share));
    return Optional.of(new BlockLab(new PageContext(scan, title(page, scan, data), data, cut)));
  }

  private static Document parse(PageInput page) {
    Reader html = Charsets.read(page.bytes(), page.contentType(), Charsets.Kind.HTML);
    return Parser.htmlParser().parseInput(html, page.url().map(Object::toString).orElse(""));
  }

  /// The hashes of the text blocks and of the pieces of the title of a page, each once, for
  /// [SiteMemory].
  private static long[] hashes(PageScan scan) {
    return LongStream.concat(
            scan.blocks.stream().mapToLong(Block::hash),
            GivenTitles.pieces(scan).stream().mapToLong(TitlePieces::hash))
        .distinct()
        .toArray();
  }
}
