package letopis.crawl.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import letopis.crawl.filing.Finding;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Address;
import letopis.document.CaptureRef;
import letopis.document.ClaimReview;
import letopis.document.Document;
import letopis.index.state.EntryState;
import letopis.parse.Entry;
import letopis.parse.PageInput;
import letopis.parse.PageResult.Article;
import letopis.parse.PageResult.NotAnArticle;
import letopis.parse.PageResult.Refused;
import letopis.parse.charset.Charsets;
import letopis.parse.page.PageExtractor;
import letopis.parse.page.data.ClaimReviews;
import letopis.parse.page.kind.AccessChecks;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;

/// From an archived answer to a finding: is it an article, which one, or is it gone. The same for
/// answers fresh from the network and for those read back from the archive.
public final class PageReader {
  /// An entry with so much text of its own is worth keeping though its page cannot be read.
  private static final int FULL_TEXT = 200;

  private final PageExtractor extractor = new PageExtractor();
  private final SiteMemories memories = new SiteMemories();
  private final Semaphore processors =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
  private final Assembler assembler;

  public PageReader(Assembler assembler) {
    this.assembler = assembler;
  }

  public static PageReader of(CrawlerSettings.Schedule schedule) {
    return new PageReader(new Assembler(schedule.backdateTolerance()));
  }

  /// What an answer says about the entry that it was fetched for.
  public Finding read(Source source, EntryState state, PageSeen page) throws InterruptedException {
    Optional<String> gone = gone(page);
    if (gone.isPresent()) {
      return gone(state, page, gone.get());
    }
    if (page.status() < 200 || page.status() >= 300) {
      return new Finding.Nothing(
          CrawlOutcome.FETCH_FAILED, "http_" + page.status(), state.document());
    }
    // Parsing is the heavy part: no more pages at a time than there are processors, so that memory
    // holds few parsed pages however many are in flight.
    processors.acquire();
    try {
      return of(source, state, page);
    } finally {
      processors.release();
    }
  }

  /// A publication that is whole in its listing.
  public Finding post(Source source, EntryState state, CaptureRef capture) {
    Seen seen = new Seen(capture.at(), Optional.of(capture), EntryCodec.entry(state));
    return listed(source, state, seen, false);
  }

  /// When a listing's own words were seen, where they are kept, and what they are.
  private record Seen(Instant at, Optional<CaptureRef> capture, Entry entry) {}

  private Finding of(Source source, EntryState state, PageSeen page) {
    Entry entry = EntryCodec.entry(state);
    PageInput input = input(source, entry, page).withMemory(memories.of(source.id()));
    boolean learns = state.lastVisitAt().isEmpty();
    return switch (learns ? extractor.learnAndExtract(input) : extractor.extract(input)) {
      case Article article when ErrorPages.standsFor(article.content(), entry.title()) ->
          unreadable(
              new Looked(source, state, entry, page),
              new NotAnArticle(
                  article.addresses(),
                  Optional.of(article.content().title()),
                  "a few words about something else",
                  article.published()));
      case Article article ->
          publication(
              new Looked(source, state, entry, page),
              forbidsCopies(page) ? article.notToBeShown() : article);
      case NotAnArticle other -> unreadable(new Looked(source, state, entry, page), other);
      case Refused refused ->
          new Finding.Nothing(CrawlOutcome.REFUSED, refused.reason(), state.document());
    };
  }

  /// A page and the entry that it was fetched for.
  private record Looked(Source source, EntryState state, Entry entry, PageSeen page) {}

  private static boolean forbidsCopies(PageSeen page) {
    return RobotsHeader.forbidsCopies(page.headers().getOrDefault("x-robots-tag", List.of()));
  }

  private Finding publication(Looked looked, Article article) {
    EntryState state = looked.state();
    PageSeen page = looked.page();
    Optional<Address> address = Identity.of(page, article.addresses());
    if (address.isEmpty()) {
      return new Finding.Nothing(CrawlOutcome.REFUSED, "no usable address", state.document());
    }
    Document document =
        assembler.assemble(
            new Assembler.Parts(
                looked.source(),
                looked.entry(),
                Optional.of(article),
                address.get(),
                state,
                page.at(),
                Optional.of(page.capture())));
    boolean home = Identity.addresses(page).contains(document.address().canonical());
    return new Finding.Publication(document, state.versions(), true, reviews(page, document), home);
  }

