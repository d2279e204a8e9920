package letopis.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Crawling;
import letopis.app.Progress;
import letopis.crawl.CrawlPipeline;
import letopis.crawl.Scheduler;
import letopis.crawl.report.CrawlOutcome;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.visit.CrawlParts;
import letopis.sources.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `crawl`: the crawler without the rest of the service.
@Command(
    name = "crawl",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls the configured sources and reports what became of every address.",
      "With --once each source is crawled now, due or not, and the command ends. Without it the",
      "sources are crawled by their schedule until the command is stopped (Ctrl+C, SIGTERM).",
      "Several crawlers of one archive share its sources. Without Elasticsearch it crawls into the",
      "archive and indexes when Elasticsearch is there."
    })
public final class CrawlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "SOURCE", description = "Ids of sources (default: all).")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--once", description = "Crawl each source once, now, and end.")
  private boolean once;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (App app = App.of(common)) {
      List<Source> sources = sources(app);
      if (!app.met()) {
        say(
            "Elasticsearch does not answer: crawling into the archive; all of it is indexed when"
                + " Elasticsearch is back.");
      }
      SimpleMeterRegistry metrics = new SimpleMeterRegistry();
      CrawlParts parts = Crawling.parts(app, app.configuration().crawler(), metrics);
      CrawlPipeline pipeline = app.keep(new CrawlPipeline(parts, sources));
      if (once) {
        once(pipeline, sources);
        Crawling.settle(pipeline);
      } else {
        bySchedule(app, pipeline, sources);
      }
      if (pipeline.settled()) {
        app.crawlIndices().refresh();
      } else {
        say("Not all of it is indexed yet: the next crawl indexes what waits in the journal.");
      }
      print(parts.report(), sources);
      return 0;
    }
  }

  private List<Source> sources(App app) {
    List<Source> all = app.configuration().sources();
    List<String> unknown =
        ids.stream().filter(id -> app.configuration().source(id).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw CommandFailure.wrongUsage("no such source: " + String.join(", ", unknown));
    }
    if (all.isEmpty()) {
      throw CommandFailure.failed("no sources are configured");
    }
    return ids.isEmpty() ? all : all.stream().filter(s -> ids.contains(s.id())).toList();
  }

  private void once(CrawlPipeline pipeline, List<Source> sources) throws InterruptedException {
    try (Progress progress =
            Progress.of("crawling sources", OptionalLong.of(sources.size()), common);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (Source source : sources) {
        tasks.add(
            () -> {
              boolean ours = pipeline.crawl(source, CrawlPipeline.When.NOW, () -> true);
              if (!ours) {
                say(source.id() + ": another crawler is at it");
              }
              progress.add(1);
              return ours;
            });
      }
      threads.invokeAll(tasks);
    }
  }

  private void bySchedule(App app, CrawlPipeline pipeline, List<Source> sources)
      throws InterruptedException {
    Scheduler scheduler = app.keep(new Scheduler(pipeline, sources));
    scheduler.start();
    say("Crawling " + sources.size() + " sources; stop with Ctrl+C.");
    // The shutdown hook of the app closes the scheduler and all else; this thread only waits.
    new CountDownLatch(1).await();
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void print(CrawlReport report, List<Source> sources) {
    PrintWriter out = spec.commandLine().getOut();
    ObjectNode json = report.toJson();
    if (common.json()) {
      out.println(json);
      return;
    }
    for (Source source : sources) {
      Map<CrawlOutcome, Long> counts = report.of(source.id());
      out.println(source.id() + ": " + (counts.isEmpty() ? "nothing to visit" : counts(counts)));
    }
    out.println("looks: " + counts(json.path("polls")));
    if (!json.path("failures").isEmpty()) {
      out.println("failures: " + counts(json.path("failures")));
    }
  }

  private static String counts(JsonNode counts) {
    return counts.properties().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String counts(Map<CrawlOutcome, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey().label() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
