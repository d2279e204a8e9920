package letopis.bench.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.bench.Usage;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench index`: our writing of documents beside raw `_bulk` of the same bodies.
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = {
      "Compares our writing of documents with raw _bulk.",
      "Writes generated documents as the crawler does, with their addresses, "
          + "and posts the same bodies to raw _bulk, in turns, into indices of its "
          + "own that it deletes again. Documents a second, CPU seconds per 1000 "
          + "documents of Letopis and of Elasticsearch; the last line has the medians "
          + "and the share of raw speed that ours reaches."
    })
public final class IndexBenchCommand implements Callable<Integer> {
  private static final int SEED = 43;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Documents of each run (default: ${DEFAULT-VALUE}).")
  private int documents = 10_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each kind, after one that is not counted (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (documents < 1 || rounds < 1) {
      throw CommandFailure.wrongUsage("--documents and --rounds are at least 1");
    }
    try (App app = App.of(options)) {
      BulkBench bench = bench(app.elasticsearch());
      bench.raw();
      bench.store();
      PrintWriter table = table();
      table.printf("%-10s %10s %10s %14s%n", "what", "docs/s", "Letopis", "Elasticsearch");
      List<Usage> raw = new ArrayList<>();
      List<Usage> ours = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        raw.add(shown(table, "raw _bulk", bench.raw()));
        ours.add(shown(table, "ours", bench.store()));
      }
      print(raw, ours);
      return 0;
    }
  }

  private BulkBench bench(Elasticsearch elasticsearch) throws IOException {
    Indices source = new Indices(elasticsearch, "bench-source-" + System.nanoTime());
    try {
      source.init();
      new GeneratedArchive(SEED).write(source, documents);
      return new BulkBench(source, documents);
    } finally {
      source.deleteAll();
    }
  }

  private PrintWriter table() {
    return options.json() ? spec.commandLine().getErr() : spec.commandLine().getOut();
  }

  private Usage shown(PrintWriter table, String what, Usage used) {
    table.printf(
        Locale.ROOT,
        "%-10s %10.0f %10.3f %14.3f%n",
        what,
        documents / used.seconds(),
        used.cpu() / 1e6 / documents,
        used.serverCpu() / 1e6 / documents);
    table.flush();
    return used;
  }

  private void print(List<Usage> raw, List<Usage> ours) {
    double rawRate = documents / median(raw.stream().map(Usage::seconds).toList());
    double rate = documents / median(ours.stream().map(Usage::seconds).toList());
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("documents", documents)
            .put("docs_per_second", rounded(rate))
            .put("raw_docs_per_second", rounded(rawRate))
            .put("share_of_raw", rounded(rate / rawRate));
    spec.commandLine().getOut().println(result);
    spec.commandLine().getOut().flush();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
