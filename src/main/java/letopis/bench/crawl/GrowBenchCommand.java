package letopis.bench.crawl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Crawling;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.visit.CrawlParts;
import letopis.search.DocumentSearch;
import letopis.search.SearchRequest;
import letopis.sources.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench grow`: how what an operation costs changes as the archive grows.
@Command(
    name = "grow",
    mixinStandardHelpOptions = true,
    description = {
      "Measures writing, searching and tracing as the archive grows.",
      "Fills an empty data folder with generated documents up to each size in "
          + "turn, and measures at each: adding a document (address, copies, index; "
          + "in batches), a search with 3 facets and a timeline, a trace of a "
          + "sentence, a lookup of an address (medians of 50, one at a time), and a "
          + "look at a page that has not changed (a crawl of 200 pages). "
          + "Milliseconds. Use a --data folder of its own."
    })
public final class GrowBenchCommand implements Callable<Integer> {
  private static final int SITES = 4;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,100000,300000",
      description = "Documents at which to measure, rising (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!sizes.equals(sizes.stream().sorted().distinct().toList()) || sizes.getFirst() < 1) {
      throw CommandFailure.wrongUsage("--sizes must rise: 10000,100000");
    }
    try (App app = App.service(options);
        BenchWeb web = BenchWeb.of(List.of(), List.of(), SITES)) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      if (search.search(SearchRequest.everything()).total().value() > 0) {
        throw CommandFailure.failed("there are documents already; use a --data folder of its own");
      }
      GrowBench bench = new GrowBench(app.indices(), app.clock());
      crawl(app, web);
      PrintWriter out = spec.commandLine().getOut();
      if (!options.json()) {
        out.printf(
            "%10s %8s %8s %8s %8s %15s%n",
            "documents", "add", "search", "trace", "lookup", "unchanged look");
      }
      for (int size : sizes) {
        spec.commandLine().getErr().println("Growing to " + size + " documents ...");
        bench.growTo(size);
        print(bench.measure(), crawl(app, web));
      }
      return 0;
    }
  }

  /// Looks at every page of the web.
  ///
  /// @return milliseconds a page
  private static double crawl(App app, BenchWeb web) throws IOException, InterruptedException {
    CrawlParts parts = Crawling.parts(app, web.settings(), new SimpleMeterRegistry());
    long begin = System.nanoTime();
    try (CrawlPipeline pipeline = new CrawlPipeline(parts, web.sources())) {
      for (Source source : web.sources()) {
        pipeline.crawl(source, CrawlPipeline.When.ALL, () -> true);
      }
      Crawling.settle(pipeline);
    }
    double millis = (System.nanoTime() - begin) / 1e6;
    app.indices().refresh();
    long failed = parts.report().total(CrawlOutcome.FETCH_FAILED);
    if (failed > 0 || parts.report().total() == 0) {
      throw CommandFailure.failed(failed + " pages of the generated web could not be fetched");
    }
    return millis / parts.report().total();
  }

  private void print(GrowBench.Costs costs, double look) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(
          JsonNodeFactory.instance
              .objectNode()
              .put("documents", costs.documents())
              .put("add_ms", rounded(costs.add()))
              .put("search_ms", rounded(costs.search()))
              .put("trace_ms", rounded(costs.trace()))
              .put("lookup_ms", rounded(costs.lookup()))
              .put("unchanged_look_ms", rounded(look)));
    } else {
      out.printf(
          Locale.ROOT,
          "%10d %8.2f %8.2f %8.2f %8.2f %15.2f%n",
          costs.documents(),
          costs.add(),
          costs.search(),
          costs.trace(),
          costs.lookup(),
          look);
    }
    out.flush();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
