package letopis.bench.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.index.Indices;

/// Takes Elasticsearch away from a crawler for some time, while the web goes on publishing, and
/// measures what was crawled meanwhile and how long it takes until all of it can be found. When it
/// is absent the crawler starts without it.
final class OutageRun {
  private static final int OUTLETS = 4;
  private static final int FIRST_PAGES = 40;
  private static final Duration LATENCY = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final int MOST = 10_000;

  /// How Elasticsearch is away.
  enum Way {
    /// Its connections are cut.
    CUT,
    /// The process is stopped (SIGSTOP): it takes connections and does not answer.
    FROZEN,
    /// It is not there when the crawler starts.
    ABSENT
  }

  private final Path folder;
  private final Way way;
  private final Duration outage;
  private final Duration pause;

  /// @param folder empty or absent
  /// @param pause between two publications
  OutageRun(Path folder, Way way, Duration outage, Duration pause) {
    this.folder = folder;
    this.way = way;
    this.outage = outage;
    this.pause = pause;
  }

  /// What was measured.
  ///
  /// @param crawled pages fetched while Elasticsearch was away
  /// @param spool by how many bytes the archive grew meanwhile
  /// @param journal bytes of the journal when Elasticsearch came back
  /// @param catchUp from then until all that had been fetched could be found
  /// @param all from then until all that had been published could be found
  record Result(
      Way way,
      Duration outage,
      int crawled,
      long spool,
      long journal,
      Duration catchUp,
      Duration all,
      List<String> differences) {}

  Result run() throws IOException, InterruptedException {
    CrawlFolder crawler = new CrawlFolder(folder.resolve("crawler"), "1", "0s", "64m");
    try (OwnNode node = OwnNode.start(folder.resolve("node"));
        CutProxy proxy = new CutProxy(node.connection().address());
        MovingWeb web = new MovingWeb(OUTLETS, LATENCY)) {
      for (int i = 0; i < FIRST_PAGES; i++) {
        web.publish(i % OUTLETS);
      }
      Indices indices = new Indices(node.connection(), "letopis");
      List<String> arguments = crawler.arguments(web.feeds(), proxy.address());
      if (way == Way.ABSENT) {
        proxy.cut();
      }
      try (LetopisProcess process =
          LetopisProcess.start(arguments, crawler.log(), node.credentials())) {
        if (way != Way.ABSENT) {
          until(process, indices, urls(web));
        }
        return outage(new Parts(crawler, node, proxy, web, indices, process));
      }
    }
  }

  private record Parts(
      CrawlFolder crawler,
      OwnNode node,
      CutProxy proxy,
      MovingWeb web,
      Indices indices,
      LetopisProcess process) {}

  private Result outage(Parts parts) throws IOException, InterruptedException {
    long before = parts.crawler().bytes("archive");
    Instant cut = Instant.now();
    leave(parts);
    publish(parts.web(), parts.process());
    Instant mended = Instant.now();
    comeBack(parts);
    Set<String> fetched = fetched(parts.web(), Instant.EPOCH, mended);
    int crawled = fetched(parts.web(), cut, mended).size();
    long spool = parts.crawler().bytes("archive") - before;
    long journal = parts.crawler().bytes("journal");
    Duration catchUp = until(parts.process(), parts.indices(), fetched);
    until(parts.process(), parts.indices(), urls(parts.web()));
    Duration all = Duration.between(mended, Instant.now());
    parts.process().terminate();
    ArchiveTruth truth =
        ArchiveTruth.read(List.of(parts.crawler().data().resolve("archive")), parts.indices());
    return new Result(
        way,
        Duration.between(cut, mended),
        crawled,
        spool,
        journal,
        catchUp,
        all,
        Differences.of(parts.web(), truth).differences());
  }

  private void leave(Parts parts) throws IOException, InterruptedException {
    switch (way) {
      case CUT, ABSENT -> parts.proxy().cut();
      case FROZEN -> parts.node().freeze();
    }
  }

  private void comeBack(Parts parts) throws IOException, InterruptedException {
    switch (way) {
      case CUT, ABSENT -> parts.proxy().mend();
      case FROZEN -> parts.node().thaw();
    }
  }

  private void publish(MovingWeb web, LetopisProcess process) throws InterruptedException {
    Instant end = Instant.now().plus(outage);
    for (int i = 0; Instant.now().isBefore(end); i++) {
      web.publish(i % OUTLETS);
      Instant next = Instant.now().plus(pause);
      process.runsUntil(() -> !Instant.now().isBefore(next));
    }
  }

  private static Set<String> fetched(MovingWeb web, Instant from, Instant to) {
    return web.served().stream()
        .filter(answer -> answer.version() > 0)
        .filter(answer -> answer.at().isAfter(from) && answer.at().isBefore(to))
        .map(MovingWeb.Served::url)
        .collect(Collectors.toSet());
  }

  private static Set<String> urls(MovingWeb web) {
    return web.pages().stream().map(MovingPage::url).collect(Collectors.toSet());
  }

  /// Waits until all of these can be found.
  ///
  /// @throws IOException when the crawler ends, or they cannot be found in time
  private static Duration until(LetopisProcess process, Indices indices, Set<String> urls)
      throws IOException, InterruptedException {
    Instant begin = Instant.now();
    while (!indexed(indices).containsAll(urls)) {
      Instant next = Instant.now().plus(TICK);
      if (!process.runsUntil(() -> !Instant.now().isBefore(next))) {
        throw new IOException("the crawler ended by itself");
      }
      if (next.isAfter(begin.plus(PATIENCE))) {
        throw new IOException("not all pages can be found after " + PATIENCE);
      }
    }
    return Duration.between(begin, Instant.now());
  }

  private static Set<String> indexed(Indices indices) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", MOST);
    body.putArray("_source").add("canonical_url");
    var answer =
        indices.elasticsearch().request("POST", "/" + indices.documents() + "/_search", body);
    Set<String> urls = new HashSet<>();
    if (answer.ok()) {
      for (JsonNode hit : answer.hits()) {
        urls.add(hit.path("_source").path("canonical_url").asText());
      }
    }
    return urls;
  }
}
