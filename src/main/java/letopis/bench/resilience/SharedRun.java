package letopis.bench.resilience;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import letopis.bench.resilience.MovingWeb.Served;

/// Lets three crawlers share the sources of one archive, kills one of them at its work, and looks
/// into the web's log: who fetched what, nothing twice, and how soon the dead one's work goes on.
final class SharedRun {
  private static final int CRAWLERS = 3;
  private static final int OUTLETS = 9;
  private static final int PAGES = 180;
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /// Two looks nearer than this are two in one slot.
  private static final Duration SAME_SLOT = INTERVAL.multipliedBy(9).dividedBy(10);

  private static final String VICTIM = "Letopis/1";

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
  /// @param pagesTwice pages fetched more than once, but for the one that the dead crawler was at
  /// @param interrupted hosts at which the dead one was at work when it was killed
  /// @param takenOver the longest time until another crawler went on at one of them
  /// @param differences each is a fault
  record Result(
      Map<String, Integer> looks,
      int twice,
      int pagesTwice,
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
      LetopisProcess victim = processes.getFirst();
      // In the middle of its first pages.
      victim.runsUntil(() -> count(web, VICTIM) >= PAGES / CRAWLERS / 2);
      victim.kill();
      Instant dead = Instant.now();
      Instant end = dead.plus(after);
      processes.getLast().runsUntil(() -> Instant.now().isAfter(end));
      return look(web, dead);
    } finally {
      processes.forEach(LetopisProcess::close);
    }
  }

  private static long count(MovingWeb web, String agent) {
    return web.served().stream().filter(answer -> answer.agent().equals(agent)).count();
  }

  private Result look(MovingWeb web, Instant dead) {
    List<Served> served = web.served();
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
      Optional<Duration> gap = takenOver(here, dead);
      if (atWork(here, dead)) {
        interrupted++;
        if (gap.isEmpty()) {
          differences.add(host + " was not taken over");
        }
      }
      longest = gap.filter(longestSoFar(longest)).orElse(longest);
    }
    int pagesTwice = pagesTwice(served, dead);
    if (twice > 0 || pagesTwice > 0) {
      differences.add("fetched twice: feeds " + twice + ", pages " + pagesTwice);
    }
    if (longest.compareTo(INTERVAL) > 0) {
      differences.add("taken over only after " + longest.toSeconds() + " s");
    }
    return new Result(looks, twice, pagesTwice, interrupted, longest, List.copyOf(differences));
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
  private static boolean atWork(List<Served> here, Instant dead) {
    List<Served> before = here.stream().filter(answer -> answer.at().isBefore(dead)).toList();
    long pages = before.stream().filter(answer -> answer.version() > 0).count();
    return !before.isEmpty() && before.getLast().agent().equals(VICTIM) && pages < PAGES / OUTLETS;
  }

  /// How long after its death somebody else asked a host that the victim was the last to ask.
  private static Optional<Duration> takenOver(List<Served> here, Instant dead) {
    if (!atWork(here, dead)) {
      return Optional.empty();
    }
    return here.stream()
        .filter(answer -> answer.at().isAfter(dead) && !answer.agent().equals(VICTIM))
        .findFirst()
        .map(answer -> Duration.between(dead, answer.at()));
  }

  /// The answer that the victim was just given may have been lost with it.
  private static int pagesTwice(List<Served> served, Instant dead) {
    Map<String, Integer> times = new HashMap<>();
    for (Served answer : served) {
      boolean lastWords =
          answer.agent().equals(VICTIM) && answer.at().isAfter(dead.minus(Duration.ofSeconds(2)));
      if (answer.version() > 0 && !lastWords) {
        times.merge(answer.url(), 1, Integer::sum);
      }
    }
    return (int) times.values().stream().filter(count -> count > 1).count();
  }
}
