package letopis.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import letopis.crawl.CrawlOutcome;
import letopis.crawl.CrawlParts;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.CrawlReport;
import letopis.sources.Access;
import letopis.sources.CrawlerSettings;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench crawl`: the whole write path over a local web: feeds, pages, WARC, extraction, index.
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls all articles of a list of feeds as fast as it can: loopback allowed, no politeness",
      "delay, 64 requests in flight, 8 per host, robots.txt obeyed. Ends when all are done, and",
      "prints {\"pages\",\"errors\",\"bytes\",\"seconds\"} last. Run it again on the same data",
      "folder to measure a crawl of which nothing has changed."
    })
public final class CrawlBench implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--seeds",
      required = true,
      paramLabel = "FILE",
      description = "Addresses of feeds, one a line")
  private Path seeds = Path.of("seeds.txt");

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Source> sources = sources();
    try (App app = App.of(common)) {
      CrawlParts parts = Crawling.parts(app, settings(), new SimpleMeterRegistry());
      CrawlPipeline pipeline = app.keep(new CrawlPipeline(parts, sources));
      long begin = System.nanoTime();
      crawl(pipeline, sources);
      double seconds = (System.nanoTime() - begin) / 1e9;
      app.indices().refresh();
      print(parts.report(), seconds);
      return 0;
    }
  }

  private List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (String line : Files.readAllLines(seeds)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        sources.add(source("seed-" + (sources.size() + 1), URI.create(line.strip())));
      }
    }
    return sources;
  }

  private static Source source(String id, URI feed) {
    return new Source(
        id,
        feed.getAuthority(),
        List.of(),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        new Access.Rss(feed),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "seeds");
  }

  private static CrawlerSettings settings() {
    CrawlerSettings defaults = CrawlerSettings.DEFAULTS;
    CrawlerSettings.Limits limits = defaults.limits();
    CrawlerSettings.Schedule schedule = defaults.schedule();
    return new CrawlerSettings(
        defaults.agent(),
        new CrawlerSettings.Politeness(
            Duration.ZERO, 8, Duration.ZERO, defaults.politeness().robotsTtl()),
        limits,
        new CrawlerSettings.Schedule(
            schedule.first(),
            schedule.shortest(),
            schedule.longest(),
            schedule.longestAfterFailure(),
            Integer.MAX_VALUE,
            schedule.revisits(),
            schedule.backdateTolerance()),
        defaults.storage(),
        Map.of(),
        Map.of(),
        Set.of("*"),
        Optional.empty());
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

  private void print(CrawlReport report, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    long errors =
        report.total(CrawlOutcome.FETCH_FAILED)
            + report.total(CrawlOutcome.BROKEN)
            + report.total(CrawlOutcome.NOT_INDEXED)
            + report.total(CrawlOutcome.SPOOLED)
            + report.total(CrawlOutcome.REFUSED);
    out.println(report.toJson().path("urls"));
    ObjectNode result =
        JsonNodeFactory.instance
            .objectNode()
            .put("pages", report.total() - errors)
            .put("errors", errors)
            .put("bytes", report.bytes());
    result.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.3f", seconds)));
    out.println(result);
  }
}
