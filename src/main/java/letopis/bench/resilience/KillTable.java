package letopis.bench.resilience;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;

/// Kills a crawling process again and again at random moments, while the web that it crawls
/// publishes, edits and deletes; then lets it finish and compares.
public final class KillTable {
  private static final int OUTLETS = 5;
  private static final int FIRST_PAGES = 12;
  private static final int MOST_PAGES = 200;
  private static final Duration LATENCY = Duration.ofMillis(60);
  private static final Duration STARTING = Duration.ofSeconds(5);

  /// What is killed where Elasticsearch is the crawler's own.
  private static final List<String> WHAT = List.of("node", "both", "crawler");

  /// Looks at everything after the last kill: a page is removed when two looks find it gone.
  private static final int LAST_LOOKS = 3;

  private final Path folder;
  private final SplittableRandom random;
  private final Map<String, Integer> killed = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int runs;

  /// @param folder for the data of the killed process; empty at first
  /// @param seed of what is random, except the moments themselves
  public KillTable(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /// What became of it.
  ///
  /// @param runs processes started
  /// @param killed how often, by what was killed
  /// @param differences between the web and the archive, and runs that failed by themselves; none
  ///     is how it must be
  public record Result(
      int runs,
      Map<String, Integer> killed,
      int pages,
      int revisions,
      int removed,
      int unseen,
      List<String> differences) {}

  /// Kills only the crawler; Elasticsearch is another process's.
  public Result killCrawler(int kills, Elasticsearch elasticsearch, Credentials user)
      throws IOException, InterruptedException {
    try (MovingWeb web = web()) {
      Editor editor = new Editor(web, random.split(), MOST_PAGES);
      List<String> arguments =
          arguments(web, List.of("--elasticsearch", elasticsearch.address().toString()));
      while (count() < kills) {
        try (LetopisProcess process = start(arguments, user)) {
          if (process.runsUntil(moment(web))) {
            process.kill();
            killed.merge("crawler", 1, Integer::sum);
          } else {
            check(process.end(), false);
          }
        }
      }
      editor.stop();
      finish(arguments, user);
      return compare(web, elasticsearch);
    }
  }

  /// Kills the crawler, the Elasticsearch that it runs itself, or both.
  public Result killNode(int kills) throws IOException, InterruptedException {
    try (MovingWeb web = web()) {
      Editor editor = new Editor(web, random.split(), MOST_PAGES);
      List<String> arguments = arguments(web, List.of());
      boolean cutOff = false;
      while (count() < kills) {
        try (LetopisProcess process = start(arguments, new Credentials.None())) {
          if (process.runsUntil(moment(web))) {
            kill(process, WHAT.get(count() % WHAT.size()));
            // It may say that it failed: its Elasticsearch was taken from it.
            cutOff = true;
          }
          if (!process.runsUntil(() -> false)) {
            check(process.end(), cutOff);
          }
        }
      }
      editor.stop();
      finish(arguments, new Credentials.None());
      try (OwnNode node = OwnNode.start(folder)) {
        return compare(web, node.connection());
      }
    } finally {
      OwnNode.killOrphan(folder);
    }
  }

  private MovingWeb web() throws IOException {
    MovingWeb web = new MovingWeb(OUTLETS, LATENCY);
    for (int i = 0; i < OUTLETS * FIRST_PAGES; i++) {
      web.publish(i % OUTLETS);
    }
    return web;
  }

  private List<String> arguments(MovingWeb web, List<String> more) throws IOException {
    Path seeds = folder.resolve("seeds.txt");
    Files.createDirectories(folder);
    Files.writeString(
        seeds, web.feeds().stream().map(URI::toString).collect(Collectors.joining("\n")));
    List<String> arguments = new ArrayList<>(List.of("bench", "crawl", "--seeds"));
    arguments.addAll(List.of(seeds.toString(), "--data", folder.toString()));
    arguments.addAll(more);
    return arguments;
  }

  private LetopisProcess start(List<String> arguments, Credentials user) throws IOException {
    runs++;
    return LetopisProcess.start(arguments, log(), user);
  }

  private Path log() {
    return folder.resolve("crawler.log");
  }

  /// Of four kills three come after some number of answers, when the line is full of work, and one
  /// at any time, such as while it starts and files what the one before left.
  private BooleanSupplier moment(MovingWeb web) {
    if (random.nextInt(4) == 0) {
      long at = System.nanoTime() + random.nextLong(STARTING.toNanos());
      return () -> System.nanoTime() > at;
    }
    long answers = web.answers() + 1 + random.nextInt(MOST_PAGES);
    return () -> web.answers() >= answers;
  }

  /// Kills one of the three in turn, so that each has its share however few kills there are.
  private void kill(LetopisProcess process, String what) throws InterruptedException {
    if (!what.equals("node")) {
      process.kill();
    }
    if (!what.equals("crawler")) {
      OwnNode.killOrphan(folder);
    }
    killed.merge(what, 1, Integer::sum);
  }

  private int count() {
    return killed.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void check(int exit, boolean mayFail) {
    if (exit != 0 && !mayFail) {
      failures.add("run " + runs + " ended by itself with exit code " + exit);
    }
  }

  private void finish(List<String> arguments, Credentials user)
      throws IOException, InterruptedException {
    for (int i = 0; i < LAST_LOOKS; i++) {
      try (LetopisProcess process = start(arguments, user)) {
        check(process.end(), false);
      }
    }
  }

  private Result compare(MovingWeb web, Elasticsearch elasticsearch) throws IOException {
    ArchiveTruth truth =
        ArchiveTruth.read(
            List.of(folder.resolve("archive")), new Indices(elasticsearch, "letopis"));
    Differences.Result result = Differences.of(web, truth);
    List<String> differences = new ArrayList<>(failures);
    differences.addAll(result.differences());
    try (Stream<Path> left = Files.list(folder.resolve("journal"))) {
      left.sorted(Comparator.naturalOrder())
          .forEach(file -> differences.add("left in the journal: " + file.getFileName()));
    }
    return new Result(
        runs,
        Map.copyOf(killed),
        result.pages(),
        result.revisions(),
        result.removed(),
        result.unseen(),
        List.copyOf(differences));
  }
}
