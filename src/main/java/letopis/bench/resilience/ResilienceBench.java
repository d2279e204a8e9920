package letopis.bench.resilience;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import letopis.app.CommandFailure;
import letopis.sources.Quantities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench resilience`: kills real processes and compares what is left with what must be there.
@Command(
    name = "resilience",
    mixinStandardHelpOptions = true,
    description = {
      "Kills a crawl again and again, and checks that nothing was lost or " + "doubled.",
      "Crawls a web of its own, whose pages appear, change and vanish "
          + "meanwhile, and kills the crawler, or its Elasticsearch, or both (kill "
          + "-9) at random moments. Afterwards every page must be there once, with "
          + "exactly the versions that were captured, and removed if it is gone. Ends "
          + "with 1 at any difference. Works in an empty folder of its own and leaves "
          + "it behind."
    })
public final class ResilienceBench implements Callable<Integer> {
  private static final int MOST_LINES = 40;
  private static final Duration PUBLICATIONS = Duration.ofMillis(500);
  private static final Duration AFTER_DEATH = Duration.ofSeconds(150);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "An empty or absent folder.")
  private Path data = Path.of("resilience");

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "50",
      description = "Of the crawler alone, Elasticsearch living on (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--node-kills",
      paramLabel = "N",
      defaultValue = "4",
      description = "Of crawler, own Elasticsearch or both (default: ${DEFAULT-VALUE}).")
  private int nodeKills;

  @Option(
      names = "--outage",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Elasticsearch away for so long, such as 10m (default: not at all).")
  private String outage = "0s";

  @Option(
      names = "--outage-ways",
      split = ",",
      paramLabel = "WAY",
      defaultValue = "cut",
      description =
          "How it is away: cut (no connection), frozen (it is stopped and takes connections without"
              + " answering), absent (from the start of the crawler on), one run each"
              + " (default: ${DEFAULT-VALUE}).")
  private List<String> ways = List.of();

  @Option(
      names = "--shared",
      description = "Three crawlers share the sources; one is killed (takes four minutes).")
  private boolean shared;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.isDirectory(data) && data.toFile().list().length > 0) {
      throw CommandFailure.wrongUsage(data + " is not empty");
    }
    boolean good = true;
    if (kills > 0) {
      try (OwnNode node = OwnNode.start(data.resolve("node"))) {
        good &=
            print(
                new KillTable(data.resolve("killed"), seed)
                    .killCrawler(kills, node.connection(), node.credentials()));
      }
    }
    if (nodeKills > 0) {
      good &= print(new KillTable(data.resolve("killed-with-node"), seed).killNode(nodeKills));
    }
    Duration away = away();
    if (away.isPositive()) {
      for (OutageRun.Way way : ways()) {
        Path folder = data.resolve("outage-" + way.name().toLowerCase(Locale.ROOT));
        good &= print(new OutageRun(folder, way, away, PUBLICATIONS).run());
      }
    }
    if (shared) {
      good &= print(new SharedRun(data.resolve("shared"), AFTER_DEATH).run());
    }
    return good ? 0 : 1;
  }

  private List<OutageRun.Way> ways() {
    try {
      return ways.stream().map(way -> OutageRun.Way.valueOf(way.toUpperCase(Locale.ROOT))).toList();
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage("--outage-ways: cut, frozen or absent");
    }
  }

  private Duration away() {
    try {
      return Quantities.duration(outage, Duration.ZERO);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage("--outage: " + e.getMessage());
    }
  }

  private boolean print(OutageRun.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Elasticsearch %s for %d s: pages crawled meanwhile %d, archive grew by %d bytes, journal"
            + " %d bytes%nfound again: all that was crawled after %.1f s, all that was published"
            + " after %.1f s%n",
        result.way().name().toLowerCase(Locale.ROOT),
        result.outage().toSeconds(),
        result.crawled(),
        result.spool(),
        result.journal(),
        result.catchUp().toMillis() / 1e3,
        result.all().toMillis() / 1e3);
    return print(result.differences());
  }

  private boolean print(SharedRun.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("looks at feeds by crawler " + result.looks());
    out.printf(
        Locale.ROOT,
        "fetched twice in a slot: feeds %d, pages %d; answers that the killed one did not live to"
            + " note %d; hosts interrupted by the kill %d, the last of them taken over after %.1f"
            + " s%n",
        result.twice(),
        result.pagesTwice(),
        result.lost(),
        result.interrupted(),
        result.takenOver().toMillis() / 1e3);
    return print(result.differences());
  }

  private boolean print(KillTable.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("killed " + result.killed() + " in " + result.runs() + " runs");
    out.printf(
        "pages %d, revisions %d, removed %d, answers that no crawler lived to archive %d%n",
        result.pages(), result.revisions(), result.removed(), result.unseen());
    return print(result.differences());
  }

  private boolean print(List<String> differences) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("differences " + differences.size());
    differences.stream().limit(MOST_LINES).forEach(difference -> out.println("  " + difference));
    out.flush();
    return differences.isEmpty();
  }
}
