package letopis.crawl.visit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import letopis.archive.WarcArchive;
import letopis.crawl.filing.Filed;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Finding;
import letopis.crawl.page.PageReader;
import letopis.crawl.page.PageSeen;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.report.Visit;
import letopis.crawl.spool.Journal;
import letopis.crawl.spool.JournalLine;
import letopis.document.CaptureRef;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.FetchResult.Disallowed;
import letopis.fetch.FetchResult.Failed;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.FetchResult.NotModified;
import letopis.fetch.Fetcher;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one address through the whole write path: robots.txt and fetch, archive, journal, parse,
/// assemble, file. Every address ends in exactly one outcome.
public final class PageVisits {
  private static final Logger LOG = LoggerFactory.getLogger(PageVisits.class);

  private final Fetcher fetcher;
  private final WarcArchive archive;
  private final Journal journal;
  private final Filing filing;
  private final PageReader reader;
  private final CrawlerSettings settings;
  private final CrawlReport report;
  private final NextLook nextLook;
  private final Clock clock;

  public PageVisits(CrawlParts parts, Filing filing, PageReader reader) {
    this.fetcher = parts.fetcher();
    this.archive = parts.archive();
    this.journal = parts.journal();
    this.settings = parts.settings();
    this.report = parts.report();
    this.clock = parts.clock();
    this.filing = filing;
    this.reader = reader;
    this.nextLook = new NextLook(new RevisitLadder(settings.schedule().revisits()));
  }

  /// Looks at the page of an entry. The only place where a visit is counted.
  ///
  /// @param trusted the site's validators have not been caught lying
  public Visit page(Source source, EntryState state, boolean trusted) throws InterruptedException {
    return counted(source, state, () -> visit(source, state, trusted));
  }

  /// A publication that is whole in its listing.
  ///
  /// @param capture what listed it
  /// @param earlier a wording that it had before, as its platform tells
  public record Post(EntryState state, CaptureRef capture, boolean earlier) {}

  /// Files a publication that is whole in its listing.
  public Visit post(Source source, Post post) throws InterruptedException {
    EntryState state = post.state();
    CaptureRef capture = post.capture();
    return counted(
        source,
        state,
        () -> {
          ObjectNode line = line(source, state);
          line.put("listed", true).set("capture", JournalLine.json(capture));
          line.put("earlier", post.earlier());
          return journaled(
              journal.append(line, capture.length()),
              () -> {
                Finding finding = reader.post(source, state, capture);
                return filing.file(
                    post.earlier()
                        ? Filing.Item.earlier(finding)
                        : nextLook.item(
                            state, NextLook.Look.of(capture.at(), finding, state.validators())));
              });
        });
  }

  /// Notes that a publication is missing from where it was listed.
  public Visit missing(Source source, EntryState state, Instant at) throws InterruptedException {
    return counted(
        source,
        state,
        () -> {
          Finding gone =
              new Finding.Gone(
                  state.document(),
                  state.goneSince().orElse(at),
                  state.goneSince().isPresent(),
                  "missing from its channel",
                  Set.of());
          return filed(state, NextLook.Look.of(at, gone, state.validators()));
        });
  }

  private interface Work {
    Filed run() throws IOException, InterruptedException;
  }

  /// The rim of one address: whatever goes wrong inside becomes its outcome.
  private Visit counted(Source source, EntryState state, Work work) throws InterruptedException {
    Filed filed;
    try {
      filed = work.run();
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      LOG.error("{} of {} broke", state.url(), source.id(), e);
      // Tried again like a failed fetch, not at once and for ever.
      String detail = String.valueOf(e.getMessage());
      Finding broken = new Finding.Nothing(CrawlOutcome.BROKEN, detail, state.document());
      filed = filed(state, NextLook.Look.of(now(), broken, state.validators()));
    }
    Visit visit =
        new Visit(source.id(), state.url(), filed.outcome(), filed.detail(), filed.entry());
    report.count(visit);
    return visit;
  }

  private Filed visit(Source source, EntryState state, boolean trusted)
      throws IOException, InterruptedException {
    FetchResult result = fetcher.fetch(request(state, trusted));
    return switch (result) {
      case Fetched page -> archived(source, state, page);
      case NotModified same -> unchanged(state, same);
      case Disallowed no -> disallowed(source, state, no.rule());
      case Failed failed -> filed(state, failed(state, failed));
    };
  }

