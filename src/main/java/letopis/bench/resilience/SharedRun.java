package letopis.bench.resilience;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import letopis.bench.resilience.MovingWeb.Served;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.index.state.Versioned;

/// Lets three crawlers share the sources of one archive, kills one of them at its work, and looks
/// into the web's log: who fetched what, nothing twice, and how soon the dead one's work goes on.
final class SharedRun {
  private static final int CRAWLERS = 3;
  private static final int OUTLETS = 9;
  private static final int PAGES = 180;
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /// Two looks nearer than this are two in one slot.
  private static final Duration SAME_SLOT = INTERVAL.multipliedBy(9).dividedBy(10);

  /// Requests after which a crawler is in the middle of its first pages.
  private static final int WELL_INTO = PAGES / CRAWLERS / 2;

  /// What the dead crawler had sent to Elasticsearch has arrived, and no right of its has ended.
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

  /// A look is dated by its begin, before its turn at the host came.
  private static final Duration ANSWERING = Duration.ofSeconds(20);

  private final Path folder;
  private final Duration after;

  /// @param folder empty or absent
  /// @param after how long the others go on when one is dead
  SharedRun(Path folder, Duration after) {
    this.folder = folder;
    this.after = after;
  }

  /// What the web saw.
  ///
  /// @param looks at feeds, by crawler
  /// @param twice looks at one feed less than nine tenths of its interval apart
  /// @param pagesTwice pages fetched more than once, but for what the dead crawler could not note
  /// @param lost answers to the dead crawler that it did not live to note; asked for again
  /// @param interrupted hosts at which the dead one was at work when it was killed
  /// @param takenOver the longest time until another crawler went on at one of them
  /// @param differences each is a fault
  record Result(
      Map<String, Integer> looks,
      int twice,
      int pagesTwice,
      int lost,
      int interrupted,
      Duration takenOver,
      List<String> differences) {}

  Result run() throws IOException, InterruptedException {
    List<LetopisProcess> processes = new ArrayList<>();
    try (OwnNode node = OwnNode.start(folder.resolve("node"));
        MovingWeb web = new MovingWeb(OUTLETS, Duration.ofMillis(20))) {
      for (int i = 0; i < PAGES; i++) {
        web.publish(i % OUTLETS);
      }
      for (int i = 1; i <= CRAWLERS; i++) {
        CrawlFolder crawler =
            new CrawlFolder(folder.resolve("crawler-" + i), Integer.toString(i), "1s", "64m");
        processes.add(
            LetopisProcess.start(
                crawler.arguments(web.feeds(), node.connection().address()),
                crawler.log(),
                node.credentials()));
      }
      // Whoever is there first: which of them takes which source is chance.
      processes.getFirst().runsUntil(() -> wellIntoItsPages(web).isPresent());
      int victim = wellIntoItsPages(web).orElseThrow();
      processes.get(victim - 1).kill();
      Death death = new Death(agent(victim), Instant.now());
      LetopisProcess survivor = processes.get(victim % CRAWLERS);
      survivor.runsUntil(() -> Instant.now().isAfter(death.at().plus(ON_ITS_WAY)));
      Set<Served> lost = lost(web, death.agent(), new Indices(node.connection(), "letopis"));
      survivor.runsUntil(() -> Instant.now().isAfter(death.at().plus(after)));
      return look(web, death, lost);
    } finally {
      processes.forEach(LetopisProcess::close);
    }
  }

  /// @param agent of the crawler that was killed
  private record Death(String agent, Instant at) {}

  private static String agent(int crawler) {
    return "Letopis/" + crawler;
  }

  /// The first crawler, counted from 1, that is in the middle of its first pages.
  private static Optional<Integer> wellIntoItsPages(MovingWeb web) {
    return IntStream.rangeClosed(1, CRAWLERS)
        .boxed()
        .filter(crawler -> count(web, agent(crawler)) >= WELL_INTO)
        .findFirst();
  }

  private static long count(MovingWeb web, String agent) {
    return web.served().stream().filter(answer -> answer.agent().equals(agent)).count();
  }

