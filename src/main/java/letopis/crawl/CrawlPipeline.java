package letopis.crawl;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Intake;
import letopis.crawl.look.LookLedger;
import letopis.crawl.page.PageReader;
import letopis.crawl.visit.CrawlParts;
import letopis.crawl.visit.PageVisits;
import letopis.crawl.visit.Replay;
import letopis.crawl.visit.WaitingLines;
import letopis.index.state.Leases;
import letopis.index.state.SourceState;
import letopis.index.state.Versioned;
import letopis.sources.Source;

/// The whole write path of one process: looks at sources and visits to pages, shared with other
/// processes of the same archive by rights to hosts, and safe against the end of this process or of
/// Elasticsearch at any point.
public final class CrawlPipeline implements AutoCloseable {
  /// How long what was left by a dead process may keep a new one from crawling.
  private static final Duration INHERITANCE = Duration.ofMinutes(1);

  /// For so long what is known of the sources is taken to be all: every tick of a schedule would
  /// read it again otherwise. What another process has done since shows when a source is taken up.
  private static final Duration KNOWN = Duration.ofSeconds(20);

  private static final Duration AGAIN = Duration.ofMillis(200);

  private final CrawlParts parts;
  private final Map<String, Source> sources;
  private final Filing filing;
  private final Replay replay;
  private final HostRights rights;
  private final LookLedger ledger;
  private final Absence absence = new Absence(HostRights.LASTS);
  private final Absence absenceOfStates = new Absence(HostRights.LASTS);
  private final SourceRun run;

  /// The last known states, for when Elasticsearch is away.
  private final Map<String, Versioned<SourceState>> remembered = new ConcurrentHashMap<>();

  /// When all of them were read, on the clock of [System#nanoTime].
  private volatile long readAt = System.nanoTime() - KNOWN.toNanos();

  /// A pipeline for these sources. What earlier processes left unfinished is finished first.
  public CrawlPipeline(CrawlParts parts, List<Source> sources) throws IOException {
    this.parts = parts;
    this.sources =
        sources.stream().collect(Collectors.toUnmodifiableMap(Source::id, Function.identity()));
    this.filing = new Filing(new Intake(parts.indices()), parts.indices());
    PageReader reader = PageReader.of(parts.settings().schedule());
    PageVisits visits = new PageVisits(parts, filing, reader);
    this.ledger = new LookLedger(parts.indices(), filing);
    this.run = new SourceRun(parts, visits, filing, ledger);
    this.replay = new Replay(parts, new WaitingLines(parts, reader), filing, this.sources);
    replay.start(INHERITANCE);
    Set<String> dead = parts.journal().dead();
    this.rights =
        new HostRights(
            new Leases(parts.indices(), parts.owner(), dead, parts.clock()),
            () -> settled() && ledger.settled(),
            absence);
  }

  /// When a source is to be crawled.
  public enum When {
    /// If a look at its list or a visit to one of its pages is due.
    DUE,
    /// Now.
    NOW,
    /// Now, with every listed page, whether or not it is due.
    ALL
  }

  /// Whether something of these sources is due; those of which nothing is known are.
  ///
  /// @return their ids
  public List<String> due() {
    Map<String, Versioned<SourceState>> known = known();
    Instant now = parts.clock().instant();
    return sources.keySet().stream()
        .filter(id -> !known.containsKey(id) || due(known.get(id).value(), now))
        .toList();
  }

  /// Crawls one source until nothing of it is due, unless another process is at it.
  ///
  /// @param goOn false when it is to end early
  /// @return false when another process holds the right to its host
  public boolean crawl(Source source, When when, BooleanSupplier goOn) throws InterruptedException {
    String host = host(source);
    while (true) {
      if (rights.take(host, filing::lost)) {
        try {
          if (crawlWithRight(source, when, () -> goOn.getAsBoolean() && rights.has(host))) {
            return true;
          }
        } finally {
          rights.giveBack(host);
        }
      } else if (!absence.isRefusing()) {
        return false;
      }
      // Elasticsearch is there and says no for the moment. What is due is tried again anyway.
      if (when == When.DUE || !goOn.getAsBoolean()) {
        return false;
      }
      Thread.sleep(AGAIN);
    }
  }

  /// Waits until what was left in the journal is filed, or the time is up.
  ///
  /// @return whether all is filed
  public boolean settle(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!settled() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    return settled();
  }

  /// Whether nothing waits in the journal to be filed.
  public boolean settled() {
    return !filing.away() && !parts.journal().hasLeft();
  }

  /// Ends cleanly: what is in hand is filed, what cannot be stays in the journal.
  @Override
  public void close() throws IOException {
    replay.close();
    filing.close();
    rights.close();
    parts.journal().close();
  }

  /// @return false when it cannot be known now what other crawlers have done
  private boolean crawlWithRight(Source source, When when, BooleanSupplier goOn)
      throws InterruptedException {
    Optional<Versioned<SourceState>> current = current(source);
    if (current.isEmpty()) {
      return false;
    }
    Versioned<SourceState> state = current.get();
    Instant now = parts.clock().instant();
    boolean look = when != When.DUE || state.value().cadence().due(now);
    if (!look && !due(state.value(), now)) {
      remembered.put(source.id(), state);
      return true;
    }
    SourceRun.Left left = run.run(source, state, new SourceRun.Turn(look, when == When.ALL, goOn));
    remembered.put(source.id(), left.state());
    while (left.more() && goOn.getAsBoolean()) {
      boolean again = left.state().value().cadence().due(parts.clock().instant());
      left = run.run(source, left.state(), new SourceRun.Turn(again, false, goOn));
      remembered.put(source.id(), left.state());
    }
    return true;
  }

  /// The state as it is now: another process may have polled since we decided to.
  private Optional<Versioned<SourceState>> current(Source source) {
    Versioned<SourceState> last = remembered.get(source.id());
    if (last != null && ledger.isAhead()) {
      return Optional.of(last);
    }
    Versioned<SourceState> fresh = Versioned.fresh(SourceRun.fresh(source, parts));
    try {
      Optional<Versioned<SourceState>> read = ledger.begin(source.id());
      absenceOfStates.isOver();
      return Optional.of(read.orElse(fresh));
    } catch (IOException e) {
      filing.lost(e);
      return absenceOfStates.is(e) ? Optional.of(last == null ? fresh : last) : Optional.empty();
    }
  }

  private Map<String, Versioned<SourceState>> known() {
    long now = System.nanoTime();
    boolean fresh = ledger.settled() && now - readAt < KNOWN.toNanos();
    if (fresh || ledger.isAhead()) {
      return remembered;
    }
    try {
      remembered.putAll(ledger.read(sources.keySet()));
      readAt = now;
    } catch (IOException e) {
      filing.lost(e);
    }
    return remembered;
  }

  private static boolean due(SourceState state, Instant now) {
    return state.cadence().due(now) || state.isVisitDue(now);
  }

  private static String host(Source source) {
    String host = source.access().address().getAuthority();
    return String.valueOf(host).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
  }
}
