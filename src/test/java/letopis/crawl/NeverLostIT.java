package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import letopis.archive.WarcArchive;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Intake;
import letopis.crawl.page.EntryCodec;
import letopis.crawl.page.PageReader;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.report.Visit;
import letopis.crawl.spool.ArchiveWitness;
import letopis.crawl.spool.Journal;
import letopis.crawl.visit.CrawlParts;
import letopis.crawl.visit.PageVisits;
import letopis.document.DocumentId;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.HttpFetcher;
import letopis.index.Indices;
import letopis.index.state.EntryState;
import letopis.index.state.Leases;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.parse.source.SourceReader;
import letopis.sources.Secrets;
import letopis.sources.Source;
import letopis.support.HostileServer;
import letopis.support.LyingWeb;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is lost when Elasticsearch or the crawler goes away, and nothing is fetched twice by
/// crawlers that share an archive.
class NeverLostIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String TEXT =
      """
      Энергетики вернули свет в три района города после аварии на подстанции, сообщили в компании.
      Без электричества с ночи оставались около четырёх тысяч жителей и две котельные на окраине.
      Причиной стал обрыв кабеля при земляных работах, подрядчику грозит крупный штраф.
      Больницы и насосные станции всё это время работали от резервных источников питания.\
      """;

  private static Indices indices;

  @TempDir Path folder;

  @BeforeAll
  static void makeIndices() {
    indices = TestElasticsearch.freshIndices();
  }

  @Test
  void whatWasFetchedWhileElasticsearchWasAwayIsFiledByTheNextProcess() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/1", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("energy-" + web.server().port(), web.feed());
      fetchWithoutElasticsearch(clock, source, web.url("/a/1").toString());
      assertThat(journals()).isEqualTo(1);

      try (CrawlRig next = new CrawlRig(folder, clock, List.of(source), indices)) {
        assertThat(next.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        var document = next.find(web.url("/a/1")).orElseThrow();
        assertThat(document.content().body()).contains("подстанции");
        assertThat(document.times().firstSeenAt()).isEqualTo(START);
        assertThat(next.report.replayed()).isEqualTo(1);
        next.crawl(source);
        assertThat(next.find(web.url("/a/1")).orElseThrow().lineage().revision()).isEqualTo(1);
      }
      assertThat(journals()).isZero();
    }
  }

  @Test
  void threeCrawlersShareTheSourcesAndFetchNoneTwiceInASlot() throws Exception {
    MovableClock clock = new MovableClock(START);
    List<LyingWeb> webs = new ArrayList<>();
    List<CrawlRig> crawlers = new ArrayList<>();
    try {
      List<Source> sources = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        LyingWeb web = new LyingWeb();
        web.publish("/a/" + i, "Новость " + i, TEXT, START.minusSeconds(600));
        webs.add(web);
        sources.add(CrawlRig.rss("shared-" + web.server().port(), web.feed()));
      }
      for (int i = 0; i < 3; i++) {
        crawlers.add(new CrawlRig(folder.resolve("crawler-" + i), clock, sources, indices));
      }
      for (int slot = 0; slot < 2; slot++) {
        allAtOnce(crawlers, sources);
        clock.forward(Duration.ofMinutes(16));
      }
      for (LyingWeb web : webs) {
        assertThat(web.server().requests())
            .filteredOn(request -> request.target().equals("/feed.xml"))
            .hasSize(2);
      }
      assertThat(crawlers.stream().mapToLong(rig -> rig.report.total(CrawlOutcome.ADDED)).sum())
          .isEqualTo(6);
    } finally {
      for (CrawlRig crawler : crawlers) {
        crawler.close();
      }
      for (LyingWeb web : webs) {
        web.close();
      }
    }
  }

  @Test
  void pagesThatATurnLeftStayDueThoughTheNextLookComesBeforeTheSearchKnowsThem() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/8", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("left-" + web.server().port(), web.feed());
      try (CrawlRig rig = new CrawlRig(folder, clock, List.of(source), indices)) {
        rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> false);
        clock.forward(Duration.ofMinutes(16));
        rig.pipeline.crawl(source, CrawlPipeline.When.NOW, () -> false);
        rig.crawlDue(source);
        assertThat(rig.find(web.url("/a/8"))).isPresent();
      }
    }
  }

  @Test
  void pagesThatAProcessLookedUpAndDidNotLiveToVisitAreDueForTheNext() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/7", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("half-" + web.server().port(), web.feed());
      List<Source> sources = List.of(source);
      try (CrawlRig first = new CrawlRig(folder.resolve("first"), clock, sources, indices);
          CrawlRig next = new CrawlRig(folder.resolve("next"), clock, sources, indices)) {
        first.pipeline.crawl(source, CrawlPipeline.When.DUE, () -> false);
        assertThat(first.find(web.url("/a/7"))).isEmpty();
        assertThat(next.pipeline.due()).containsExactly(source.id());
        next.crawlDue(source);
        assertThat(next.find(web.url("/a/7"))).isPresent();
        assertThat(web.server().requests())
            .filteredOn(request -> request.target().equals("/feed.xml"))
            .as("by the pages, not by another look")
            .hasSize(1);
      }
    }
  }

  @Test
  void whatAnotherProcessHasPolledIsNoticedWhenItIsTakenUp() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/1", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("seen-" + web.server().port(), web.feed());
      try (CrawlRig one = new CrawlRig(folder.resolve("one"), clock, List.of(source), indices);
          CrawlRig two = new CrawlRig(folder.resolve("two"), clock, List.of(source), indices)) {
        assertThat(two.pipeline.due()).containsExactly(source.id());
        one.crawl(source);
        two.crawlDue(source);
        assertThat(two.report.total()).isZero();
        assertThat(two.pipeline.due()).isEmpty();
        clock.forward(Duration.ofMinutes(16));
        assertThat(two.pipeline.due()).containsExactly(source.id());
      }
    }
  }

  @Test
  void theRightsOfADeadProcessAreTakenOverWithinAMinute() throws Exception {
    MovableClock clock = new MovableClock(START);
    Leases dead = new Leases(indices, "dead", clock);
    Leases alive = new Leases(indices, "alive", clock);
    Leases.Lease lost = dead.acquire("t.me", HostRights.LASTS).orElseThrow();
    assertThat(alive.acquire("t.me", HostRights.LASTS)).isEmpty();
    clock.forward(HostRights.LASTS.minusSeconds(1));
    assertThat(alive.acquire("t.me", HostRights.LASTS)).isEmpty();
    clock.forward(Duration.ofSeconds(1));
    assertThat(alive.acquire("t.me", HostRights.LASTS)).isPresent();
    assertThat(dead.renew(lost, HostRights.LASTS)).as("the dead one comes back").isEmpty();
    dead.release(lost);
    assertThat(new Leases(indices, "third", clock).acquire("t.me", HostRights.LASTS)).isEmpty();
  }

  @Test
  void aRightWhoseRenewalWasNotAnsweredIsStillOurs() throws Exception {
    Leases ours = new Leases(indices, "ours", new MovableClock(START));
    Leases.Lease before = ours.acquire("ok.ru", HostRights.LASTS).orElseThrow();
    ours.renew(before, HostRights.LASTS).orElseThrow();
    assertThat(ours.renew(before, HostRights.LASTS)).as("with the version of before").isPresent();

    Leases.Lease last = ours.acquire("ok.ru", HostRights.LASTS).orElseThrow();
    ours.release(last);
    assertThat(ours.renew(last, HostRights.LASTS)).as("given back").isEmpty();
  }

  @Test
  void theRightsOfAProcessThatIsKnownToBeDeadAreFreeAtOnce() throws Exception {
    MovableClock clock = new MovableClock(START);
    new Leases(indices, "killed", clock).acquire("vk.com", HostRights.LASTS).orElseThrow();
    Leases heir = new Leases(indices, "heir", Set.of("killed"), clock);
    assertThat(heir.acquire("vk.com", HostRights.LASTS)).isPresent();
  }

  /// Seen once in 50 kills: the capture was in the archive, and the journal did not name it yet.
  @Test
  void aCaptureKeptJustBeforeTheEndOfItsProcessIsFound() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/5", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("between-" + web.server().port(), web.feed());
      fetchWithoutElasticsearch(clock, source, web.url("/a/5").toString());
      Path journal;
      try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
        journal = files.findFirst().orElseThrow();
      }
      List<String> lines = Files.readAllLines(journal);
      assertThat(lines.getLast()).contains("\"capture\"");
      Files.write(journal, lines.subList(0, lines.size() - 1));
      try (CrawlRig next = new CrawlRig(folder, clock, List.of(source), indices)) {
        assertThat(next.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        assertThat(next.find(web.url("/a/5")).orElseThrow().capture()).isPresent();
      }
    }
  }

  @Test
  void aLineThatCannotBeReadKeepsNothingElseWaiting() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/3", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("poison-" + web.server().port(), web.feed());
      Files.createDirectories(folder.resolve("journal"));
      Files.writeString(
          folder.resolve("journal").resolve("dead.jsonl"),
          """
          {"source":"%s","listed":false,"capture":{"at":"no time"},"state":{"id":"x"},"n":1,"weight":5}
          """
              .formatted(source.id()));
      fetchWithoutElasticsearch(clock, source, web.url("/a/3").toString());
      try (CrawlRig next = new CrawlRig(folder, clock, List.of(source), indices)) {
        assertThat(next.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        assertThat(next.find(web.url("/a/3"))).isPresent();
      }
      assertThat(journals()).isZero();
    }
  }

  // Fetched, edited and deleted, all without Elasticsearch: each look goes on from the one before.
  @Test
  void looksAtOnePageThatWaitedAreFiledOneAfterTheOther() throws Exception {
    MovableClock clock = new MovableClock(START);
    try (LyingWeb web = new LyingWeb()) {
      web.publish("/a/4", "Свет вернули", TEXT, START.minusSeconds(600));
      Source source = CrawlRig.rss("waited-" + web.server().port(), web.feed());
      String url = web.url("/a/4").toString();
      fetchWithoutElasticsearch(clock, source, url);
      clock.forward(Duration.ofMinutes(5));
      web.editSilently("/a/4", "Свет вернули не всем", TEXT.replace("три района", "два района"));
      fetchWithoutElasticsearch(clock, source, url);
      for (int look = 0; look < 2; look++) {
        clock.forward(Duration.ofMinutes(5));
        web.delete("/a/4", "410 Gone");
        fetchWithoutElasticsearch(clock, source, url);
      }
      try (CrawlRig next = new CrawlRig(folder, clock, List.of(source), indices)) {
        assertThat(next.pipeline.settle(Duration.ofSeconds(60))).isTrue();
        var document = next.find(web.url("/a/4")).orElseThrow();
        assertThat(document.lineage().revision()).isEqualTo(2);
        assertThat(document.times().firstSeenAt()).isEqualTo(START);
        assertThat(document.times().removedAt()).contains(START.plus(Duration.ofMinutes(10)));
      }
    }
  }

  @Test
  void afterARestartTheArchivesCopyOfAnUnreachableRobotsTxtCounts() throws Exception {
    try (LyingWeb web = new LyingWeb();
        WarcArchive archive =
            WarcArchive.open(folder.resolve("warc"), 1 << 24, "test", Clock.systemUTC())) {
      web.publish("/private/1", "Свет вернули", TEXT, START);
      var robots = "User-agent: *\nDisallow: /private".getBytes(StandardCharsets.UTF_8);
      web.server().on("/robots.txt", HostileServer.answer("200 OK", Map.of(), robots));
      FetchRequest request = FetchRequest.of(web.url("/private/1"));
      for (String status : List.of("200 OK", "503 Service Unavailable")) {
        if (!status.startsWith("200")) {
          web.server().on("/robots.txt", HostileServer.answer(status, Map.of(), new byte[0]));
        }
        try (HttpFetcher fetcher =
            new HttpFetcher(CrawlRig.settings(), Clock.systemUTC(), new ArchiveWitness(archive))) {
          assertThat(fetcher.fetch(request))
              .isInstanceOfSatisfying(
                  FetchResult.Disallowed.class,
                  no -> assertThat(no.rule()).contains("Disallow: /private"));
          assertThat(fetcher.fetch(FetchRequest.of(web.feed())))
              .isInstanceOf(FetchResult.Fetched.class);
        }
      }
    }
  }

  private static void allAtOnce(List<CrawlRig> crawlers, List<Source> sources) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> turns = new ArrayList<>();
      for (CrawlRig crawler : crawlers) {
        for (Source source : sources) {
          turns.add(() -> crawler.pipeline.crawl(source, CrawlPipeline.When.DUE, () -> true));
        }
      }
      for (var turn : threads.invokeAll(turns)) {
        turn.get();
      }
    }
  }

  /// A process that archives a page, cannot reach Elasticsearch, and ends.
  private void fetchWithoutElasticsearch(Clock clock, Source source, String url) throws Exception {
    try (WarcArchive archive = WarcArchive.open(folder.resolve("warc"), 1 << 24, "test", clock);
        HttpFetcher fetcher = new HttpFetcher(CrawlRig.settings(), Clock.systemUTC());
        Journal journal = Journal.open(folder.resolve("journal"), 1 << 26);
        Filing filing = new Filing(new Intake(indices), indices)) {
      CrawlParts parts =
          new CrawlParts(
              "first",
              request -> ClockedResult.at(clock.instant(), fetcher.fetch(request)),
              archive,
              journal,
              new SourceReader(10),
              indices,
              CrawlRig.settings(),
              new Secrets(Optional.empty()),
              new CrawlReport(new SimpleMeterRegistry()),
              clock);
      filing.lost(new IOException("cut off"));
      Visit visit =
          new PageVisits(parts, filing, PageReader.of(parts.settings().schedule()))
              .page(source, state(source, url), true);
      assertThat(visit.outcome()).isEqualTo(CrawlOutcome.SPOOLED);
    }
  }

  private static EntryState state(Source source, String url) {
    Entry entry = Entry.bare(url, Optional.of(url), "Свет вернули");
    return new EntryState(
        DocumentId.of(url),
        source.id(),
        url,
        Optional.empty(),
        Validators.NONE,
        START,
        Optional.empty(),
        Optional.empty(),
        START,
        Optional.of(START),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        EntryCodec.toJson(entry));
  }

  private long journals() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
      return files.count();
    }
  }
}