  private Filed disallowed(Source source, EntryState state, String rule)
      throws InterruptedException {
    Instant at = now();
    return filed(
        state, NextLook.Look.of(at, reader.disallowed(source, state, at, rule), Validators.NONE));
  }

  private Filed unchanged(EntryState state, NotModified same)
      throws IOException, InterruptedException {
    archive.write(same, state.validators().capture());
    if (nextLook.goesOn(state, same.at())) {
      return new Filed(CrawlOutcome.NOT_MODIFIED, "", state.document(), false);
    }
    return filed(state, NextLook.Look.of(same.at(), unmodified(state), state.validators()));
  }

  /// The state of an entry whose page was found unmodified, for when its source cannot say that all
  /// looks that were due are done.
  public EntryState unmodified(EntryState state, Instant at) {
    Finding nothing = unmodified(state);
    return nextLook.after(
        state,
        NextLook.Look.of(at, nothing, state.validators()),
        Filed.of(CrawlOutcome.NOT_MODIFIED, ""));
  }

  /// Whether a look that found nothing new need not be written down.
  public boolean goesOn(EntryState state, Instant at) {
    return nextLook.goesOn(state, at);
  }

  private static Finding unmodified(EntryState state) {
    return new Finding.Nothing(CrawlOutcome.NOT_MODIFIED, "", state.document());
  }

  private Filed archived(Source source, EntryState state, Fetched page)
      throws IOException, InterruptedException {
    report.countBytes(page.body().length);
    // The line first: a process that dies between the two leaves a capture that is looked for.
    long number = journal.append(line(source, state, page), 0);
    CaptureRef ref = archive.write(page);
    journal.captured(number, JournalLine.json(ref), ref.length());
    return journaled(
        number,
        () -> {
          if (filing.away()) {
            return Filed.of(CrawlOutcome.SPOOLED, "");
          }
          PageSeen seen = PageSeen.of(page, ref);
          Finding finding = reader.read(source, state, seen);
          return filed(
              state,
              new NextLook.Look(seen.at(), finding, seen.validators(state), page.retryAfter()));
        });
  }

  /// Does some work with a line in the journal. The line goes when the work is done or can never be
  /// done, stays for the replay when Elasticsearch is away, and for the next process when we end.
  private Filed journaled(long number, Work work) throws IOException, InterruptedException {
    try {
      Filed filed = work.run();
      if (filed.outcome() == CrawlOutcome.SPOOLED) {
        journal.leave(number);
      } else {
        journal.done(List.of(number));
      }
      return filed;
    } catch (RuntimeException | VirtualMachineError e) {
      // A page that our code cannot read is no reason to wait for; it must not fill the spool.
      journal.done(List.of(number));
      throw e;
    }
  }

  private Filed filed(EntryState state, NextLook.Look look) throws InterruptedException {
    return filing.file(nextLook.item(state, look));
  }

  private FetchRequest request(EntryState state, boolean trusted) {
    FetchRequest request = FetchRequest.of(URI.create(state.url()));
    boolean ask = trusted && state.goneSince().isEmpty() && !unconditional(state);
    return ask
        ? request.unlessStill(state.validators().etag(), state.validators().lastModified())
        : request;
  }

  /// One in so many looks goes without validators, spread over the pages by their ids, so that a
  /// server that answers 304 forever cannot hide an edit for ever.
  private boolean unconditional(EntryState state) {
    long hours = clock.instant().getEpochSecond() / 3600;
    return Math.floorMod(hours + state.id().hashCode(), settings.schedule().unconditionalEvery())
        == 0;
  }

  private NextLook.Look failed(EntryState state, Failed failed) {
    String cause = failed.cause().name().toLowerCase(Locale.ROOT);
    return new NextLook.Look(
        failed.at(),
        new Finding.Nothing(CrawlOutcome.FETCH_FAILED, cause, state.document()),
        state.validators(),
        failed.retryAfter());
  }

  private static ObjectNode line(Source source, EntryState state, Fetched page) {
    ObjectNode line = line(source, state);
    return line.put("url", page.finalUrl().toString()).put("at", page.at().toString());
  }

  private static ObjectNode line(Source source, EntryState state) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("source", source.id());
    line.putPOJO("state", state);
    return line;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
