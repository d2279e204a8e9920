package letopis.bench.lies;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import letopis.app.CommandFailure;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.resilience.OwnNode;
import letopis.index.Indices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench lies`: a table of the ways in which sites lie and what the crawler concluded.
@Command(
    name = "lies",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls a web that lies, and prints what the crawler concluded.",
      "Each lie is on a site of its own and in a time of its own; the Elasticsearch is its own,"
          + " too. Ends with 1 if it concluded wrong. Works in an empty folder and leaves it"
          + " behind."
    })
public final class LiesBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "An empty or absent folder.")
  private Path data = Path.of("lies");

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      description = "Only lies whose description contains this.")
  private String only = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (data.toFile().isDirectory() && data.toFile().list().length > 0) {
      throw CommandFailure.wrongUsage(data + " is not empty");
    }
    try (OwnNode node = OwnNode.start(data.resolve("node"))) {
      Indices indices = new Indices(node.connection(), "lies-");
      indices.init();
      return print(indices, data, only, spec.commandLine().getOut()) ? 0 : 1;
    }
  }

  /// Tells all lies and prints the table.
  ///
  /// @return whether all conclusions are right
  static boolean print(Indices indices, Path folder, PrintWriter out)
      throws IOException, InterruptedException {
    return print(indices, folder, "", out);
  }

  private static boolean print(Indices indices, Path folder, String only, PrintWriter out)
      throws IOException, InterruptedException {
    List<Lie> lies =
        Stream.of(
                PageLies.all(),
                AddressLies.all(),
                FeedLies.all(),
                ServerLies.all(),
                WireLies.all(),
                TlsLies.all(),
                WallLies.all(),
                ListLies.all(),
                ClockLies.all())
            .flatMap(List::stream)
            .filter(lie -> lie.what().contains(only))
            .toList();
    // All stay open to the end: a port that was free again would be another site's in one archive.
    List<LyingSite> sites = new ArrayList<>();
    int wrong = 0;
    out.printf("%-62s %-5s  %s%n", "the site", "", "the crawler");
    try {
      for (int i = 0; i < lies.size(); i++) {
        sites.add(new LyingSite());
        Lab lab = new Lab(sites.getLast(), folder.resolve("lie-" + i), indices);
        Verdict verdict = judge(lies.get(i), lab);
        wrong += verdict.right() ? 0 : 1;
        out.printf(
            "%-62s %-5s  %s%n",
            lies.get(i).what(), verdict.right() ? "right" : "WRONG", verdict.concluded());
        out.flush();
      }
    } finally {
      sites.forEach(LyingSite::close);
    }
    out.printf(Locale.ROOT, "%d lies, %d concluded wrong%n", lies.size(), wrong);
    out.flush();
    return wrong == 0;
  }

  /// A lie that a trial cannot get through is one that the crawler did not stand.
  private static Verdict judge(Lie lie, Lab lab) throws IOException, InterruptedException {
    try (lab) {
      return lie.trial().in(lab);
    } catch (java.util.NoSuchElementException e) {
      return new Verdict(false, "nothing in the archive: " + e.getMessage());
    }
  }
}
