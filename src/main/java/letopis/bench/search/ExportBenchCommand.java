package letopis.bench.search;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.bench.index.GeneratedArchive;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.search.SearchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench export`: everything comes out, once, while documents arrive.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Exports many generated documents twice while others arrive, and " + "compares.",
      "Fills an empty data folder with small documents, exports all of them "
          + "twice as of one instant while others are being indexed, and checks the "
          + "rows: all, once, none that came later, the same bytes. Fails when they "
          + "are not. Use a --data folder of its own."
    })
public final class ExportBenchCommand implements Callable<Integer> {
  private static final int WORDS = 12;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Documents to export (default: ${DEFAULT-VALUE}).")
  private int documents;

  @Override
  public Integer call() throws IOException {
    try (App app = App.service(options)) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      if (search.search(SearchRequest.everything()).total().value() > 0) {
        throw CommandFailure.failed("there are documents already; use a --data folder of its own");
      }
      spec.commandLine().getErr().println("Generating " + documents + " documents ...");
      new GeneratedArchive(47, WORDS).write(app.indices(), documents);
      ExportBench bench =
          new ExportBench(app.indices(), new Export(search, app.clock()), app.clock());
      List<ExportBench.Result> results = bench.run(documents, new GeneratedArchive(48, WORDS));
      PrintWriter out = spec.commandLine().getOut();
      results.forEach(result -> print(result, out));
      boolean same = results.getFirst().sha256().equals(results.getLast().sha256());
      out.println(same ? "the same bytes twice" : "DIFFERENT BYTES");
      out.flush();
      return same && results.stream().allMatch(ExportBench.Result::whole) ? 0 : 1;
    }
  }

  private static void print(ExportBench.Result result, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d rows, %d distinct, %d missing, %d strange; %.1f MB in %.1f s: %.0f rows/s; %d documents"
            + " arrived%n  heap after collection at each tenth, MiB: %s%n  sha256 %s%n",
        result.rows(),
        result.distinct(),
        result.missing(),
        result.strange(),
        result.bytes() / 1e6,
        result.seconds(),
        result.rows() / result.seconds(),
        result.arrived(),
        result.heap(),
        result.sha256());
  }
}