  /// The answers that the dead crawler was given and did not live to note: nobody can know of them,
  /// so that they are asked for again.
  private static Set<Served> lost(MovingWeb web, String victim, Indices indices)
      throws IOException {
    List<Served> given = web.served().stream().filter(at -> at.agent().equals(victim)).toList();
    Map<String, EntryState> pages =
        new EntryStates(indices)
            .getAll(given.stream().map(at -> DocumentId.of(at.url())).distinct().toList());
    List<String> ids = IntStream.rangeClosed(1, OUTLETS).mapToObj(i -> "outlet-" + i).toList();
    Map<String, Versioned<SourceState>> sources = new SourceStates(indices).getAll(ids);
    Set<Served> lost = new HashSet<>();
    for (Served answer : given) {
      Optional<Instant> noted;
      if (answer.isFeed()) {
        String id = "outlet-" + (web.feeds().indexOf(URI.create(answer.url())) + 1);
        noted =
            Optional.ofNullable(sources.get(id)).flatMap(at -> at.value().cadence().lastPollAt());
      } else {
        noted =
            Optional.ofNullable(pages.get(DocumentId.of(answer.url())))
                .flatMap(EntryState::lastVisitAt);
      }
      if (noted.filter(at -> at.isAfter(answer.at().minus(ANSWERING))).isEmpty()) {
        lost.add(answer);
      }
    }
    return lost;
  }

  private Result look(MovingWeb web, Death death, Set<Served> lost) {
    List<Served> served = web.served().stream().filter(at -> !lost.contains(at)).toList();
    Map<String, Integer> looks = new TreeMap<>();
    served.stream()
        .filter(Served::isFeed)
        .forEach(answer -> looks.merge(answer.agent(), 1, Integer::sum));
    int twice = 0;
    Duration longest = Duration.ZERO;
    int interrupted = 0;
    List<String> differences = new ArrayList<>();
    for (URI feed : web.feeds()) {
      String host = feed.getAuthority();
      List<Served> here = served.stream().filter(at -> at.url().contains(host)).toList();
      twice += twice(here);
      List<Served> all = web.served().stream().filter(at -> at.url().contains(host)).toList();
      Optional<Duration> gap = takenOver(all, death);
      if (atWork(all, death)) {
        interrupted++;
        if (gap.isEmpty()) {
          differences.add(host + " was not taken over");
        }
      }
      longest = gap.filter(longestSoFar(longest)).orElse(longest);
    }
    int pagesTwice = pagesTwice(served);
    if (twice > 0 || pagesTwice > 0) {
      differences.add("fetched twice: feeds " + twice + ", pages " + pagesTwice);
    }
    if (longest.compareTo(INTERVAL) > 0) {
      differences.add("taken over only after " + longest.toSeconds() + " s");
    }
    return new Result(
        looks, twice, pagesTwice, lost.size(), interrupted, longest, List.copyOf(differences));
  }

  private static Predicate<Duration> longestSoFar(Duration longest) {
    return gap -> gap.compareTo(longest) > 0;
  }

  private static int twice(List<Served> here) {
    int twice = 0;
    Instant last = Instant.EPOCH;
    for (Served answer : here) {
      if (answer.isFeed()) {
        twice += Duration.between(last, answer.at()).compareTo(SAME_SLOT) < 0 ? 1 : 0;
        last = answer.at();
      }
    }
    return twice;
  }

  /// Whether the victim was the last to ask here, with pages left to fetch.
  private static boolean atWork(List<Served> here, Death death) {
    List<Served> before = here.stream().filter(answer -> answer.at().isBefore(death.at())).toList();
    long pages = before.stream().filter(answer -> answer.version() > 0).count();
    return !before.isEmpty()
        && before.getLast().agent().equals(death.agent())
        && pages < PAGES / OUTLETS;
  }

  /// How long after its death somebody else asked a host that the victim was the last to ask.
  private static Optional<Duration> takenOver(List<Served> here, Death death) {
    if (!atWork(here, death)) {
      return Optional.empty();
    }
    return here.stream()
        .filter(answer -> answer.at().isAfter(death.at()) && !answer.agent().equals(death.agent()))
        .findFirst()
        .map(answer -> Duration.between(death.at(), answer.at()));
  }

  private static int pagesTwice(List<Served> served) {
    Map<String, Integer> times = new HashMap<>();
    for (Served answer : served) {
      if (answer.version() > 0) {
        times.merge(answer.url(), 1, Integer::sum);
      }
    }
    return (int) times.values().stream().filter(count -> count > 1).count();
  }
}