  /// A page without an article: a stub in place of one that we know, or an entry whose own text
  /// must do.
  private Finding unreadable(Looked looked, NotAnArticle result) {
    String reason = result.reason();
    EntryState state = looked.state();
    Entry entry = looked.entry();
    PageSeen page = looked.page();
    boolean titled = hasTitle(result, entry);
    if (state.document().isPresent() && titled) {
      return new Finding.Nothing(CrawlOutcome.UNCHANGED, "read as: " + reason, state.document());
    }
    boolean textListed = state.document().isEmpty() && hasText(entry);
    if (!textListed && AccessChecks.in(page.body(), page.header("content-type")).isPresent()) {
      // Tried again like any failed fetch: what is behind the check is neither gone nor changed.
      return new Finding.Nothing(CrawlOutcome.FETCH_FAILED, "access_check", state.document());
    }
    if (state.document().isPresent()) {
      return gone(state, page, "replaced by a page without an article (" + reason + ")");
    }
    return hasText(entry) || titled && !entry.summary().isBlank()
        ? listed(
            looked.source(), state, new Seen(page.at(), Optional.of(page.capture()), entry), true)
        : new Finding.Nothing(CrawlOutcome.NOT_AN_ARTICLE, reason, Optional.empty());
  }

  private Finding listed(Source source, EntryState state, Seen seen, boolean merges) {
    Optional<Address> address = Address.of(state.url());
    if (address.isEmpty()) {
      return new Finding.Nothing(CrawlOutcome.REFUSED, "no usable address", Optional.empty());
    }
    Assembler.Parts parts =
        new Assembler.Parts(
            source,
            seen.entry(),
            Optional.empty(),
            address.get(),
            state,
            seen.at(),
            seen.capture());
    return new Finding.Publication(
        assembler.assemble(parts), state.versions(), merges, Optional.empty(), true);
  }

  /// The finding for an entry whose page may not be fetched: its feed's words must do, a summary of
  /// some length too.
  public Finding disallowed(Source source, EntryState state, Instant at, String rule) {
    Entry entry = EntryCodec.entry(state);
    return hasText(entry) || entry.summary().length() >= FULL_TEXT
        ? listed(source, state, new Seen(at, Optional.empty(), entry), true)
        : new Finding.Nothing(CrawlOutcome.DISALLOWED, rule, state.document());
  }

  private static Finding gone(EntryState state, PageSeen page, String how) {
    boolean confirmed = state.goneSince().isPresent();
    return new Finding.Gone(
        state.document(), state.goneSince().orElse(page.at()), confirmed, how, goneAddresses(page));
  }

  /// The front page in place of a page is there, and so is what is kept under its address.
  private static Set<String> goneAddresses(PageSeen page) {
    Set<String> addresses = Identity.addresses(page);
    if (page.landedOnFrontPage() && page.status() < 300) {
      Identity.canonical(page.finalUrl()).ifPresent(addresses::remove);
    }
    return addresses;
  }

  private static Optional<String> gone(PageSeen page) {
    if (page.status() == 404 || page.status() == 410) {
      return Optional.of("http_" + page.status());
    }
    return page.landedOnFrontPage() && page.status() < 300
        ? Optional.of("redirected to the front page")
        : Optional.empty();
  }

  /// Very short news may be taken for a listing; a page that still bears the title of its entry is
  /// that publication all the same.
  private static boolean hasTitle(NotAnArticle page, Entry entry) {
    String wanted = letters(entry.title());
    return !wanted.isEmpty() && page.title().map(PageReader::letters).orElse("").contains(wanted);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static boolean hasText(Entry entry) {
    return entry.content().length() >= FULL_TEXT;
  }

  private static PageInput input(Source source, Entry entry, PageSeen page) {
    return new PageInput(
        page.body(),
        page.header("content-type"),
        Optional.of(page.finalUrl()),
        page.at(),
        source.zone(),
        source.extract(),
        Optional.empty(),
        Optional.of(entry));
  }

  /// Few pages hold reviews: the bytes are looked through before the page is parsed again.
  private static Optional<List<ClaimReview>> reviews(PageSeen page, Document document) {
    String bytes = new String(page.body(), StandardCharsets.ISO_8859_1);
    if (!bytes.contains("ClaimReview")) {
      return Optional.of(List.of());
    }
    String html =
        Charsets.decode(page.body(), page.header("content-type"), Charsets.Kind.HTML).text();
    return Optional.of(
        ClaimReviews.page(html, document.address().canonical(), page.at()).reviews());
  }
}
