package letopis.bench.crawl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import letopis.app.App;
import letopis.app.CommonOptions;
import letopis.app.Crawling;
import letopis.bench.Usage;
import letopis.bench.index.BulkBench;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.visit.CrawlParts;
import letopis.elasticsearch.Elasticsearch;
import letopis.fetch.HttpFetcher;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench crawl`: the whole write path over a local web: lists, pages, WARC, extraction, index.
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls all articles of some sites as fast as it can.",
      "Loopback is allowed, there is no politeness delay, 64 requests are in "
          + "flight, 8 per host, and robots.txt is obeyed. Ends when all are done, "
          + "and prints {\"pages\",\"errors\",\"bytes\",\"seconds\"} last. Run it "
          + "again on the same data folder to measure a crawl of which nothing has "
          + "changed.",
      "",
      "--compare measures in one run: bare fetching and bare conditional GETs "
          + "of the same pages (the same HTTP client, nothing made of the answers), "
          + "the crawl, the crawl again with nothing changed, and our bulk writing "
          + "against raw _bulk of the same bodies. Use a fresh --data. Without "
          + "--seeds and --web a generated web is served by a process of its own."
    })
public final class CrawlBench implements Callable<Integer> {
  private static final int MOST_BODIES = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(names = "--seeds", paramLabel = "FILE", description = "Addresses of feeds, one a line.")
  private @Nullable Path seeds;

  @Option(
      names = "--web",
      paramLabel = "URL",
      description = {
        "A site to crawl: the address of a feed or sitemap (.xml), or of a site with /sitemap.xml."
      })
  private List<URI> web = List.of();

  @Option(
      names = "--sites",
      paramLabel = "N",
      defaultValue = "200",
      description = "Sites of the generated web, 50 pages each (${DEFAULT-VALUE}).")
  private int sites;

  @Option(names = "--compare", description = "Measure the limits beside it.")
  private boolean compare;

  @Option(
      names = "--again",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Crawl so many times more with nothing changed (default: ${DEFAULT-VALUE}); the first of a"
            + " kind costs more than a crawler that has been running for a while."
      })
  private int again;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (App app = App.of(common);
        BenchWeb all = BenchWeb.of(lines(), web, sites)) {
      CrawlerSettings settings = all.settings();
      List<BareFetch> bare = new ArrayList<>();
      server = app.indices().elasticsearch();
      row(
          "what",
          "pages/s; CPU-s per 1000: Letopis, Elasticsearch; peak MB so far: Letopis,"
              + " Elasticsearch");
      if (compare) {
        HttpFetcher fetcher = app.keep(new HttpFetcher(settings, app.clock()));
        bare.add(new BareFetch(fetcher, all.pages(fetcher)));
        bare("bare fetch", bare.getFirst()::all);
        bare("bare 304", bare.getFirst()::again);
      }
      CrawlReport first = crawl("crawl", app, settings, all.sources());
      double seconds = lastSeconds;
      if (compare) {
        crawl("crawl, nothing changed", app, settings, all.sources());
      }
      for (int i = 0; i < again; i++) {
        crawl("nothing changed, again", app, settings, all.sources());
      }
      if (compare) {
        bare("bare 304 once more", bare.getFirst()::again);
        bulk(new BulkBench(app.indices(), MOST_BODIES));
      }
      print(first, seconds);
      return 0;
    }
  }

  private double lastSeconds;
  private @Nullable Elasticsearch server;

  private List<String> lines() throws IOException {
    return seeds == null ? List.of() : Files.readAllLines(seeds);
  }

  private interface Bare {
    BareFetch.Counts run() throws InterruptedException;
  }

  private void bare(String what, Bare bare) throws InterruptedException, IOException {
    Usage begin = Usage.now();
    BareFetch.Counts counts = bare.run();
    Usage used = Usage.now().since(begin);
    row(what, figures(counts.fetched() + counts.notModified(), used));
    if (counts.failed() > 0) {
      row("", counts.failed() + " failed");
    }
  }

  private CrawlReport crawl(String what, App app, CrawlerSettings settings, List<Source> sources)
      throws IOException, InterruptedException {
    CrawlParts parts = Crawling.parts(app, settings, new SimpleMeterRegistry());
    Usage begin = Usage.now(app.indices().elasticsearch());
    try (CrawlPipeline pipeline = new CrawlPipeline(parts, sources)) {
      crawl(pipeline, sources);
      Crawling.settle(pipeline);
    }
    if (parts.fetcher() instanceof HttpFetcher http) {
      // Its idle connections would add up over the crawls.
      http.close();
    }
    Usage used = Usage.now(app.indices().elasticsearch()).since(begin);
    app.indices().refresh();
    lastSeconds = used.seconds();
    row(what, figures(parts.report().total(), used));
    row("", parts.report().toJson().path("urls").toString());
    return parts.report();
  }

  private static void crawl(CrawlPipeline pipeline, List<Source> sources)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (Source source : sources) {
        tasks.add(() -> pipeline.crawl(source, CrawlPipeline.When.ALL, () -> true));
      }
      threads.invokeAll(tasks);
    }
  }

  private void bulk(BulkBench bench) throws IOException, InterruptedException {
    // The first of a kind is slower whatever it is: raw before and after ours.
    row("raw _bulk", figures(bench.size(), bench.raw()));
    row("our bulk", figures(bench.size(), bench.store()));
    row("raw _bulk once more", figures(bench.size(), bench.raw()));
    row("our bulk once more", figures(bench.size(), bench.store()));
  }

  private String figures(long pages, Usage used) throws IOException {
    return String.format(
        Locale.ROOT,
        "%,.0f; %.3f, %.3f; %,d, %,d",
        pages / used.seconds(),
        used.cpu() / 1e6 / pages,
        used.serverCpu() / 1e6 / pages,
        Usage.peakMemory(),
        server == null ? 0 : Usage.peakMemory(server));
  }

  /// Figures are for people here; what programs read comes last, alone, on standard output.
  private void row(String what, String figures) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-24s %s%n", what, figures);
    out.flush();
  }

  private void print(CrawlReport report, double seconds) {
    long errors =
        report.total(CrawlOutcome.FETCH_FAILED)
            + report.total(CrawlOutcome.BROKEN)
            + report.total(CrawlOutcome.NOT_INDEXED)
            + report.total(CrawlOutcome.SPOOLED)
            + report.total(CrawlOutcome.REFUSED);
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("pages", report.total() - errors)
            .put("errors", errors)
            .put("bytes", report.bytes());
    result.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.3f", seconds)));
    spec.commandLine().getOut().println(result);
  }
}
